// What a delta did, for the card that follows it: counts, the first tickets, and what changed on both sides.
import type { DeltaSummary, TicketChange } from "../../engine/model/reports/delta-summary.ts";
import type { Words } from "../../words/words.ts";
import { type Block, bullets, section } from "../blocks/block.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";

const TICKETS_SHOWN = 12;

/** Records that did not make it; what was decided by policy is told apart, and nothing is to be tried again. */
export const countFailed = ({ conflicts }: DeltaSummary, exceptions: number): number =>
  Math.max(0, exceptions - conflicts.list.filter(({ decided }) => decided === "kept").length);

/** True when there is something to read beside the counts. */
export const hasDetails = ({ changes, conflicts }: DeltaSummary): boolean =>
  changes.length + conflicts.list.length > 0;

export function describeDelta(summary: DeltaSummary, words: Words): Block[] {
  const text = words.delta;
  const lines = countLines(summary, words);
  const shown = summary.changes.slice(0, TICKETS_SHOWN).map((change) => formatTicket(change, words));
  const rest = summary.changes.length - shown.length;
  return [
    section(lines.length === 0 ? text.nothing : `${text.lead}\n${bullets(lines)}`),
    ...(shown.length > 0 ? [section(bullets([...shown, ...(rest > 0 ? [text.more(rest)] : [])]))] : []),
    ...describeConflicts(summary, words),
  ];
}

/** Only what there was. */
function countLines(summary: DeltaSummary, words: Words): readonly string[] {
  const text = words.delta;
  const { tickets, notes, timeEntries, edited, contacts, companies, articles } = summary;
  return [
    ...(tickets.new > 0 ? [text.newTickets(tickets.new)] : []),
    ...(tickets.changed > 0 ? [text.changedTickets(tickets.changed, tickets.closed)] : []),
    ...(tickets.deleted > 0 ? [text.deletedTickets(tickets.deleted)] : []),
    ...(notes + timeEntries > 0 ? [text.messages(notes, timeEntries)] : []),
    ...(edited > 0 ? [text.edited(edited)] : []),
    ...(contacts.new + contacts.changed > 0 ? [text.contacts(contacts.new, contacts.changed)] : []),
    ...(companies.new + companies.changed > 0 ? [text.companies(companies.new, companies.changed)] : []),
    ...(articles > 0 ? [text.articles(articles)] : []),
  ];
}

/** "Ticket 10012, Printer offline: now closed, 2 notes". */
function formatTicket(change: TicketChange, words: Words): string {
  const text = words.delta;
  const { kind, state, notes, timeEntries, edited, fields, assigned } = change;
  const told =
    kind === "changed"
      ? [
          ...(state === undefined ? [] : [text.states[state]]),
          ...(notes > 0 ? [text.notes(notes)] : []),
          ...(timeEntries > 0 ? [text.timeEntries(timeEntries)] : []),
          ...(edited > 0 ? [text.editedTexts(edited)] : []),
          ...(assigned ? [text.assigned] : []),
        ]
      : [];
  // Fields change with nearly everything: worth a word only where nothing else did.
  const details = told.length === 0 && kind === "changed" && fields ? [text.fields] : told;
  const what = details.length > 0 ? details.join(", ") : text.kinds[kind];
  const title = change.title === undefined ? "" : escapeMrkdwn(change.title, 80);
  return text.ticket(escapeMrkdwn(change.ticketId, 40), title, what);
}

function describeConflicts({ conflicts: { policy, list } }: DeltaSummary, words: Words): Block[] {
  if (list.length === 0) return [];
  const text = words.delta;
  const numbers = list.slice(0, TICKETS_SHOWN).map(({ ticketId }) => escapeMrkdwn(ticketId, 40));
  const rest = list.length - numbers.length;
  const tickets = [...numbers, ...(rest > 0 ? [words.survey.more(rest)] : [])].join(", ");
  const decided = policy === "overwrite" ? text.overwritten : text.kept;
  return [section(`${text.conflicts(list.length, tickets)} ${decided}`)];
}
