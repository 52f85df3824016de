// A change of the map that somebody asked for in words: shown, and waiting for a button.
import { z } from "zod";
import type { MapChange } from "../../engine/field-map/change.ts";
import { fieldRule, policies, statusRule } from "../../engine/field-map/schema.ts";

const id = z.string().max(300);
const mapChange = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("set-status"),
    boardId: id,
    statusId: id,
    state: statusRule.shape.state,
  }),
  z.strictObject({
    kind: z.literal("set-board-team"),
    boardId: id,
    team: z.strictObject({ id: id.optional(), name: id }).nullable(),
  }),
  z.strictObject({ kind: z.literal("set-board-migrate"), boardId: id, migrate: z.boolean() }),
  z.strictObject({
    kind: z.literal("set-member-admin"),
    memberId: id,
    admin: z.strictObject({ id, name: z.string().max(1000) }).nullable(),
  }),
  z.strictObject({ kind: z.literal("set-field-target"), ruleId: id, target: fieldRule.shape.target }),
  z.strictObject({ kind: z.literal("set-policies"), policies: policies.partial() }),
  z.strictObject({ kind: z.literal("confirm"), row: id }),
]);

export const actor = z.strictObject({ team: z.string().max(64), user: z.string().max(64) });

export const CHANGES_KEPT = 200;

export const proposal = z.strictObject({
  /** What its buttons carry: a newer proposal has another one. */
  id: z.string().min(1).max(128),
  changes: z
    .array(z.custom<MapChange>((value) => mapChange.safeParse(value).success))
    .min(1)
    .max(CHANGES_KEPT),
  /** The diff in sentences, escaped, in the channel's language. */
  lines: z.array(z.string().max(400)).max(CHANGES_KEPT),
  /** What was not clear, in sentences, escaped. */
  asks: z.array(z.string().max(1000)).max(10),
  /** Of the map that it was made for. */
  revision: z.number().int(),
  /** The map's hash once all of it is done. */
  after: z.string().max(128),
  by: actor,
  /** Its message; null until it was posted. */
  ts: z.string().nullable(),
});
export type Proposal = z.infer<typeof proposal>;
