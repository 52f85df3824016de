// Fields of companies: on contacts for agents to see, and on native companies, where Intercom refuses a contact attribute's name.
import { recordFields, type SourceField } from "./source-field.ts";

export const COMPANY_FIELDS: readonly SourceField[] = [
  ...recordFields({
    id: [
      {
        model: "contact",
        attribute: "Source_Company_ID__c",
        reason: "Traces a contact's company back to ConnectWise.",
      },
      {
        model: "company",
        attribute: "Account_Source_ID__c",
        reason: "Traces the company back to ConnectWise.",
      },
    ],
    sourceSystem: [
      { model: "company", attribute: "Account_Source_System__c", reason: "Says where the record came from." },
    ],
    dateEntered: [
      {
        model: "company",
        attribute: "Account_Original_Create_Date__c",
        reason: "Intercom shows the import's date otherwise.",
      },
    ],
    lastUpdated: [
      {
        model: "company",
        attribute: "Account_Source_Last_Modified__c",
        reason: "Deltas and audits lean on it.",
      },
    ],
  }),
  { path: "identifier", type: "text" },
  {
    path: "name",
    type: "text",
    defaults: [
      { model: "contact", attribute: "Company_Name__c", reason: "Agents see the company on the contact." },
    ],
  },
  {
    path: "address",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Company_Address__c",
        reason: "The primary site's address, in one line.",
      },
      {
        model: "company",
        attribute: "Account_Address__c",
        reason: "The primary site's address, in one line.",
      },
    ],
  },
  {
    path: "phone",
    type: "text",
    defaults: [
      { model: "contact", attribute: "Company_Phone__c", reason: "The company's main number." },
      { model: "company", attribute: "Account_Phone__c", reason: "The company's main number." },
    ],
  },
  {
    path: "website",
    type: "text",
    defaults: [{ model: "contact", attribute: "Company_Website__c", reason: "The company's website." }],
  },
  {
    path: "territory",
    type: "text",
    defaults: [
      { model: "contact", attribute: "Territory__c", reason: "The sales or service territory." },
      { model: "company", attribute: "Account_Territory__c", reason: "The sales or service territory." },
    ],
  },
  {
    path: "types",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Company_Type__c",
        reason: "Company types, comma-separated where there are several.",
      },
      {
        model: "company",
        attribute: "Account_Type__c",
        reason: "Company types, comma-separated where there are several.",
      },
    ],
  },
  {
    path: "status",
    type: "text",
    defaults: [
      { model: "company", attribute: "Account_Status__c", reason: "The company's status in ConnectWise." },
    ],
  },
  { path: "deleted", type: "boolean" },
  {
    path: "accountNumber",
    type: "text",
    defaults: [
      {
        model: "company",
        attribute: "Account_Number__c",
        reason: "The number that the company has in accounting.",
      },
    ],
  },
  {
    path: "market",
    type: "text",
    defaults: [
      { model: "company", attribute: "Account_Market__c", reason: "The market that the company belongs to." },
    ],
  },
  {
    path: "territoryManager.name",
    type: "text",
    defaults: [
      { model: "company", attribute: "Account_Territory_Manager__c", reason: "Who looks after the company." },
    ],
  },
  {
    path: "defaultContact.name",
    type: "text",
    defaults: [{ model: "company", attribute: "Account_Default_Contact__c", reason: "Whom to call first." }],
  },
  {
    path: "parentCompany.name",
    type: "text",
    defaults: [
      {
        model: "company",
        attribute: "Account_Parent__c",
        reason: "Intercom keeps no hierarchy of companies.",
      },
    ],
  },
  {
    path: "timeZone",
    type: "text",
    defaults: [
      { model: "company", attribute: "Account_Time_Zone__c", reason: "When the company is at work." },
    ],
  },
  {
    path: "otherSites",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Other_Sites__c",
        reason: "Intercom keeps one address: further sites as text.",
      },
      {
        model: "company",
        attribute: "Account_Other_Sites__c",
        reason: "Intercom keeps one address: further sites as text.",
      },
    ],
  },
  { path: "agreements.name", type: "text" },
  {
    path: "agreements.type",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Agreement_Type__c",
        reason: "The agreement in force; Intercom has no contracts.",
      },
    ],
  },
  { path: "agreements.status", type: "text" },
  {
    path: "agreements.startDate",
    type: "date",
    defaults: [
      { model: "contact", attribute: "Agreement_Start_Date__c", reason: "When the agreement began." },
    ],
  },
  {
    path: "agreements.endDate",
    type: "date",
    defaults: [{ model: "contact", attribute: "Agreement_End_Date__c", reason: "Empty when it never ends." }],
  },
  {
    path: "agreements.slaName",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Agreement_SLA_Tier__c",
        reason: "The service level that the agreement grants.",
      },
    ],
  },
  {
    path: "agreements.amount",
    type: "text",
    defaults: [
      {
        model: "contact",
        attribute: "Agreement_Amount__c",
        reason: "For reference: Intercom bills nothing.",
      },
    ],
  },
  {
    path: "agreements.others",
    type: "text",
    defaults: [{ model: "contact", attribute: "Other_Agreements__c", reason: "Further agreements as text." }],
  },
];
