// The whole page: teams, conversations, and the chosen one.
import { html } from "hono/html";
import type { Workspace } from "../workspace.ts";
import { assembleConversationList, assembleTeamCounts, ticketIdOf, titleOf } from "./assemble-list.ts";
import { buildConversationList } from "./build-conversation-list.ts";
import { buildDetails } from "./build-details.ts";
import { buildTeamList, type TeamForm } from "./build-team-list.ts";
import { buildThread } from "./build-thread.ts";
import { buildHref, INBOX_PATH, type InboxQuery } from "./inbox-query.ts";
import { nameContact } from "./name-people.ts";

function buildChosen(workspace: Workspace, query: InboxQuery) {
  if (query.conversation === "") {
    return html`<main class="chosen none"><p class="empty">Choose a conversation to read it.</p></main>`;
  }
  const back = html`<a class="back" href="${buildHref(query, { conversation: "" })}">Back to the list</a>`;
  const conversation = workspace.conversations.get(query.conversation);
  if (!conversation) {
    return html`<main class="chosen">${back}<p class="empty">This conversation isn't here any more.</p></main>`;
  }
  const ticket = ticketIdOf(conversation);
  return html`<main class="chosen">${back}<header><h1 data-testid="title">${titleOf(conversation)}</h1>
<p>${nameContact(workspace, conversation.contactId)}${ticket === "" ? "" : ` · ticket #${ticket}`}</p></header>
<div class="reading">${buildThread(workspace, conversation)}${buildDetails(workspace, conversation)}</div></main>`;
}

/** `form` says what became of the last try to create a team. A team that isn't there counts as all. */
export function buildInboxPage(workspace: Workspace, asked: InboxQuery, form: TeamForm) {
  const teams = assembleTeamCounts(workspace);
  const team = teams.find(({ id }) => id === asked.team);
  const query = team ? asked : { ...asked, team: "all" };
  const list = assembleConversationList(workspace, query);
  const name = workspace.settings.workspaceName;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inbox · ${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${INBOX_PATH}/inbox.css"></head>
<body class="${query.conversation === "" ? "choosing" : "reading-one"}">
<div class="top"><a href="${INBOX_PATH}"><strong>${name}</strong> Inbox</a><span>Stand-in for Intercom</span></div>
<div class="columns">${buildTeamList(teams, query, form)}${buildConversationList(workspace, list, query, team?.name ?? "All conversations")}${buildChosen(workspace, query)}</div>
</body></html>`;
}
