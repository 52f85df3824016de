// The middle column: search, states, and the conversations of one page.
import { html } from "hono/html";
import { htmlToText } from "../html.ts";
import type { Conversation } from "../records.ts";
import type { Workspace } from "../workspace.ts";
import { type ConversationList, currentState, ticketIdOf, titleOf } from "./assemble-list.ts";
import { buildHref, INBOX_PATH, type InboxQuery, STATES } from "./inbox-query.ts";
import { nameContact } from "./name-people.ts";
import { showTime } from "./show-time.ts";

const LABELS = { all: "All", open: "Open", snoozed: "Snoozed", closed: "Closed" };

function buildSearch(query: InboxQuery) {
  const kept = (["team", "state"] as const).map(
    (name) => html`<input type="hidden" name="${name}" value="${query[name]}">`,
  );
  return html`<form class="search" action="${INBOX_PATH}" role="search">${kept}
<input type="search" name="q" value="${query.q}" placeholder="Title or ticket number" aria-label="Search by title or ticket number" data-testid="search">
<button>Search</button></form>`;
}

function buildStates(list: ConversationList, query: InboxQuery) {
  const chips = (["all", ...STATES] as const).map((state) => {
    const href = buildHref(query, { state, page: 1, conversation: "" });
    const current = state === query.state ? "true" : "false";
    return html`<a href="${href}" aria-current="${current}" data-testid="state-${state}">${LABELS[state]} <b>${list.stateCounts[state]}</b></a>`;
  });
  return html`<div class="chips" role="group" aria-label="State">${chips}</div>`;
}

function buildRow(workspace: Workspace, conversation: Conversation, query: InboxQuery) {
  const state = currentState(workspace, conversation);
  const ticket = ticketIdOf(conversation);
  const current = conversation.id === query.conversation ? "true" : "false";
  return html`<li id="c${conversation.id}"><a class="row" href="${buildHref(query, { conversation: conversation.id })}#c${conversation.id}" aria-current="${current}" data-testid="conversation" data-conversation="${conversation.id}">
<span class="who"><span>${nameContact(workspace, conversation.contactId)}</span>${showTime(conversation.created_at, "day")}</span>
<strong>${titleOf(conversation)}</strong>
<span class="snippet">${htmlToText(conversation.body).slice(0, 140)}</span>
<span class="foot"><span class="state ${state}">${LABELS[state]}</span>${ticket === "" ? "" : html`<span>#${ticket}</span>`}</span></a></li>`;
}

function buildPager({ page, pages }: ConversationList, query: InboxQuery) {
  if (pages === 1) return "";
  const step = (to: number, label: string) =>
    to < 1 || to > pages
      ? html`<span>${label}</span>`
      : html`<a href="${buildHref(query, { page: to, conversation: "" })}">${label}</a>`;
  return html`<nav class="pager" aria-label="Pages">${step(page - 1, "Newer")}<span>Page ${page} of ${pages}</span>${step(page + 1, "Older")}</nav>`;
}

function explainEmpty(workspace: Workspace, query: InboxQuery): string {
  if (workspace.conversations.size === 0) return "Nothing has arrived yet.";
  return query.q === "" ? "No conversation here." : `Nothing matches “${query.q}” here.`;
}

export function buildConversationList(
  workspace: Workspace,
  list: ConversationList,
  query: InboxQuery,
  teamName: string,
) {
  return html`<section class="list" aria-label="Conversations"><header><h2>${teamName}</h2>
<a class="refresh" href="${buildHref(query)}">Refresh</a></header>
${buildSearch(query)}${buildStates(list, query)}
${list.total === 0 ? html`<p class="empty">${explainEmpty(workspace, query)}</p>` : ""}
<ol>${list.rows.map((conversation) => buildRow(workspace, conversation, query))}</ol>${buildPager(list, query)}</section>`;
}
