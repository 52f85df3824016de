// Fields of contacts.
import { recordFields, type SourceField } from "./source-field.ts";

export const CONTACT_FIELDS: readonly SourceField[] = [
  ...recordFields({
    id: [
      {
        model: "contact",
        attribute: "Source_Contact_ID__c",
        reason: "Traces the contact back to ConnectWise.",
      },
    ],
    sourceSystem: [
      { model: "contact", attribute: "Source_System__c", reason: "Says where the record came from." },
    ],
    dateEntered: [
      {
        model: "contact",
        attribute: "Original_Create_Date__c",
        reason: "Intercom shows the import's date otherwise.",
      },
    ],
    lastUpdated: [
      { model: "contact", attribute: "Source_Last_Modified__c", reason: "Deltas and audits lean on it." },
    ],
  }),
  { path: "firstName", type: "text" },
  { path: "lastName", type: "text" },
  { path: "email", type: "text" },
  { path: "phone", type: "text" },
  {
    path: "title",
    type: "text",
    defaults: [{ model: "contact", attribute: "Title__c", reason: "The job title." }],
  },
  {
    path: "department",
    type: "text",
    defaults: [{ model: "contact", attribute: "Department__c", reason: "The department of the contact." }],
  },
  {
    path: "manager.name",
    type: "text",
    defaults: [{ model: "contact", attribute: "Manager__c", reason: "Whom the contact reports to." }],
  },
  { path: "relationship", type: "text" },
  {
    path: "types",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Contact_Type__c",
        reason: "Contact types, comma-separated where there are several.",
      },
    ],
  },
  { path: "inactive", type: "boolean" },
  { path: "company.id", type: "id" },
  { path: "company.name", type: "text" },
  { path: "site.id", type: "id" },
  {
    path: "site.name",
    type: "text",
    defaults: [{ model: "contact", attribute: "Site__c", reason: "The site where the contact works." }],
  },
  {
    path: "otherCommunications",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Other_Communications__c",
        reason: "Intercom keeps one e-mail and one phone.",
      },
    ],
  },
  {
    path: "configurations.types",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Configuration_Type__c",
        reason: "Types of the contact's configurations.",
      },
    ],
  },
  {
    path: "configurations.serials",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Configuration_Serial__c",
        reason: "Their serial numbers, comma-separated.",
      },
    ],
  },
  { path: "configurations.names", type: "text" },
  {
    path: "configurations.lastSeen",
    type: "date",
    defaults: [
      {
        model: "contact",
        attribute: "Configuration_Last_Seen__c",
        reason: "When the last of them reported.",
      },
    ],
  },
];
