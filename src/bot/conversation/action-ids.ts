// The names of buttons, menus and modals, and what their values carry.
import { z } from "zod";
import { stepName } from "../step-names.ts";

export const ACTIONS = [
  "welcome.claim",
  "welcome.go",
  "connect.link",
  "connect.form",
  "terms.agree",
  "survey.propose",
  "map.change",
  "map.choose",
  "map.page",
  "map.accept",
  "plan.approve",
  "plan.back",
  "teams.check",
  "sample.approve",
  "sample.show",
  "sample.back",
  "sample.write",
  "sample.remove",
  "silence.tick",
  "silence.confirm",
  "cutover.approve",
  "cutover.back",
  "run.pause",
  "run.cancel",
  "task.retry",
  "migrated.delta",
  "migrated.retry",
  "migrated.verify",
  "deltas.off",
  "deltas.on",
  "rollback.open",
  "rollback.confirm",
  "rolled-back.again",
  "correction.confirm",
  "correction.dismiss",
] as const;
export type ActionName = (typeof ACTIONS)[number];

/** Buttons that open a window. */
export const WINDOWS: readonly ActionName[] = ["connect.form", "map.choose", "sample.show", "rollback.open"];

/** A button that only shows something: it changes nothing and fits any step. */
export const SHOW_EXCEPTIONS = "show.exceptions";
export const SHOW_REPORT = "show.report";
export const SHOW_PREFLIGHT = "show.preflight";
export const SHOW_GUIDES = "show.guides";
export const SHOW_TICKETS = "show.tickets";
export const SHOW_DELTA = "show.delta";
/** On Home: a link, and the beginning of a move. */
export const HOME_OPEN = "home.open";
export const HOME_START = "home.start";

export const MODALS = {
  connect: "modal.connect",
  rollback: "modal.rollback",
  choose: "modal.choose",
  start: "modal.start",
} as const;

/** Ids of the inputs in modals: `block_id` and `action_id` are the same. */
export const INPUTS = {
  cwUrl: "source.connectwise.url",
  cwCompany: "source.connectwise.company",
  cwPublicKey: "source.connectwise.publicKey",
  cwPrivateKey: "source.connectwise.privateKey",
  cwClientId: "source.connectwise.clientId",
  intercomUrl: "destination.intercom.url",
  intercomToken: "destination.intercom.token",
  stagingToken: "staging.intercom.token",
  typed: "rollback.typed",
  choice: "map.choice",
  channel: "start.channel",
} as const;

/** What a button's `value` or a modal's `private_metadata` holds: ids only. */
const clickValue = z.strictObject({
  /** Migration. */
  m: z.string().max(100),
  /** Step that it was made for. */
  s: stepName,
  /** Hash that it says yes to. */
  h: z.string().max(128).optional(),
  /** Argument. */
  a: z.string().max(300).optional(),
  /** Word to type, in the window that asks for it. */
  w: z.string().max(200).optional(),
});
export type ClickValue = z.infer<typeof clickValue>;

/**
 * A menu of further actions: each option names the button that it stands for. What such a button's value would hold is
 * the id of its row (255 characters; an option has 75).
 */
export const MORE = "more";

/** Names of actions may repeat in one message; their ids may not: `map.change#3`. */
export const actionId = (name: string, index?: number | string): string =>
  index === undefined ? name : `${name}#${index}`;

export function parseActionId(id: string): string {
  return id.split("#")[0] ?? id;
}

export function parseClickValue(value: unknown): ClickValue | undefined {
  if (typeof value !== "string") return undefined;
  try {
    const parsed = clickValue.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A row of the map that a menu decides, as an option's value (Slack allows 150 characters). */
const rowChoice = z.strictObject({
  /** Revision of the map that the menu was drawn from. */
  r: z.number().int(),
  k: z.enum(["field", "status", "board", "member"]),
  /** Index in that list of the map. */
  i: z.number().int().min(0),
  /** field: `keep`, `note`, `drop`, `attribute` · status: `open`, `snoozed`, `closed` · board: `keep`, `team:ID`, `none`, `leave` · member: `admin:ID`, `fallback` */
  c: z.string().max(90),
});
export type RowChoice = z.infer<typeof rowChoice>;

export const printRowChoice = (choice: RowChoice): string =>
  [choice.r, choice.k, choice.i, choice.c].join("|");

export function parseRowChoice(value: string): RowChoice | undefined {
  const [r, k, i, ...rest] = value.split("|");
  const parsed = rowChoice.safeParse({ r: Number(r), k, i: Number(i), c: rest.join("|") });
  return parsed.success ? parsed.data : undefined;
}
