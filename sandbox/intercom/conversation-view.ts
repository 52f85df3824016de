// A conversation as the API shows it: the newest 500 parts only.
import { buildCompany } from "./company-view.ts";
import { visibleAttributes } from "./custom-attributes.ts";
import { htmlToText } from "./html.ts";
import type { Attachment, Author, Conversation, Part } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** A longer thread can't be read back whole. */
const SHOWN_PARTS = 500;

const BOT = { name: "Fin", email: "operator+sandbox@intercom.example" };

function buildAuthor(workspace: Workspace, author: Author) {
  const people = author.type === "admin" ? workspace.admins : workspace.contacts;
  const person = author.type === "bot" ? BOT : people.get(author.id);
  const email = person?.email ? { email: person.email } : {};
  return { type: author.type, id: author.id, name: person?.name ?? null, ...email };
}

const buildAttachments = (attachments: readonly Attachment[]) =>
  attachments.map((attachment) => ({ type: "upload", ...attachment }));

function buildPart(workspace: Workspace, part: Part, plain: boolean) {
  return {
    type: "conversation_part",
    id: part.id,
    part_type: part.part_type,
    body: part.body !== null && plain ? htmlToText(part.body) : part.body,
    created_at: part.created_at,
    updated_at: part.created_at,
    notified_at: part.created_at,
    assigned_to: part.assigned_to,
    author: buildAuthor(workspace, part.author),
    attachments: buildAttachments(part.attachments),
    external_id: null,
    redacted: false,
    email_message_metadata: null,
    metadata: {},
    state: part.state,
    tags: [],
    event_details: null,
    app_package_code: null,
  };
}

const isAdminReply = (part: Part) => part.author.type === "admin" && part.part_type === "comment";

/** Counts and first and last times; null while nothing has happened. */
export function assembleStatistics({ parts }: Conversation) {
  if (parts.length === 0) return null;
  const times = (wanted: (part: Part) => boolean) => parts.filter(wanted).map((part) => part.created_at);
  const replies = times(isAdminReply);
  const contactReplies = times((part) => part.author.type === "user" || part.author.type === "lead");
  const assignments = times((part) => part.part_type === "assignment");
  const closes = parts.filter((part) => part.part_type === "close");
  const known = {
    first_contact_reply_at: contactReplies[0],
    last_contact_reply_at: contactReplies.at(-1),
    first_admin_reply_at: replies[0],
    last_admin_reply_at: replies.at(-1),
    first_assignment_at: assignments[0],
    last_assignment_at: assignments.at(-1),
    first_close_at: closes[0]?.created_at,
    last_close_at: closes.at(-1)?.created_at,
    last_closed_by_id: closes.at(-1)?.author.id,
  };
  return {
    type: "conversation_statistics",
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    count_reopens: parts.filter((part, i) => part.state === "open" && parts[i - 1]?.state === "closed")
      .length,
    count_assignments: assignments.length,
    count_conversation_parts: parts.length,
  };
}

/** Without its parts, as a search lists it. */
export function buildConversationItem(workspace: Workspace, conversation: Conversation, plain = false) {
  const contact = workspace.contacts.get(conversation.contactId);
  const company =
    conversation.company_id === null ? undefined : workspace.companies.get(conversation.company_id);
  const teammates = new Set(
    conversation.parts.filter((p) => p.author.type === "admin").map((p) => p.author.id),
  );
  return {
    type: "conversation",
    id: conversation.id,
    title: conversation.title,
    created_at: conversation.created_at,
    updated_at: conversation.updated_at,
    waiting_since: conversation.waiting_since,
    snoozed_until: conversation.snoozed_until,
    source: {
      type: "conversation",
      id: conversation.messageId,
      delivered_as: "customer_initiated",
      subject: "",
      body: plain ? htmlToText(conversation.body) : conversation.body,
      author: buildAuthor(workspace, conversation.author),
      attachments: buildAttachments(conversation.attachments),
      url: null,
      redacted: false,
    },
    contacts: {
      type: "contact.list",
      contacts: [{ type: "contact", id: conversation.contactId, external_id: contact?.external_id ?? null }],
    },
    first_contact_reply: { created_at: conversation.created_at, type: "conversation", url: null },
    admin_assignee_id: Number(conversation.admin_assignee_id ?? 0),
    team_assignee_id: Number(conversation.team_assignee_id ?? 0),
    open: conversation.state !== "closed",
    state: conversation.state,
    read: conversation.read,
    company: company === undefined ? null : buildCompany(workspace, company),
    tags: { type: "tag.list", tags: [] },
    priority: "none",
    sla_applied: null,
    statistics: assembleStatistics(conversation),
    conversation_rating: null,
    teammates: { type: "admin.list", teammates: [...teammates].map((id) => ({ type: "admin", id })) },
    custom_attributes: visibleAttributes(conversation.custom_attributes, (name) =>
      workspace.conversationAttributeByName.has(name),
    ),
    linked_objects: { type: "list", data: [], total_count: 0, has_more: false },
    ai_agent: null,
    ai_agent_participated: false,
  };
}

/** With the newest parts; `plain` turns bodies into text (`display_as=plaintext`). */
export function buildConversation(workspace: Workspace, conversation: Conversation, plain = false) {
  const newest = conversation.parts.slice(-SHOWN_PARTS);
  return {
    ...buildConversationItem(workspace, conversation, plain),
    conversation_parts: {
      type: "conversation_part.list",
      conversation_parts: newest.map((part) => buildPart(workspace, part, plain)),
      total_count: conversation.parts.length,
    },
  };
}
