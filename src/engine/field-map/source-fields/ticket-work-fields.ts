// Fields of tickets about service level and time worked.
import type { SourceField } from "./source-field.ts";

export const TICKET_WORK_FIELDS: readonly SourceField[] = [
  { path: "sla.id", type: "id" },
  {
    path: "slaBreachTime",
    type: "date",
    defaults: [
      {
        model: "conversation",
        attribute: "SLA_Breach_Time__c",
        reason: "When the resolution was due by SLA.",
      },
    ],
  },
  {
    path: "respondByGoal",
    type: "date",
    defaults: [
      {
        model: "conversation",
        attribute: "SLA_Response_Goal__c",
        reason: "When the first response was due by SLA.",
      },
    ],
  },
  { path: "planGoal", type: "date" },
  {
    path: "isInSla",
    type: "boolean",
    defaults: [
      {
        model: "conversation",
        attribute: "SLA_Met__c",
        reason: "Whether ConnectWise counts the SLA as kept.",
      },
    ],
  },
  {
    path: "dateResponded",
    type: "date",
    defaults: [
      {
        model: "conversation",
        attribute: "First_Response_Date__c",
        reason: "When the customer was first answered.",
      },
    ],
  },
  { path: "respondedBy", type: "text" },
  {
    path: "dateResolved",
    type: "date",
    defaults: [
      {
        model: "conversation",
        attribute: "Resolved_Date__c",
        reason: "When the ticket was resolved, which may be before it was closed.",
      },
    ],
  },
  {
    path: "resolvedBy",
    type: "text",
    defaults: [{ model: "conversation", attribute: "Resolved_By__c", reason: "Who resolved the ticket." }],
  },
  { path: "minutesWaiting", type: "number" },
  {
    path: "sla.businessHours",
    type: "boolean",
    defaults: [
      {
        model: "conversation",
        attribute: "SLA_Business_Hours__c",
        reason: "Whether the SLA counts business hours only.",
      },
    ],
  },
  { path: "timeEntries.actualHours", type: "number" },
  {
    path: "timeEntries.hoursBilled",
    type: "number",
    defaults: [
      { model: "conversation", attribute: "Billable_Hours__c", reason: "The sum of billable hours." },
    ],
  },
  {
    path: "timeEntries.hourlyRate",
    type: "number",
    defaults: [
      {
        model: "conversation",
        attribute: "Billable_Rate__c",
        reason: "The hourly rate; several are averaged by hours.",
      },
    ],
  },
  {
    path: "timeEntries.notes",
    type: "text",
    defaults: [
      {
        model: "conversation",
        attribute: "Time_Entry_Description__c",
        reason: "Intercom has no time entries; each is a note too.",
      },
    ],
  },
];
