// What people wrote since, as Markdown that a person can read and search; pure. Customer text is escaped, never obeyed.
import type { EditedConversation, LaterEdit, LaterEdits } from "../model/reports/later-edits.ts";

export function describeWork(work: LaterEdits): string {
  const count = work.conversations.length;
  return [
    "# What people wrote in Intercom since the cutover",
    "",
    `Workspace ${escapeMarkdown(work.workspace.name)} (${work.workspace.id}), exported ${work.exportedAt}, before the rollback deleted anything.`,
    `${count} ${count === 1 ? "conversation" : "conversations"}.`,
    "",
    ...work.conversations.flatMap(describeConversation),
  ].join("\n");
}

function describeConversation({ ticketId, conversationId, title, messages }: EditedConversation): string[] {
  const name = title === undefined ? "" : `: ${escapeMarkdown(title.replace(/\s+/g, " "))}`;
  return [
    `## Ticket ${escapeMarkdown(ticketId)}${name}`,
    "",
    `Conversation ${conversationId} in Intercom`,
    "",
    ...messages.flatMap(describeMessage),
  ];
}

function describeMessage({ author, at, partType, text }: LaterEdit): string[] {
  const who = escapeMarkdown(author.name ?? `${author.kind} ${author.id}`);
  const lines = text === "" ? ["(no text)"] : text.split("\n");
  return [`**${who}**, ${at} (${partType})`, "", ...lines.map((line) => `> ${escapeMarkdown(line)}`), ""];
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, (mark) => `\\${mark}`).replace(/^(\s*\d*)([-+.)])/, "$1\\$2");
}
