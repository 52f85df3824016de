// Conversations: create, read, update, delete. Replies and states have files of their own.
import { z } from "zod";
import { ApiError, missing, notFound } from "./api-error.ts";
import { attachmentUrlsSchema, keepAttachments } from "./attachments.ts";
import { leaveAttributeParts } from "./attribute-parts.ts";
import { findCompany } from "./companies.ts";
import { answerAsBot, checkCreatedAt, findConversation } from "./conversation-changes.ts";
import { buildConversation, buildConversationItem } from "./conversation-view.ts";
import { applyConversationAttributes } from "./custom-attributes.ts";
import type { Define } from "./endpoint.ts";
import { contactHtml } from "./html.ts";
import { assembleCursorPage, assembleNumberedPage } from "./paging.ts";
import type { Contact, Conversation } from "./records.ts";
import { refuseToDelete } from "./refuse-to-delete.ts";
import type { Workspace } from "./workspace.ts";

const createSchema = z.strictObject({
  from: z.strictObject({ type: z.enum(["lead", "user", "contact"]), id: z.string().length(24) }),
  body: z.string(),
  subject: z.string().optional(),
  attachment_urls: attachmentUrlsSchema,
  created_at: z.int().optional(),
  brand_id: z.string().optional(),
});
type CreateBody = z.infer<typeof createSchema>;

const updateSchema = z.strictObject({
  read: z.boolean().optional(),
  title: z.string().optional(),
  custom_attributes: z.record(z.string(), z.unknown()).optional(),
  /** "Set to nil to remove company": null isn't in the description's type, but in its words. */
  company_id: z.string().nullable().optional(),
});

/** Archived contacts can't write; a `user` isn't found under `lead` and the other way round. */
function findSender(workspace: Workspace, from: CreateBody["from"]): Contact {
  const contact = workspace.contacts.get(from.id);
  const rightRole = from.type === "contact" || from.type === contact?.role;
  if (!contact || contact.archived || !rightRole) throw notFound("User Not Found");
  return contact;
}

function createConversation(workspace: Workspace, body: CreateBody): Conversation {
  const contact = findSender(workspace, body.from);
  if (body.body.trim() === "") throw missing("Body is required", "body");
  const createdAt = checkCreatedAt(workspace, body.created_at, "opening");
  const { habits, settings } = workspace;
  const [company] = contact.company_ids;
  const conversation: Conversation = {
    id: workspace.newConversationId(),
    messageId: workspace.newMessageId(),
    contactId: contact.id,
    participantIds: [],
    title: null,
    body: contactHtml(workspace, body.body),
    author: { type: contact.role, id: contact.id },
    attachments: keepAttachments(workspace, body.attachment_urls),
    created_at: createdAt,
    updated_at: workspace.now(),
    state: "open",
    snoozed_until: null,
    waiting_since: createdAt,
    read: false,
    admin_assignee_id: habits.defaultAssigneeId,
    team_assignee_id: null,
    company_id: habits.defaultCompany && company !== undefined ? company : null,
    custom_attributes: {},
    parts: [],
    searchableAtMs: workspace.nowMs() + settings.searchLagMs,
    botAnswersAtMs: habits.botAnswersAfterMs === null ? null : workspace.nowMs() + habits.botAnswersAfterMs,
    unreadable: {
      readsLeft: habits.unreadable.reads,
      untilMs: workspace.nowMs() + habits.unreadable.forMs,
    },
  };
  workspace.conversations.set(conversation.id, conversation);
  const ofContact = workspace.conversationsByContact.get(contact.id);
  if (ofContact) ofContact.add(conversation.id);
  else workspace.conversationsByContact.set(contact.id, new Set([conversation.id]));
  contact.last_replied_at = Math.max(contact.last_replied_at ?? 0, createdAt);
  if (workspace.automations) answerAsBot(workspace, conversation);
  return conversation;
}

/** Anywhere in the workspace, whatever the request sets. */
function refuseTwins({ conversationAttributes }: Workspace): void {
  const names = new Set<string>();
  for (const { name, archived } of conversationAttributes.values()) {
    if (archived) continue;
    if (names.has(name)) {
      const message = `Multiple conversation attributes named '${name}' exist: rename or archive the duplicate`;
      throw new ApiError(400, "INVALID_PARAMETER", message);
    }
    names.add(name);
  }
}

export function defineConversations(define: Define, workspace: Workspace): void {
  define("POST", "/conversations", createSchema, ({ body }) => {
    const conversation = createConversation(workspace, body);
    return {
      type: "user_message",
      id: conversation.messageId,
      created_at: conversation.created_at,
      body: body.body,
      message_type: "inapp",
      conversation_id: conversation.id,
    };
  });

  define("GET", "/conversations", null, ({ query }) => {
    const all = [...workspace.conversations.values()];
    const page = assembleCursorPage(all, Number(query.per_page ?? 20), 150, query.starting_after);
    const conversations = page.items.map((conversation) => buildConversationItem(workspace, conversation));
    return { type: "conversation.list", conversations, total_count: page.total, pages: page.pages };
  });

  define("GET", "/conversations/deleted", null, ({ query }) => {
    const all = [...workspace.deletedConversations];
    if (query.order !== "asc") all.reverse();
    const page = assembleNumberedPage(all, query, 20, 60);
    const per = page.pages.per_page;
    const next =
      page.next === null ? null : `${workspace.url}/conversations/deleted?per_page=${per}&page=${page.next}`;
    const conversations = page.items.map((item) => ({ type: "conversation", ...item }));
    return {
      type: "conversations.list",
      conversations,
      total_count: page.total,
      pages: { ...page.pages, next },
    };
  });

  define("GET", "/conversations/:id", null, ({ params, query }) => {
    const conversation = findConversation(workspace, params.id);
    const { unreadable } = conversation;
    if (unreadable.readsLeft > 0 && workspace.nowMs() < unreadable.untilMs) {
      unreadable.readsLeft -= 1;
      throw notFound();
    }
    return buildConversation(workspace, conversation, query.display_as === "plaintext");
  });

  define("PUT", "/conversations/:id", updateSchema, ({ params, query, body }) => {
    const conversation = findConversation(workspace, params.id);
    if (body.company_id) findCompany(workspace, body.company_id);
    const before = { ...conversation.custom_attributes };
    if (body.custom_attributes) refuseTwins(workspace);
    applyConversationAttributes(workspace, conversation.custom_attributes, body.custom_attributes);
    leaveAttributeParts(workspace, conversation, before);
    if (body.read !== undefined) conversation.read = body.read;
    if (body.title !== undefined) conversation.title = body.title === "" ? null : body.title;
    if (body.company_id !== undefined) conversation.company_id = body.company_id;
    conversation.updated_at = workspace.now();
    return buildConversation(workspace, conversation, query.display_as === "plaintext");
  });

  define("DELETE", "/conversations/:id", null, ({ params, query }) => {
    const conversation = findConversation(workspace, params.id);
    refuseToDelete(workspace, "conversations");
    const retain = query.retain_metrics !== "false";
    if (!retain && !workspace.settings.deleteMetricsScope) {
      const message = "retain_metrics=false needs the scope delete_conversations_and_metrics";
      throw new ApiError(403, "forbidden", message);
    }
    workspace.removeConversation(conversation, retain);
    return { id: conversation.id, object: "conversation", deleted: true };
  });
}
