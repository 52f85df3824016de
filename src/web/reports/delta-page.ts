// What the newest delta did: counts, what changed on both sides, and every ticket that it touched.
import { html } from "hono/html";
import type { DeltaConflict, DeltaSummary, TicketChange } from "../../engine/model/reports/delta-summary.ts";
import { telling } from "../../words/en/telling.ts";
import { cell, fact, type Html, moment, number, plural, reportPage } from "./report-page.ts";

/** The file has all of them. */
const SHOWN = 500;

export function deltaPage(migration: string, path: string, summary: DeltaSummary): Html {
  const { tickets, notes, timeEntries, contacts, companies, changes, conflicts } = summary;
  const when = summary.endedAt ?? summary.startedAt;
  const shown = changes.slice(0, SHOWN);
  return reportPage(
    "What the last catching up changed",
    migration,
    html`<p class="lead">${changes.length === 0 ? "No ticket had changed in ConnectWise." : `${plural(changes.length, "ticket", "tickets")} came from ConnectWise or changed there.`}${when === undefined ? "" : ` ${moment(when)}.`}</p>
<div class="facts">${fact(number(tickets.new), "new tickets")}${fact(number(tickets.changed), "changed tickets")}${fact(number(tickets.closed), "of them closed")}${fact(number(tickets.deleted), "deleted in ConnectWise")}${fact(number(notes), "new notes")}${fact(number(timeEntries), "new time entries")}</div>
<p class="soft">Contacts: ${number(contacts.new)} new, ${number(contacts.changed)} changed. Companies: ${number(companies.new)} new, ${number(companies.changed)} changed. ${plural(summary.articles, "article", "articles")}.</p>
${conflictTable(conflicts)}
${
  changes.length === 0
    ? ""
    : html`<h2>Tickets</h2>${changes.length > SHOWN ? html`<p class="soft">The first ${number(SHOWN)} are shown; the file has all of them.</p>` : ""}
<nav class="pages"><a href="${path}/download.csv">Download all as CSV</a></nav>
<table class="cards"><thead><tr><th>Ticket</th><th>Title</th><th>What happened</th><th>Conversation</th></tr></thead><tbody>${shown.map(
        (change) =>
          html`<tr>${cell("Ticket", change.ticketId)}${cell("Title", change.title)}${cell("What happened", sayChange(change))}${cell("Conversation", change.conversationId)}</tr>`,
      )}</tbody></table>`
}`,
  );
}

/** "closed, 2 notes"; for the file, too. */
export function sayChange({ kind, state, ...change }: TicketChange): string {
  if (kind !== "changed") return kind === "new" ? "new" : "deleted in ConnectWise, closed here";
  const { notes, timeEntries, edited, fields, assigned } = change;
  const said = [
    ...(state === undefined ? [] : [state === "open" ? "open again" : `now ${state}`]),
    ...(notes > 0 ? [plural(notes, "note", "notes")] : []),
    ...(timeEntries > 0 ? [plural(timeEntries, "time entry", "time entries")] : []),
    ...(edited > 0 ? [plural(edited, "edited text", "edited texts")] : []),
    ...(fields ? ["fields"] : []),
    ...(assigned ? ["team or owner"] : []),
  ];
  return said.length > 0 ? said.join(", ") : "changed";
}

function conflictTable({ policy, list }: DeltaSummary["conflicts"]): Html {
  if (list.length === 0) return html`<h2>Changed on both sides</h2><p>Nothing was.</p>`;
  const decided =
    policy === "overwrite"
      ? "The map's policy says overwrite: ConnectWise's state and assignee were written."
      : "The map's policy says keep: state and assignee stay as people set them in Intercom, messages and fields follow ConnectWise.";
  return html`<h2>Changed on both sides</h2><p>${decided}</p>
<table class="cards"><thead><tr><th>Ticket</th><th>Decided</th><th>What happened</th></tr></thead><tbody>${list
    .slice(0, SHOWN)
    .map(
      ({ ticketId, decided: how, what }: DeltaConflict) =>
        html`<tr>${cell("Ticket", ticketId)}${cell("Decided", how === "kept" ? "Intercom's kept" : "ConnectWise's written")}${cell("What happened", telling.say(what))}</tr>`,
    )}</tbody></table>`;
}
