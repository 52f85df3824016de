// The mapping table for ConnectWise's standard fields: what goes into which attribute, and why.
import type { Survey } from "../model/survey.ts";
import type { FieldRule } from "./schema.ts";

type Target = Extract<FieldRule["target"], { kind: "attribute" }>;
type Row = readonly [
  source: string,
  name: string,
  type: Target["type"],
  reason: string,
  options?: readonly string[],
];

/** On contacts: their company's fields. */
const COMPANY_ON_CONTACT: readonly Row[] = [
  ["id", "Source_Company_ID__c", "string", "Traces a contact's company back to ConnectWise."],
  ["name", "Company_Name__c", "string", "Agents see the company on the contact."],
  ["address", "Company_Address__c", "string", "The primary site's address, in one line."],
  ["phone", "Company_Phone__c", "string", "The company's main number."],
  ["website", "Company_Website__c", "string", "The company's website."],
  ["territory", "Territory__c", "string", "The sales or service territory."],
  ["types", "Company_Type__c", "string", "Company types, comma-separated where there are several."],
  ["otherSites", "Other_Sites__c", "string", "Intercom keeps one address: further sites as text."],
  ["agreements.type", "Agreement_Type__c", "string", "The agreement in force; Intercom has no contracts."],
  ["agreements.startDate", "Agreement_Start_Date__c", "datetime", "When the agreement began."],
  ["agreements.endDate", "Agreement_End_Date__c", "datetime", "Empty when it never ends."],
  ["agreements.slaName", "Agreement_SLA_Tier__c", "string", "The service level that the agreement grants."],
  ["agreements.amount", "Agreement_Amount__c", "string", "For reference: Intercom bills nothing."],
  ["agreements.others", "Other_Agreements__c", "string", "Further agreements as text."],
];

/** On native companies; Intercom refuses a name that a contact attribute bears. */
const COMPANY_ON_COMPANY: readonly Row[] = [
  ["id", "Account_Source_ID__c", "string", "Traces the company back to ConnectWise."],
  ["sourceSystem", "Account_Source_System__c", "string", "Says where the record came from."],
  [
    "dateEntered",
    "Account_Original_Create_Date__c",
    "datetime",
    "Intercom shows the import's date otherwise.",
  ],
  ["lastUpdated", "Account_Source_Last_Modified__c", "datetime", "Deltas and audits lean on it."],
  ["address", "Account_Address__c", "string", "The primary site's address, in one line."],
  ["phone", "Account_Phone__c", "string", "The company's main number."],
  ["territory", "Account_Territory__c", "string", "The sales or service territory."],
  ["types", "Account_Type__c", "string", "Company types, comma-separated where there are several."],
  ["status", "Account_Status__c", "string", "The company's status in ConnectWise."],
  ["otherSites", "Account_Other_Sites__c", "string", "Intercom keeps one address: further sites as text."],
];

const CONTACT: readonly Row[] = [
  ["id", "Source_Contact_ID__c", "string", "Traces the contact back to ConnectWise."],
  ["sourceSystem", "Source_System__c", "string", "Says where the record came from."],
  ["dateEntered", "Original_Create_Date__c", "datetime", "Intercom shows the import's date otherwise."],
  ["lastUpdated", "Source_Last_Modified__c", "datetime", "Deltas and audits lean on it."],
  ["title", "Title__c", "string", "The job title."],
  ["types", "Contact_Type__c", "string", "Contact types, comma-separated where there are several."],
  ["site.name", "Site__c", "string", "The site where the contact works."],
  ["otherCommunications", "Other_Communications__c", "string", "Intercom keeps one e-mail and one phone."],
  ["configurations.types", "Configuration_Type__c", "string", "Types of the contact's configurations."],
  ["configurations.serials", "Configuration_Serial__c", "string", "Their serial numbers, comma-separated."],
  ["configurations.lastSeen", "Configuration_Last_Seen__c", "datetime", "When the last of them reported."],
];

const TICKET: readonly Row[] = [
  ["id", "Source_Ticket_ID__c", "string", "Intercom gives its own ids: the ticket number stays searchable."],
  ["sourceSystem", "Source_System__c", "string", "Says where the record came from."],
  ["dateEntered", "Original_Create_Date__c", "datetime", "When the ticket was entered."],
  ["closedDate", "Original_Closed_Date__c", "datetime", "Closing carries the import's time in Intercom."],
  ["lastUpdated", "Source_Last_Modified__c", "datetime", "Deltas and audits lean on it."],
  ["severity", "Severity__c", "string", "Intercom has no severity."],
  ["impact", "Impact__c", "string", "Intercom has no impact."],
  ["ticketType.name", "Ticket_Type__c", "string", "Teams have no types: the board's type as text."],
  ["subType.name", "Sub_Type__c", "string", "Teams have no sub-types: as text."],
  ["item.name", "Item__c", "string", "The board's item as text."],
  ["source.name", "Source__c", "string", "How the ticket came in."],
  ["status.name", "Original_Status__c", "string", "Intercom knows open, snoozed and closed only."],
  ["board.name", "Board__c", "string", "The board it came from, whatever its team becomes."],
  ["slaBreachTime", "SLA_Breach_Time__c", "datetime", "When the resolution was due by SLA."],
  ["sla.businessHours", "SLA_Business_Hours__c", "boolean", "Whether the SLA counts business hours only."],
  ["timeEntries.hoursBilled", "Billable_Hours__c", "decimal", "The sum of billable hours."],
  [
    "timeEntries.hourlyRate",
    "Billable_Rate__c",
    "decimal",
    "The hourly rate; several are averaged by hours.",
  ],
  [
    "timeEntries.notes",
    "Time_Entry_Description__c",
    "string",
    "Intercom has no time entries; each is a note too.",
  ],
  ["projectText", "Project__c", "string", "Intercom has no projects: name and id."],
  ["project.id", "Project_ID__c", "string", "Finds every conversation of a project."],
  ["phase.name", "Project_Phase__c", "string", "The phase of a project ticket."],
  ["wbsCode", "Project_WBS_Code__c", "string", "Its number in the project's work breakdown."],
  ["agreement.name", "Agreement__c", "string", "The agreement that the ticket was worked under."],
  ["parentTicketId", "Parent_Ticket_ID__c", "string", "Child tickets name their parent."],
  ["mergedParentTicketId", "Merged_Into_Ticket_ID__c", "string", "Merged tickets name what they went into."],
  ["closedBy", "Closed_By__c", "string", "Who closed the ticket."],
  ["requiredDate", "Required_Date__c", "datetime", "When the customer needs it done."],
  ["site.name", "Ticket_Site__c", "string", "The customer's site that the ticket is about."],
];

const assembleRows = (
  object: FieldRule["object"],
  model: Target["model"],
  rows: readonly Row[],
): FieldRule[] =>
  rows.map(([source, name, type, reason, options = []]) => ({
    id: object === model || object === "ticket" ? `${object}:${source}` : `${object}:${source}@${model}`,
    object,
    source,
    target: { kind: "attribute", model, name, type, options: [...options] },
    confidence: 1,
    reason,
    origin: "default",
    decided: true,
  }));

/** Rows for the standard fields; the lists have every value that the survey knows, in the source's order. */
export function assembleDefaultFields(survey: Survey): FieldRule[] {
  const names = (rows: readonly { readonly name: string }[]) => listOptions(rows.map((row) => row.name));
  return [
    ...assembleRows("company", "contact", COMPANY_ON_CONTACT),
    ...assembleRows("company", "company", COMPANY_ON_COMPANY),
    ...assembleRows("contact", "contact", CONTACT),
    ...assembleRows("ticket", "conversation", [
      ["priority.name", "Priority__c", "list", "Board priorities as a list.", names(survey.priorities)],
      ["sla.name", "SLA_Tier__c", "list", "The SLA as a tier; its reporting restarts.", names(survey.slas)],
      ...TICKET,
    ]),
  ];
}

/** A list holds 250 options of 255 characters here; Intercom wants two at least on contacts. */
function listOptions(values: readonly string[]): readonly string[] {
  const clean = values.map((value) => value.trim()).filter((value) => value !== "" && value.length <= 255);
  return [...new Set(clean)].slice(0, 250);
}
