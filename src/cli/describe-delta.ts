// What a delta did, as lines for a person at a terminal.
import type { DeltaSummary, TicketChange } from "../engine/model/reports/delta-summary.ts";

const MOST = 12;

export function describeDelta(summary: DeltaSummary): string[] {
  const { tickets, notes, timeEntries, edited, contacts, companies, articles, changes, conflicts } = summary;
  const { policy, list } = conflicts;
  return [
    `Tickets: ${tickets.new} new, ${tickets.changed} changed (${tickets.closed} of them closed), ${tickets.deleted} deleted in ConnectWise`,
    `${notes} new notes, ${timeEntries} new time entries, ${edited} edited texts in tickets that were there`,
    `Contacts: ${contacts.new} new, ${contacts.changed} changed; companies: ${companies.new} new, ${companies.changed} changed; articles: ${articles}`,
    ...changes.slice(0, MOST).map(describeChange),
    ...more(changes.length),
    `${list.length} changed on both sides${list.length === 0 ? "" : ` (policy "conflicts": ${policy}):`}`,
    ...list.slice(0, MOST).map(({ ticketId, what }) => `  ticket ${ticketId}: ${what}`),
    ...more(list.length),
  ];
}

const more = (count: number) => (count > MOST ? [`  … and ${count - MOST} more (--json has all)`] : []);

function describeChange({ ticketId, kind, state, notes, timeEntries }: TicketChange): string {
  const messages = `${notes} notes, ${timeEntries} time entries`;
  return `  ticket ${ticketId}: ${kind}${state === undefined ? "" : `, now ${state}`}; ${messages}`;
}
