// The paths that a field rule may read, per object; custom fields are added by their ids.
import type { CustomFieldSurvey } from "../model/survey.ts";
import type { FieldRule } from "./schema.ts";

const RECORD = ["id", "sourceSystem", "dateEntered", "enteredBy", "lastUpdated", "updatedBy"];

/** As the transforms' views offer them; `title`, `body`, people, team and state have rules of their own. */
const SOURCE_PATHS: Readonly<Record<FieldRule["object"], readonly string[]>> = {
  company: [
    ...RECORD,
    ...["identifier", "name", "website", "phone", "address", "territory", "types", "status", "deleted"],
    "otherSites",
    ...["agreements.name", "agreements.type", "agreements.status", "agreements.startDate"],
    ...["agreements.endDate", "agreements.slaName", "agreements.amount", "agreements.others"],
  ],
  contact: [
    ...RECORD,
    ...[
      "firstName",
      "lastName",
      "email",
      "phone",
      "title",
      "types",
      "inactive",
      "company.id",
      "company.name",
    ],
    ...["site.id", "site.name", "otherCommunications"],
    ...["configurations.types", "configurations.serials", "configurations.names", "configurations.lastSeen"],
  ],
  ticket: [
    ...RECORD,
    ...["recordType", "summary", "board.id", "board.name", "status.name", "ticketType.name", "subType.name"],
    ...["item.name", "team.name", "owner.name", "priority.name", "severity", "impact", "source.name"],
    ...["sla.id", "sla.name", "sla.businessHours", "slaBreachTime", "agreement.name", "agreement.id"],
    ...[
      "project.id",
      "project.name",
      "projectText",
      "phase.name",
      "wbsCode",
      "company.id",
      "company.name",
      "contactName",
    ],
    ...["contactEmail", "site.name", "closed", "closedBy", "closedDate", "dateResolved", "requiredDate"],
    ...["parentTicketId", "mergedParentTicketId", "hasChildTicket", "timeEntries.actualHours"],
    ...["timeEntries.hoursBilled", "timeEntries.hourlyRate", "timeEntries.notes"],
  ],
};

export function isKnownPath(
  object: FieldRule["object"],
  path: string,
  customFields: readonly CustomFieldSurvey[],
): boolean {
  return SOURCE_PATHS[object].includes(path) || findCustomField(object, path, customFields) !== undefined;
}

export function findCustomField(
  object: FieldRule["object"],
  path: string,
  customFields: readonly CustomFieldSurvey[],
): CustomFieldSurvey | undefined {
  return customFields.find((field) => field.object === object && path === `customFields.${field.id}`);
}
