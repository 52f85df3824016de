// Configurations, agreements and projects as tables: what of them has no place in Intercom, for reference.
import type { CsvValue } from "../model/csv-line.ts";
import type { SourceAgreement, SourceConfiguration, SourceProject } from "../model/source/source.ts";

/** A file with its head, and the rows that a record becomes. */
export interface AssetTable<R> {
  readonly file: string;
  readonly head: readonly string[];
  readonly rows: (record: R) => readonly (readonly CsvValue[])[];
}

/** The hierarchy is in `Parent configuration ID`. */
export const CONFIGURATIONS: readonly AssetTable<SourceConfiguration>[] = [
  {
    file: "configurations.csv",
    head: [
      ...["Configuration ID", "Name", "Type", "Status", "Active", "Parent configuration ID", "Company ID"],
      ...["Company", "Contact ID", "Contact", "Site", "Serial number", "Model", "Tag", "Manufacturer"],
      ...["Operating system", "IP address", "MAC address", "Last login", "Purchased", "Installed"],
      ...["Warranty until", "Last seen", "Notes", "Questions", "Custom fields"],
    ],
    rows: (one) => [
      [
        ...[one.id, one.name, one.configurationType?.name, one.status, one.active, one.parentConfigurationId],
        ...[one.company?.id, one.company?.name, one.contact?.id, one.contact?.name, one.site?.name],
        ...[one.serialNumber, one.modelNumber, one.tagNumber, one.manufacturer, one.osType, one.ipAddress],
        ...[one.macAddress, one.lastLoginName, one.purchaseDate, one.installationDate],
        ...[one.warrantyExpirationDate, one.lastSeen, one.notes],
        one.questions.map(({ question, answer }) => `${question}: ${answer}`).join("\n"),
        one.customFields.map(({ caption, value }) => `${caption}: ${value}`).join("\n"),
      ],
    ],
  },
];

export const AGREEMENTS: readonly AssetTable<SourceAgreement>[] = [
  {
    file: "agreements.csv",
    head: [
      ...["Agreement ID", "Name", "Type", "Status", "Cancelled", "Parent agreement ID", "Company ID"],
      ...["Company", "SLA", "Start", "End", "Amount", "Currency", "Billing cycle", "Limit", "Limit counts"],
    ],
    rows: (one) => [
      [
        ...[one.id, one.name, one.agreementType?.name, one.status, one.cancelled, one.parentAgreementId],
        ...[one.company?.id, one.company?.name, one.sla?.name, one.startDate, one.endDate, one.billAmount],
        ...[one.currency, one.billingCycle, one.applicationLimit, one.applicationUnits],
      ],
    ],
  },
  {
    file: "agreement-additions.csv",
    head: ["Agreement ID", "Addition ID", "Product", "Quantity", "Unit price", "Cancelled"],
    rows: ({ id, additions }) =>
      additions.map((one) => [id, one.id, one.product, one.quantity, one.unitPrice, one.cancelled]),
  },
];

export const PROJECTS: readonly AssetTable<SourceProject>[] = [
  {
    file: "projects.csv",
    head: [
      ...["Project ID", "Name", "Type", "Status", "Closed", "Company ID", "Company", "Manager", "Agreement"],
      ...["Billing method", "Billing amount", "Time is", "Budget hours", "Actual hours", "Complete"],
      ...["Estimated start", "Estimated end", "Actual start", "Actual end"],
    ],
    rows: (one) => [
      [
        ...[one.id, one.name, one.projectType, one.status, one.closed, one.company?.id, one.company?.name],
        ...[one.manager?.name, one.agreement?.name, one.billingMethod, one.billingAmount, one.billTime],
        ...[one.budgetHours, one.actualHours, one.percentComplete, one.estimatedStart, one.estimatedEnd],
        ...[one.actualStart, one.actualEnd],
      ],
    ],
  },
  {
    file: "project-phases.csv",
    head: [
      ...["Project ID", "Phase ID", "WBS code", "Name", "Status", "Milestone", "Parent phase ID"],
      ...["Budget hours", "Actual hours", "Start", "End", "Deadline"],
    ],
    rows: ({ id, phases }) =>
      phases.map((one) => [
        ...[id, one.id, one.wbsCode, one.name, one.status, one.milestone, one.parentPhaseId],
        ...[one.budgetHours, one.actualHours, one.startDate, one.endDate, one.deadlineDate],
      ]),
  },
];
