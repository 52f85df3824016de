// The messages of a conversation in their order: comments, internal notes, and what happened between them.
import { html } from "hono/html";
import type { Attachment, Author, Conversation, Part } from "../records.ts";
import type { Workspace } from "../workspace.ts";
import { nameAssignee, nameAuthor } from "./name-people.ts";
import { safeAddress, safeBody } from "./safe-body.ts";
import { showTime } from "./show-time.ts";

type Message = Pick<Part, "body" | "created_at" | "author" | "attachments">;

const ROLES: Record<Author["type"], string> = {
  user: "Customer",
  lead: "Customer",
  admin: "Teammate",
  bot: "Bot",
};

function buildAttachment({ name, url, filesize }: Attachment) {
  const address = safeAddress(url);
  const size = filesize === 0 ? "" : ` · ${Math.max(1, Math.round(filesize / 1024)).toLocaleString("en")} KB`;
  const label = html`<span>${name}</span>${size}`;
  return html`<li>${address === undefined ? label : html`<a href="${address}" target="_blank" rel="noopener noreferrer">${label}</a>`}</li>`;
}

function buildMessage(workspace: Workspace, message: Message, kind: "opening" | "comment" | "note") {
  const { author, attachments } = message;
  const side =
    kind === "note" ? "note" : author.type === "user" || author.type === "lead" ? "customer" : "teammate";
  const name = nameAuthor(workspace, author);
  const label = kind === "note" ? "Internal note" : ROLES[author.type];
  return html`<li class="message ${side}" data-testid="part" data-kind="${kind}">
<header><strong>${name}</strong> <span class="kind">${label}</span>${showTime(message.created_at)}</header>
<div class="body">${safeBody(message.body)}</div>
${attachments.length === 0 ? "" : html`<ul class="files" aria-label="Attachments">${attachments.map(buildAttachment)}</ul>`}</li>`;
}

function explainEvent(workspace: Workspace, part: Part): string {
  if (part.part_type.startsWith("assign"))
    return `assigned this to ${nameAssignee(workspace, part.assigned_to)}`;
  return (
    { close: "closed this", open: "opened this", snoozed: "snoozed this" }[part.part_type as string] ??
    part.part_type
  );
}

function buildPart(workspace: Workspace, part: Part) {
  if (part.part_type === "note") return buildMessage(workspace, part, "note");
  if (part.part_type === "comment" || part.part_type === "quick_reply")
    return buildMessage(workspace, part, "comment");
  return html`<li class="event"><span>${nameAuthor(workspace, part.author)} ${explainEvent(workspace, part)}</span> · ${showTime(part.created_at)}</li>${
    part.body === null ? "" : buildMessage(workspace, part, "comment")
  }`;
}

export function buildThread(workspace: Workspace, conversation: Conversation) {
  return html`<ol class="thread" data-testid="thread">${buildMessage(workspace, conversation, "opening")}${conversation.parts.map(
    // An import leaves dozens of them in a row, and no word of anybody.
    (part) =>
      part.part_type === "conversation_attribute_updated_by_admin" ? "" : buildPart(workspace, part),
  )}</ol>`;
}
