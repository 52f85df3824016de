// Lists below /system: members, documents, custom fields, workflows, audit trail.
import { TERRITORIES } from "../../tenant/companies.ts";
import { findById } from "../../tenant/desk.ts";
import type { TenantDocument } from "../../tenant/documents.ts";
import { type Collection, collection, type Scope } from "../collection.ts";
import { badField } from "../cw-error.ts";

/** Documents are asked for by the record that they hang on; without it ConnectWise refuses. */
function documentsOf({ tenant, extra }: Scope): readonly object[] {
  const { recordType = "", recordId = "" } = extra;
  if (!recordType || !/^\d+$/.test(recordId))
    throw badField("recordType", "recordType and recordId are required");
  const matches = (document: TenantDocument) =>
    document.recordType === recordType && document.recordId === Number(recordId);
  return tenant.documents.filter(matches).map((document) => document.info);
}

function auditTrail({ tenant, extra }: Scope): readonly object[] {
  if (!extra.type || !/^\d+$/.test(extra.id ?? "")) throw badField("type", "type and id are required");
  return extra.type === "Ticket" || extra.type === "ProjectTicket"
    ? tenant.auditTrailOf(Number(extra.id))
    : [];
}

const LOCATIONS = TERRITORIES.map(({ id, name }) => ({
  id,
  name,
  structureLevel: { id: 1, name: "Location" },
  locationFlag: true,
}));

export const SYSTEM_COLLECTIONS: readonly Collection[] = [
  collection("/system/members", ({ tenant }) => tenant.members, {
    right: "Member Maintenance",
    optional: ["inactiveDate", "password", "token"],
  }),
  collection("/system/userDefinedFields", ({ tenant }) => tenant.userDefinedFields, { right: "Table Setup" }),
  collection("/system/documents", documentsOf, {
    right: "Manage Documents",
    extraParameters: ["recordType", "recordId"],
    single: false,
    optional: ["title", "fileName", "size", "guid", "linkFlag", "urlFlag", "publicFlag"],
  }),
  collection("/system/audittrail", auditTrail, {
    extraParameters: ["type", "id", "deviceIdentifier", "xrefRecId"],
    single: false,
  }),
  collection("/system/locations", () => LOCATIONS),
  collection("/system/workflows", ({ tenant }) => tenant.workflows, { right: "Table Setup" }),
  collection(
    "/system/workflows/:parentId/events",
    ({ tenant, ids }) =>
      findById(tenant.workflows, ids.parentId ?? 0) &&
      tenant.workflowEvents
        .filter((event) => event.workflowId === ids.parentId)
        .map(({ workflowId, ...event }) => event),
  ),
  ...[
    "/system/workflows/:grandparentId/events/:parentId/actions",
    "/system/workflows/events/:parentId/actions",
  ].map((path) =>
    collection(path, ({ tenant, ids }) =>
      tenant.workflowActions
        .filter((action) => action.eventId === ids.parentId)
        .map(({ eventId, ...action }) => action),
    ),
  ),
  collection(
    "/system/workflows/:parentId/triggers",
    ({ tenant, ids }) =>
      findById(tenant.workflows, ids.parentId ?? 0) &&
      tenant.workflowTriggers
        .filter((row) => row.workflowId === ids.parentId)
        .map(({ workflowId, ...row }) => row),
  ),
];
