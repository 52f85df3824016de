// What the address of the inbox page asks for, and addresses that ask for it.
import { z } from "zod";
import type { Conversation } from "../records.ts";

export const INBOX_PATH = "/_sandbox/inbox";
export const STATES = ["open", "snoozed", "closed"] as const satisfies readonly Conversation["state"][];

const querySchema = z.object({
  /** `all`, `none` (without a team) or a team's id. */
  team: z.string().catch("all"),
  state: z.enum(["all", ...STATES]).catch("all"),
  /** Part of a title or the beginning of a ticket number; empty for everything. */
  q: z.string().trim().catch(""),
  /** From 1. */
  page: z.coerce.number().int().min(1).catch(1),
  /** Id of the conversation on the right; empty for none. */
  conversation: z.string().catch(""),
  /** Id of the team that the form has just made; empty for none. */
  created: z.string().catch(""),
});
export type InboxQuery = z.infer<typeof querySchema>;

/** Never fails: what can't be understood counts as not asked for. */
export const parseInboxQuery = (query: Record<string, string>): InboxQuery => querySchema.parse(query);

const DEFAULTS = parseInboxQuery({});

function buildSearch(query: InboxQuery): string {
  const changed = Object.entries(query).filter(([name, value]) => value !== Reflect.get(DEFAULTS, name));
  const search = new URLSearchParams(changed.map(([name, value]) => [name, String(value)])).toString();
  return search === "" ? "" : `?${search}`;
}

/** The same view but for `change`; what was said once (a team created) is not said again. */
export const buildHref = (query: InboxQuery, change: Partial<InboxQuery> = {}): string =>
  INBOX_PATH + buildSearch({ ...query, created: "", ...change });

/** Where the form that creates a team is sent; the view it is sent from comes along. */
export const buildTeamAction = (query: InboxQuery): string =>
  `${INBOX_PATH}/teams${buildSearch({ ...query, created: "" })}`;
