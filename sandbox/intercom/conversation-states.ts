// `POST /conversations/{id}/parts`: close, open, snooze, assign. These parts carry the time of the request.
import { z } from "zod";
import { findActor, requireSeat } from "./act.ts";
import { invalid, notFound } from "./api-error.ts";
import { addPart, findConversation, noteNotification } from "./conversation-changes.ts";
import { buildConversation } from "./conversation-view.ts";
import type { Define } from "./endpoint.ts";
import { adminHtml } from "./html.ts";
import type { Author, Conversation, Part } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const assign = z.strictObject({
  message_type: z.literal("assignment"),
  type: z.enum(["admin", "team"]),
  admin_id: z.string(),
  assignee_id: z.string(),
  body: z.string().optional(),
});
const partSchema = z.discriminatedUnion("message_type", [
  z.strictObject({
    message_type: z.literal("close"),
    type: z.literal("admin"),
    admin_id: z.string(),
    body: z.string().optional(),
  }),
  z.strictObject({ message_type: z.literal("snoozed"), admin_id: z.string(), snoozed_until: z.int() }),
  z.strictObject({ message_type: z.literal("open"), admin_id: z.string() }),
  assign,
]);
type Change = z.infer<typeof partSchema>;

/** Team and admin are two assignments; "0" takes one away. */
function applyAssignment(workspace: Workspace, conversation: Conversation, change: z.infer<typeof assign>) {
  const { type, assignee_id: id } = change;
  const known = type === "team" ? workspace.teams.has(id) : workspace.admins.has(id);
  if (id !== "0" && !known) throw notFound(`Assignee ${type} Not Found`, "assignee_not_found");
  if (id !== "0" && type === "admin") requireSeat(workspace, id);
  const assignee = id === "0" ? null : id;
  if (type === "team") conversation.team_assignee_id = assignee;
  else conversation.admin_assignee_id = assignee;
  return assignee === null ? null : { type, id: assignee };
}

function applyChange(workspace: Workspace, conversation: Conversation, change: Change, author: Author): void {
  const now = workspace.now();
  let assigned: ReturnType<typeof applyAssignment> = null;
  let partType: Part["part_type"] = change.message_type;
  if (change.message_type === "assignment") {
    assigned = applyAssignment(workspace, conversation, change);
    if (workspace.habits.assigningReopens && conversation.state === "closed") {
      conversation.state = "open";
      partType = "assign_and_reopen";
    }
  } else if (change.message_type === "snoozed") {
    if (change.snoozed_until <= now) throw invalid("snoozed_until must be in the future", "snoozed_until");
    conversation.state = "snoozed";
    conversation.snoozed_until = change.snoozed_until;
  } else {
    conversation.state = change.message_type === "close" ? "closed" : "open";
    conversation.snoozed_until = null;
    if (change.message_type === "close") conversation.waiting_since = null;
  }
  const body = "body" in change && change.body ? adminHtml(change.body) : null;
  addPart(workspace, conversation, {
    part_type: partType,
    body,
    created_at: now,
    author,
    assigned_to: assigned,
  });
  if (body !== null) noteNotification(workspace, conversation);
}

export function defineConversationStates(define: Define, workspace: Workspace): void {
  define("POST", "/conversations/:id/parts", partSchema, ({ params, body }) => {
    const conversation = findConversation(workspace, params.id);
    applyChange(workspace, conversation, body, findActor(workspace, body.admin_id));
    return buildConversation(workspace, conversation);
  });
}
