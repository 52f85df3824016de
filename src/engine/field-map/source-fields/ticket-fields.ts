// Fields of tickets; title, body, people, team and state have rules of their own.
import { recordFields, type SourceField } from "./source-field.ts";
import { TICKET_WORK_FIELDS } from "./ticket-work-fields.ts";

export const TICKET_FIELDS: readonly SourceField[] = [
  ...recordFields({
    id: [
      {
        model: "conversation",
        attribute: "Source_Ticket_ID__c",
        reason: "Intercom gives its own ids: the ticket number stays searchable.",
      },
    ],
    sourceSystem: [
      { model: "conversation", attribute: "Source_System__c", reason: "Says where the record came from." },
    ],
    dateEntered: [
      { model: "conversation", attribute: "Original_Create_Date__c", reason: "When the ticket was entered." },
    ],
    lastUpdated: [
      {
        model: "conversation",
        attribute: "Source_Last_Modified__c",
        reason: "Deltas and audits lean on it.",
      },
    ],
  }),
  { path: "recordType", type: "text" },
  { path: "summary", type: "text" },
  { path: "board.id", type: "id" },
  {
    path: "priority.name",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Priority__c",
        list: "priorities",
        reason: "Board priorities as a list.",
      },
    ],
  },
  {
    path: "sla.name",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "SLA_Tier__c",
        list: "slas",
        reason: "The SLA as a tier; its reporting restarts.",
      },
    ],
  },
  {
    path: "closedDate",
    type: "date",
    defaults: [
      {
        model: "conversation",
        attribute: "Original_Closed_Date__c",
        reason: "Closing carries the import's time in Intercom.",
      },
    ],
  },
  {
    path: "severity",
    type: "text",
    defaults: [{ model: "conversation", attribute: "Severity__c", reason: "Intercom has no severity." }],
  },
  {
    path: "impact",
    type: "text",
    defaults: [{ model: "conversation", attribute: "Impact__c", reason: "Intercom has no impact." }],
  },
  {
    path: "ticketType.name",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Ticket_Type__c",
        reason: "Teams have no types: the board's type as text.",
      },
    ],
  },
  {
    path: "subType.name",
    type: "text",
    defaults: [
      { model: "conversation", attribute: "Sub_Type__c", reason: "Teams have no sub-types: as text." },
    ],
  },
  {
    path: "item.name",
    type: "text",
    defaults: [{ model: "conversation", attribute: "Item__c", reason: "The board's item as text." }],
  },
  {
    path: "source.name",
    type: "text",
    defaults: [{ model: "conversation", attribute: "Source__c", reason: "How the ticket came in." }],
  },
  {
    path: "status.name",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Original_Status__c",
        reason: "Intercom knows open, snoozed and closed only.",
      },
    ],
  },
  {
    path: "board.name",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Board__c",
        reason: "The board it came from, whatever its team becomes.",
      },
    ],
  },
  { path: "team.name", type: "text" },
  { path: "owner.name", type: "text" },
  ...TICKET_WORK_FIELDS,
  {
    path: "projectText",
    type: "text",
    defaults: [
      { model: "conversation", attribute: "Project__c", reason: "Intercom has no projects: name and id." },
    ],
  },
  {
    path: "project.id",
    type: "id",
    defaults: [
      { model: "conversation", attribute: "Project_ID__c", reason: "Finds every conversation of a project." },
    ],
  },
  { path: "project.name", type: "text" },
  {
    path: "phase.name",
    type: "text",
    defaults: [
      { model: "conversation", attribute: "Project_Phase__c", reason: "The phase of a project ticket." },
    ],
  },
  {
    path: "wbsCode",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Project_WBS_Code__c",
        reason: "Its number in the project's work breakdown.",
      },
    ],
  },
  {
    path: "agreement.name",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Agreement__c",
        reason: "The agreement that the ticket was worked under.",
      },
    ],
  },
  { path: "agreement.id", type: "id" },
  {
    path: "parentTicketId",
    type: "id",
    defaults: [
      { model: "conversation", attribute: "Parent_Ticket_ID__c", reason: "Child tickets name their parent." },
    ],
  },
  {
    path: "mergedParentTicketId",
    type: "id",
    defaults: [
      {
        model: "conversation",
        attribute: "Merged_Into_Ticket_ID__c",
        reason: "Merged tickets name what they went into.",
      },
    ],
  },
  { path: "hasChildTicket", type: "boolean" },
  { path: "closed", type: "boolean" },
  {
    path: "closedBy",
    type: "text",
    defaults: [{ model: "conversation", attribute: "Closed_By__c", reason: "Who closed the ticket." }],
  },
  {
    path: "requiredDate",
    type: "date",
    defaults: [
      { model: "conversation", attribute: "Required_Date__c", reason: "When the customer needs it done." },
    ],
  },
  { path: "company.id", type: "id" },
  { path: "company.name", type: "text" },
  { path: "contactName", type: "text" },
  { path: "contactEmail", type: "text" },
  { path: "contactPhone", type: "text" },
  {
    path: "site.name",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Ticket_Site__c",
        reason: "The customer's site that the ticket is about.",
      },
    ],
  },
  {
    path: "copiedText",
    type: "text",
    label: "In copy in ConnectWise",
    defaults: [{ note: true, reason: "Who was in copy: Intercom's conversations begin with one contact." }],
  },
  {
    path: "otherTechnicians",
    type: "text",
    label: "Further technicians in ConnectWise",
    defaults: [{ note: true, reason: "Intercom assigns one admin." }],
  },
  {
    path: "externalReference",
    type: "text",
    label: "External reference",
    defaults: [{ note: true, reason: "The number that the ticket has elsewhere." }],
  },
  {
    path: "poNumber",
    type: "text",
    label: "PO number",
    defaults: [{ note: true, reason: "The order that the work was done on." }],
  },
  {
    path: "estimatedStart",
    type: "date",
    label: "Estimated start",
    defaults: [{ note: true, reason: "When work was planned to begin." }],
  },
  {
    path: "budgetHours",
    type: "number",
    label: "Budget hours",
    defaults: [{ note: true, reason: "The hours that were planned." }],
  },
  {
    path: "predecessorId",
    type: "id",
    label: "Predecessor",
    defaults: [{ note: true, reason: "The ticket or phase that had to be done before." }],
  },
  { path: "location", type: "text" },
  { path: "department", type: "text" },
  { path: "workType", type: "text" },
  { path: "customerUpdated", type: "boolean" },
];
