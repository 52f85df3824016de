// What people wrote in Intercom before a rollback took the conversations away.
import { html } from "hono/html";
import type { EditedConversation, LaterEdits } from "../../engine/model/reports/later-edits.ts";
import { type Html, moment, number, plural, reportPage, shown } from "./report-page.ts";

/** More are in the files. */
const SHOWN = 200;

export function workPage(migration: string, path: string, work: LaterEdits): Html {
  const { conversations } = work;
  return reportPage(
    "What people wrote since the cutover",
    migration,
    html`<p class="lead">${plural(conversations.length, "conversation", "conversations")} of the workspace ${work.workspace.name}, exported on ${moment(work.exportedAt)}, before the rollback deleted anything.</p>
<nav class="pages"><a href="${path}/work.md">Download as Markdown</a><a href="${path}/work.json">Download as JSON</a></nav>
${conversations.length > SHOWN ? html`<p class="soft">The first ${number(SHOWN)} are shown; the files have all of them.</p>` : ""}
${conversations.slice(0, SHOWN).map(section)}`,
  );
}

function section({ ticketId, title, conversationId, messages }: EditedConversation): Html {
  return html`<h2>Ticket ${ticketId}${title === undefined ? "" : html`: <bdi>${shown(title)}</bdi>`}</h2><p class="soft">Conversation ${conversationId}</p>
${messages.map(({ author, at, partType, text }) => html`<div class="card"><p class="soft">${shown(author.name ?? `${author.kind} ${author.id}`)}, ${moment(at)} (${partType})</p><p class="said"><bdi>${text === "" ? "(no text)" : shown(text)}</bdi></p></div>`)}`;
}
