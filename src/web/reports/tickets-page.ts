// The cross-reference: old ticket number → conversation, with a field to type a number in.
import { html } from "hono/html";
import type { TicketLink } from "../../engine/engine.ts";
import { cell, type Html, reportPage } from "./report-page.ts";

export interface TicketsView {
  readonly migration: string;
  readonly path: string;
  readonly token: string;
  readonly links: readonly TicketLink[];
  /** The last number of this page, where there are more. */
  readonly next?: string;
  /** The number that somebody typed: the links are what was found of it. */
  readonly wanted?: string;
}

export function ticketsPage({ migration, path, token, links, next, wanted }: TicketsView): Html {
  return reportPage(
    "Old ticket numbers",
    migration,
    html`<p class="lead">Type a ConnectWise ticket number to find the conversation that it became.</p>
${wanted !== undefined && links.length === 0 ? html`<p class="card trouble">Ticket ${wanted} was not moved, or there is no such ticket. Ask Cutover in Slack what became of it.</p>` : ""}
<form class="filter" method="get" action="${path}"><label class="grow">Ticket number <input name="number" inputmode="numeric" maxlength="64" value="${wanted ?? ""}" required></label><button>Look up</button></form>
<nav class="pages">${next === undefined ? "" : html`<a href="${path}?after=${encodeURIComponent(next)}">Next ›</a>`}<a href="${path}/download.csv">Download all as CSV</a></nav>
${links.length > 0 ? table(links, token) : wanted === undefined ? html`<p class="card">No tickets were moved yet.</p>` : ""}`,
  );
}

const anchor = (url: string, conversationId: string): Html =>
  html`<a href="${url}" rel="noreferrer">${conversationId}</a>`;

function table(links: readonly TicketLink[], token: string): Html {
  return html`<table class="cards"><thead><tr><th>Ticket</th><th>Title</th><th>Conversation</th></tr></thead><tbody>${links.map(
    ({ ticketId, title, conversationId, url, continued = [] }) =>
      html`<tr><td data-label="Ticket"><a href="/t/${encodeURIComponent(ticketId)}?key=${token}">${ticketId}</a></td>${cell("Title", title)}<td data-label="Conversation">${anchor(url, conversationId)}${continued.map((one) => html`, then ${anchor(one.url, one.conversationId)}`)}</td></tr>`,
  )}</tbody></table>`;
}
