// What a change of custom attributes leaves in a conversation: a part of the bot for each that changed.
import { OPERATOR } from "./act.ts";
import { addPart } from "./conversation-changes.ts";
import type { Attributes, Conversation } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** `before`: how they were. The parts count among the 500 that are shown. */
export function leaveAttributeParts(
  workspace: Workspace,
  conversation: Conversation,
  before: Attributes,
): void {
  if (!workspace.habits.attributeParts) return;
  const after = conversation.custom_attributes;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    if (before[name] === after[name]) continue;
    addPart(workspace, conversation, {
      part_type: "conversation_attribute_updated_by_admin",
      body: null,
      created_at: workspace.now(),
      author: { type: "bot", id: OPERATOR.id },
    });
  }
}
