// Replies to a conversation: an admin's comment or note, a contact's comment.
import { z } from "zod";
import { findActor } from "./act.ts";
import { missing, notFound } from "./api-error.ts";
import {
  attachmentFilesSchema,
  attachmentUrlsSchema,
  keepAttachments,
  MAX_ATTACHMENTS,
} from "./attachments.ts";
import { findBearers } from "./contact-index.ts";
import {
  addPart,
  checkCreatedAt,
  findConversation,
  noteNotification,
  participantsOf,
  ReplyThrottle,
} from "./conversation-changes.ts";
import { buildConversation } from "./conversation-view.ts";
import type { Define } from "./endpoint.ts";
import { adminHtml, contactHtml } from "./html.ts";
import type { Contact, Conversation } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const option = z.strictObject({ text: z.string(), uuid: z.uuid() });
const ofContact = {
  message_type: z.literal("comment"),
  type: z.literal("user"),
  body: z.string(),
  created_at: z.int().optional(),
  attachment_urls: attachmentUrlsSchema,
  reply_options: z.array(option).optional(),
  /** No limit in the description of two of the three forms: what is beyond ten is dropped in silence. */
  attachment_files: attachmentFilesSchema.optional(),
};
const tenFiles = attachmentFilesSchema.max(MAX_ATTACHMENTS).optional();

const adminReply = z.strictObject({
  message_type: z.enum(["comment", "note", "quick_reply"]),
  type: z.literal("admin"),
  body: z.string().optional(),
  admin_id: z.string(),
  created_at: z.int().optional(),
  reply_options: z.array(option).optional(),
  attachment_urls: attachmentUrlsSchema,
  attachment_files: tenFiles,
  skip_notifications: z.boolean().optional(),
});
const contactReply = z.union([
  z.strictObject({ ...ofContact, intercom_user_id: z.string() }),
  z.strictObject({ ...ofContact, email: z.string() }),
  z.strictObject({ ...ofContact, attachment_files: tenFiles, user_id: z.string() }),
]);
const replySchema = z.union([adminReply, contactReply]);
type AdminReply = z.infer<typeof adminReply>;
type ContactReply = z.infer<typeof contactReply>;

function findAuthor(workspace: Workspace, conversation: Conversation, body: ContactReply): Contact {
  let id: string | undefined;
  if ("intercom_user_id" in body) id = body.intercom_user_id;
  else if ("user_id" in body) id = workspace.contactByExternalId.get(body.user_id);
  else [id] = findBearers(workspace, body.email);
  const contact = workspace.contacts.get(id ?? "");
  // Only those who take part can write.
  const takesPart = contact !== undefined && participantsOf(conversation).includes(contact.id);
  if (!takesPart || contact.archived) throw notFound("User Not Found");
  return contact;
}

function checkBody(body: string | undefined, attachments: number): string {
  if ((body ?? "").trim() === "" && attachments === 0) throw missing("Body is required", "body");
  return body ?? "";
}

function applyAdminReply(workspace: Workspace, conversation: Conversation, reply: AdminReply): void {
  const author = findActor(workspace, reply.admin_id);
  const attachments = keepAttachments(workspace, reply.attachment_urls, reply.attachment_files);
  const quick = reply.message_type === "quick_reply";
  if (quick && !reply.reply_options?.length) throw missing("reply_options are required", "reply_options");
  const body = quick ? (reply.body ?? "") : checkBody(reply.body, attachments.length);
  addPart(workspace, conversation, {
    part_type: reply.message_type,
    body: body === "" ? null : adminHtml(body),
    created_at: checkCreatedAt(workspace, reply.created_at, reply.message_type === "note" ? "note" : "admin"),
    author,
    attachments,
  });
  if (reply.message_type === "note") return;
  conversation.waiting_since = null;
  if (workspace.habits.assignsOnReply && author.type === "admin")
    conversation.admin_assignee_id ??= author.id;
  if (reply.skip_notifications !== true) noteNotification(workspace, conversation);
}

/** A contact's reply reopens a closed or snoozed conversation. */
function applyContactReply(workspace: Workspace, conversation: Conversation, reply: ContactReply): void {
  const contact = findAuthor(workspace, conversation, reply);
  const attachments = keepAttachments(workspace, reply.attachment_urls, reply.attachment_files);
  const body = checkBody(reply.body, attachments.length);
  const createdAt = checkCreatedAt(workspace, reply.created_at, "contact");
  const reopens = conversation.state !== "open";
  conversation.state = "open";
  conversation.snoozed_until = null;
  conversation.waiting_since ??= createdAt;
  contact.last_replied_at = Math.max(contact.last_replied_at ?? 0, createdAt);
  addPart(workspace, conversation, {
    part_type: reopens && workspace.habits.repliesReopenAsOpenParts ? "open" : "comment",
    body: body === "" ? null : contactHtml(workspace, body),
    created_at: createdAt,
    author: { type: contact.role, id: contact.id },
    attachments,
  });
}

export function defineReplies(define: Define, workspace: Workspace): void {
  const throttle = new ReplyThrottle(workspace);

  define("POST", "/conversations/:id/reply", replySchema, ({ params, body }) => {
    const conversation = findConversation(workspace, params.id);
    throttle.take(conversation.id);
    if (body.type === "admin") applyAdminReply(workspace, conversation, body);
    else applyContactReply(workspace, conversation, body);
    return buildConversation(workspace, conversation);
  });
}
