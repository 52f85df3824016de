// ConnectWise's rows as they cross the border. What is not named here (portalPassword, tokens, keys) never enters.
import { z } from "zod";
import { isYesOrNo } from "../../../values/sensitive/looks-sensitive.ts";
import { namesASecret } from "../../../values/sensitive/name-sensitivity.ts";
import { date, flag, id, info, ref } from "../client/border.ts";

/** Types that are never kept, whatever they hold; a button holds nothing. */
const NEVER_KEPT = new Set(["Password", "Button"]);

/** A field for a secret by its caption, unless its type can hold none; ConnectWise calls a choice's entry a List. */
export function isSecretField(field: {
  readonly caption: string;
  readonly type: string;
  readonly entryMethod?: string | undefined;
}): boolean {
  if (/^(?:checkbox|date)$/i.test(field.type) || field.entryMethod === "List") return false;
  return namesASecret(field.caption);
}

/** Values of custom fields: a scalar although typed object; a secret's value is dropped here, at the border. */
export const customFields = z
  .array(
    z.object({
      id,
      caption: z.string().default(""),
      type: z.string().default("Text"),
      entryMethod: z.string().optional(),
      value: z.unknown().optional(),
    }),
  )
  .default([])
  .transform((fields) =>
    fields
      .filter((field) => !NEVER_KEPT.has(field.type))
      .filter((field) => !isSecretField(field) || isYesOrNo(String(field.value ?? "")))
      .map(({ value, entryMethod: _, ...field }) => {
        const read = readValue(value);
        return read === undefined ? field : { ...field, value: read };
      }),
  );

/** What several were chosen of is joined; of a reference its name is the value. */
function readValue(value: unknown): string | number | boolean | undefined {
  if (isScalar(value)) return value;
  if (Array.isArray(value)) {
    const parts = value.map(readValue).filter((part) => part !== undefined && part !== "");
    return parts.length === 0 ? undefined : parts.join(", ");
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { name, value: inner, caption } = value as { name?: unknown; value?: unknown; caption?: unknown };
  return [name, inner, caption].find(isScalar);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export const countAnswer = z.object({ count: z.number().int().nonnegative() });

/** Fields that service and project tickets share. */
const ticketBase = {
  id,
  summary: z.string().default(""),
  board: ref.optional(),
  status: ref.optional(),
  type: ref.optional(),
  subType: ref.optional(),
  item: ref.optional(),
  owner: ref.optional(),
  priority: ref.optional(),
  source: ref.optional(),
  agreement: ref.optional(),
  company: ref.optional(),
  site: ref.optional(),
  contact: ref.optional(),
  contactName: z.string().optional(),
  contactEmailAddress: z.string().optional(),
  contactPhoneNumber: z.string().optional(),
  automaticEmailCc: z.string().optional(),
  automaticEmailCcFlag: z.boolean().optional(),
  resources: z.string().optional(),
  estimatedStartDate: date.optional(),
  budgetHours: z.number().optional(),
  predecessorId: id.optional(),
  location: ref.optional(),
  department: ref.optional(),
  workType: ref.optional(),
  customerUpdatedFlag: z.boolean().optional(),
  closedFlag: flag,
  closedBy: z.string().optional(),
  closedDate: date.optional(),
  requiredDate: date.optional(),
  customFields,
  _info: info,
};

/** Goals and outcome of a ticket's SLA; in lists, those of an active ticket may be stale. */
const serviceLevel = {
  resolutionGoalUTC: date.optional(),
  respondByGoalUTC: date.optional(),
  resplanGoalUTC: date.optional(),
  isInSla: z.boolean().optional(),
  dateResponded: date.optional(),
  respondedBy: z.string().optional(),
  dateResolved: date.optional(),
  resolvedBy: z.string().optional(),
  minutesWaiting: z.number().optional(),
};

export const serviceLevelRow = z.object({ id, ...serviceLevel });

export const ticketRow = z.object({
  ...ticketBase,
  recordType: z.enum(["ServiceTicket", "ProjectTicket", "ProjectIssue"]).default("ServiceTicket"),
  team: ref.optional(),
  severity: z.string().optional(),
  impact: z.string().optional(),
  sla: ref.optional(),
  ...serviceLevel,
  externalXRef: z.string().optional(),
  poNumber: z.string().optional(),
  parentTicketId: id.optional(),
  mergedParentTicket: ref.optional(),
  hasChildTicket: flag,
  hasMergedChildTicketFlag: flag,
});

export const projectTicketRow = z.object({
  ...ticketBase,
  isIssueFlag: flag,
  project: ref.optional(),
  phase: ref.optional(),
  wbsCode: z.string().optional(),
});

const noteBase = {
  id,
  text: z.string().default(""),
  detailDescriptionFlag: flag,
  internalAnalysisFlag: flag,
  resolutionFlag: flag,
  member: ref.optional(),
  contact: ref.optional(),
  _info: info,
};

/** A row of `/notes`. Project tickets' rows have no dateCreated, only `_info`. */
export const noteRow = z.object({
  ...noteBase,
  ticketId: id.optional(),
  dateCreated: date.optional(),
  createdBy: z.string().optional(),
});

/** A row of `/allNotes`: no dateCreated, and other tickets' notes among them. */
export const allNotesRow = z.object({
  ...noteBase,
  noteType: z.string().default("TicketNote"),
  ticket: ref.optional(),
  timeStart: date.optional(),
  originalAuthor: z.string().optional(),
});

export const timeEntryRow = z.object({
  id,
  chargeToId: id.optional(),
  chargeToType: z.string().optional(),
  ticket: ref.optional(),
  member: ref.optional(),
  timeStart: date.optional(),
  timeEnd: date.optional(),
  actualHours: z.number().default(0),
  hoursBilled: z.number().optional(),
  billableOption: z.enum(["Billable", "DoNotBill", "NoCharge", "NoDefault"]).default("NoDefault"),
  hourlyRate: z.number().optional(),
  invoiceHours: z.number().optional(),
  agreementHours: z.number().optional(),
  status: z.string().optional(),
  workRole: ref.optional(),
  workType: ref.optional(),
  notes: z.string().optional(),
  internalNotes: z.string().optional(),
  addToDetailDescriptionFlag: flag,
  addToInternalAnalysisFlag: flag,
  addToResolutionFlag: flag,
  enteredBy: z.string().optional(),
  dateEntered: date.optional(),
  _info: info,
});
