// The field map as a versioned document: object rules, field rules, value maps, policies.
import { z } from "zod";

export const attributeTypes = ["string", "integer", "decimal", "boolean", "datetime", "list"] as const;

/** Who proposed or last changed a row. */
const origin = z.enum(["default", "offline", "model", "earlier", "person"]);

/** What every row says of itself: how sure, why, by whom; `decided` = a person looked at it (or need not). */
const provenance = {
  confidence: z.number().min(0).max(1),
  reason: z.string().max(500),
  origin,
  decided: z.boolean(),
};

export const fieldRule = z.strictObject({
  /** Stable id of the row: `ticket:priority.name`. */
  id: z.string().min(1).max(200),
  object: z.enum(["company", "contact", "ticket"]),
  /** Path in the source record: `priority.name`, `customFields.12`. */
  source: z.string().min(1).max(200),
  /** Null: deliberately not moved. `note`: written into an internal note instead of an attribute. */
  target: z.union([
    z.strictObject({
      kind: z.literal("attribute"),
      model: z.enum(["contact", "company", "conversation"]),
      name: z.string().min(1).max(190),
      type: z.enum(attributeTypes),
      options: z.array(z.string().min(1).max(255)).max(250).default([]),
    }),
    z.strictObject({ kind: z.literal("note") }),
    z.null(),
  ]),
  ...provenance,
});
export type FieldRule = z.infer<typeof fieldRule>;

export const statusRule = z.strictObject({
  boardId: z.string(),
  statusId: z.string(),
  name: z.string(),
  state: z.enum(["open", "snoozed", "closed"]),
  ...provenance,
});
export type StatusRule = z.infer<typeof statusRule>;

export const boardRule = z.strictObject({
  boardId: z.string(),
  name: z.string(),
  migrate: z.boolean(),
  /** The team it becomes; with an `id` if it was chosen among existing ones (a team made later is found by its name at run time; ids are never written back, for the hash covers them); null: no team. */
  team: z.strictObject({ id: z.string().optional(), name: z.string().min(1).max(255) }).nullable(),
  ...provenance,
});
export type BoardRule = z.infer<typeof boardRule>;

export const memberRule = z.strictObject({
  memberId: z.string(),
  name: z.string(),
  email: z.string().optional(),
  /** Null: the fallback admin, with the member's name in the text. */
  admin: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  ...provenance,
});
export type MemberRule = z.infer<typeof memberRule>;

export const policies = z.strictObject({
  /** A contact whose e-mail exists in Intercom: leave it, fill what is empty, or overwrite. */
  existingContact: z.enum(["keep", "fill", "overwrite"]),
  /** Author and assignee where a member has no admin. */
  fallbackAdmin: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Days that a snoozed conversation sleeps from the time of the run. */
  snoozeDays: z.number().int().min(1).max(365),
  includeInactiveContacts: z.boolean(),
  /**
   * State and assignee of a conversation that people worked in and whose ticket changed too: Intercom's stay (`keep`,
   * when absent), or ConnectWise's are written (`overwrite`).
   */
  conflicts: z.enum(["keep", "overwrite"]).optional(),
  /** Larger files are named with their link instead; 10 when absent. */
  maxAttachmentMb: z.number().int().min(1).max(40).optional(),
  /** Articles as drafts, which people publish, or not at all; `draft` when absent. */
  knowledgeBase: z.enum(["draft", "skip"]).optional(),
});
export type Policies = z.infer<typeof policies>;

export const fieldMap = z.strictObject({
  version: z.literal(1),
  fields: z.array(fieldRule).max(2000),
  statuses: z.array(statusRule).max(5000),
  boards: z.array(boardRule).max(1000),
  members: z.array(memberRule).max(5000),
  policies,
});
export type FieldMap = z.infer<typeof fieldMap>;

/** Rows below it are asked about. */
export const ASK_BELOW = 0.75;
