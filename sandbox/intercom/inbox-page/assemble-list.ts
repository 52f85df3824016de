// Which conversations the inbox lists: by team, state and search, newest first, a page at a time.
import { htmlToText } from "../html.ts";
import type { Conversation } from "../records.ts";
import type { Workspace } from "../workspace.ts";
import { type InboxQuery, STATES } from "./inbox-query.ts";

const PAGE_SIZE = 30;
const TICKET_ID = "Source_Ticket_ID__c";

export interface TeamCount {
  /** `all`, `none` or a team's id. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export interface ConversationList {
  readonly rows: readonly Conversation[];
  /** In the chosen team and search, by state; `all` is their sum. */
  readonly stateCounts: Readonly<Record<InboxQuery["state"], number>>;
  /** Matches on all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** The state at this moment: a snooze ends by itself, and looking at it must change nothing. */
export function currentState(workspace: Workspace, conversation: Conversation): Conversation["state"] {
  const { state, snoozed_until: until } = conversation;
  return state === "snoozed" && until !== null && until <= workspace.now() ? "open" : state;
}

export const ticketIdOf = ({ custom_attributes: values }: Conversation): string =>
  String(values[TICKET_ID] ?? "");

/** Its title, else the beginning of its opening message. */
export const titleOf = (conversation: Conversation): string =>
  conversation.title?.trim() || htmlToText(conversation.body).slice(0, 80) || "No subject";

const isOfTeam = (conversation: Conversation, team: string) =>
  team === "all" || (conversation.team_assignee_id ?? "none") === team;

function isFound(conversation: Conversation, search: string): boolean {
  if (search === "") return true;
  if (titleOf(conversation).toLowerCase().includes(search)) return true;
  return ticketIdOf(conversation).toLowerCase().startsWith(search.replace(/^#/, ""));
}

/** Every team, those without a conversation too, between "All" and "No team". */
export function assembleTeamCounts(workspace: Workspace): TeamCount[] {
  const counts = new Map<string, number>();
  for (const { team_assignee_id: id } of workspace.conversations.values()) {
    counts.set(id ?? "none", (counts.get(id ?? "none") ?? 0) + 1);
  }
  const row = (id: string, name: string) => ({ id, name, count: counts.get(id) ?? 0 });
  const teams = [...workspace.teams.values()].map(({ id, name }) => row(id, name));
  teams.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const all = { id: "all", name: "All conversations", count: workspace.conversations.size };
  return [all, ...teams, row("none", "No team")];
}

/** A page beyond the last is the last. */
export function assembleConversationList(workspace: Workspace, query: InboxQuery): ConversationList {
  const search = query.q.toLowerCase();
  const stateCounts = { all: 0, open: 0, snoozed: 0, closed: 0 };
  const matches: Conversation[] = [];
  for (const conversation of workspace.conversations.values()) {
    if (!isOfTeam(conversation, query.team) || !isFound(conversation, search)) continue;
    const state = currentState(workspace, conversation);
    stateCounts[state] += 1;
    if (query.state === "all" || query.state === state) matches.push(conversation);
  }
  stateCounts.all = STATES.reduce((sum, state) => sum + stateCounts[state], 0);
  matches.sort((a, b) => b.created_at - a.created_at || Number(b.id) - Number(a.id));
  const pages = Math.max(1, Math.ceil(matches.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const rows = matches.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { rows, stateCounts, total: matches.length, page, pages };
}
