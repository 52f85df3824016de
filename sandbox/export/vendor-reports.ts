// The desk as ConnectWise's own reports print it: their columns, their keys (RecID), their UTC twins.
import { emailOf } from "../tenant/contacts.ts";
import type { ProjectTicket, Ticket, TimeEntry } from "../tenant/records.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { nameOf, type Report, type SayDate, textOf } from "./cells.ts";
import { bothLists, timeNotesOf } from "./desk-reports.ts";
import type { Cell } from "./write-csv.ts";

type CellRow = Readonly<Record<string, Cell>>;

/** A report whose columns are those of its rows, in the order in which they first appear. */
function reportOf(name: string, rows: readonly CellRow[]): Report {
  return { name, captions: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows };
}

const idOf = (ref: unknown): Cell =>
  typeof ref === "object" && ref !== null ? textOf(Reflect.get(ref, "id")) : undefined;

/** @param local dates of the report's zone; @param utc those of its UTC columns */
export function assembleVendorReports(tenant: Tenant, local: SayDate, utc: SayDate): Report[] {
  const byMember = new Map(tenant.members.map((member) => [member.id, member]));

  const ticketRow = (ticket: Ticket | ProjectTicket): CellRow => {
    const owner = byMember.get(ticket.owner?.id ?? 0);
    return {
      SR_Service_RecID: ticket.id,
      TicketNbr: ticket.id,
      Summary: ticket.summary,
      status_description: ticket.status.name,
      sr_status_recid: ticket.status.id,
      Board_Name: ticket.board.name,
      SR_Board_RecID: ticket.board.id,
      team_name: nameOf(ticket.team),
      ServiceType: ticket.type?.name,
      ServiceSubType: ticket.subType?.name,
      ServiceSubTypeItem: ticket.item?.name,
      Priority_Description: ticket.priority?.name,
      Urgency: ticket.priority?.name,
      Severity: textOf(ticket.severity),
      Impact: textOf(ticket.impact),
      SR_SLA_RecID: idOf(ticket.sla),
      company_name: ticket.company.name,
      company_recid: ticket.company.id,
      contact_name: ticket.contact?.name ?? ticket.contactName,
      contact_recid: ticket.contact?.id,
      Site_Name: ticket.site?.name,
      Source: ticket.source?.name,
      agreement_name: ticket.agreement?.name,
      AGR_Header_RecID: ticket.agreement?.id,
      Ticket_Owner_First_Name: owner?.firstName ?? ticket.owner?.name.split(" ")[0],
      Ticket_Owner_Last_Name: owner?.lastName ?? ticket.owner?.name.split(" ").slice(1).join(" "),
      Ticket_Owner_RecID: ticket.owner?.id,
      resource_list: owner?.identifier,
      date_entered: local(ticket._info.dateEntered),
      Date_Entered_UTC: utc(ticket._info.dateEntered),
      entered_by: ticket._info.enteredBy,
      date_closed: local(ticket.closedDate),
      Date_Closed_UTC: utc(ticket.closedDate),
      closed_by: ticket.closedBy,
      Closed_Flag: ticket.closedFlag,
      Date_Resolved_UTC: utc(ticket.dateResolved),
      Date_Required: local(ticket.requiredDate),
      Last_Update: local(ticket._info.lastUpdated),
      Updated_By: ticket._info.updatedBy,
      Parent: textOf(ticket.parentTicketId),
      PM_Phase_RecID: idOf(ticket.phase),
      Age: 3,
      Hours_Actual: ticket.actualHours,
      PostalCode: undefined,
    };
  };

  const tickets = bothLists(tenant);
  return [
    reportOf("Service.csv", tickets.map(ticketRow)),
    reportOf(
      "ServiceNote.csv",
      tickets.flatMap(({ id }) =>
        [...tenant.notesOf(id).map((note) => ({ ...note, timeFlag: 0 })), ...timeNotesOf(tenant, id)].map(
          (note) => ({
            SR_Service_RecID: id,
            RecID: note.id,
            Notes: note.text,
            Date_Created_UTC: utc(note.dateCreated),
            Last_Update_UTC: utc(note.dateCreated),
            Detail_Description_Flag: note.detailDescriptionFlag,
            Internal_Analysis_Flag: note.internalAnalysisFlag,
            Resolution_Flag: note.resolutionFlag,
            Time_Flag: note.timeFlag,
            Member_RecID: note.member?.id,
            Contact_RecID: note.contact?.id,
            Created_By: note.createdBy,
            Updated_By: note.createdBy,
          }),
        ),
      ),
    ),
    reportOf(
      "Time.csv",
      tenant.timeEntries.map((entry) => timeRow(entry, byMember.get(entry.member.id), local, utc)),
    ),
    reportOf(
      "Company.csv",
      tenant.companies.map((company) => ({
        Company_RecID: company.id,
        Company_ID: company.identifier,
        Company_Name: company.name,
        PhoneNbr: textOf(company.phoneNumber),
        Website_URL: company.website,
        Company_Status_Desc: nameOf(company.status),
        Company_Type_Desc: company.types.map(({ name }) => name).join(", "),
        Delete_Flag: company.deletedFlag,
        Account_Nbr: `A-${company.id}`,
        Date_Entered: local(company._info.dateEntered),
        Date_Entered_UTC: utc(company._info.dateEntered),
        Last_Update: local(company._info.lastUpdated),
        Last_Update_UTC: utc(company._info.lastUpdated),
        Updated_By: company._info.updatedBy,
      })),
    ),
    reportOf(
      "Contact.csv",
      tenant.contacts.map((contact) => ({
        Contact_RecID: contact.id,
        First_Name: contact.firstName,
        Last_Name: contact.lastName,
        Title: contact.title,
        Company_RecID: contact.company?.id,
        Company_ID: contact.company?.identifier,
        Company_Name: contact.company?.name,
        Default_Email: emailOf(contact),
        Default_Phone:
          contact.communicationItems?.find(({ communicationType }) => communicationType === "Phone")?.value ??
          textOf(contact.defaultPhoneNbr),
        Inactive_Flag: contact.inactiveFlag,
        Delete_Flag: "False",
        Contact_Type_Desc: (contact.types as readonly { name: string }[]).map(({ name }) => name).join(", "),
        Portal_PW: textOf(contact.portalPassword),
        Last_Update: local(contact._info.lastUpdated),
        Last_Update_UTC: utc(contact._info.lastUpdated),
      })),
    ),
    reportOf(
      "Member.csv",
      tenant.members.map((member) => ({
        Member_RecID: member.id,
        Member_ID: member.identifier,
        First_Name: member.firstName,
        Last_Name: member.lastName,
        Email_Address: member.primaryEmail,
        Inactive_Flag: member.inactiveFlag,
        Password: textOf(member.password),
      })),
    ),
    reportOf(
      "Service_Board.csv",
      tenant.boards.map((board) => ({
        SR_Board_RecID: board.id,
        Board_Name: board.name,
        Project_Flag: board.projectFlag === true,
      })),
    ),
    reportOf(
      "SLA.csv",
      tenant.slas.map((sla) => ({ SR_SLA_RecID: sla.id, SLA_Name: textOf(sla.name) })),
    ),
    reportOf(
      "Service_Status.csv",
      tenant.statuses.map((status) => ({
        SR_Status_RecID: status.id,
        Service_Status_Desc: textOf(status.name),
        Board_Name: nameOf(status.board),
        Closed_Flag: status.closedStatus === true,
      })),
    ),
  ];
}

const OPTIONS: Readonly<Record<TimeEntry["billableOption"], string>> = {
  Billable: "B",
  DoNotBill: "NB",
  NoCharge: "NC",
  NoDefault: "",
};

function timeRow(
  entry: TimeEntry,
  member: { readonly firstName: string; readonly lastName: string } | undefined,
  local: SayDate,
  utc: SayDate,
): CellRow {
  return {
    Time_RecID: entry.id,
    SR_Service_RecID: entry.ticket?.id ?? 0,
    member_recid: entry.member.id,
    member_id: entry.member.identifier,
    first_name: member?.firstName,
    last_name: member?.lastName,
    Date_Start: local(entry.timeStart),
    Time_Start_UTC: utc(entry.timeStart),
    Time_End_UTC: utc(entry.timeEnd),
    hours_actual: entry.actualHours,
    billable_flag: entry.billableOption === "Billable",
    option_id: OPTIONS[entry.billableOption],
    Billable_Hrs: entry.hoursBilled,
    Hourly_Rate: entry.hourlyRate,
    Hourly_Cost: 40,
    work_type: nameOf(entry.workType),
    Notes: entry.notes,
    internal_note: entry.internalNotes,
    date_entered_utc: utc(entry.dateEntered),
    Last_Update_UTC: utc(entry._info.lastUpdated),
  };
}
