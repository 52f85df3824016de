// A conversation as the API shows it: the newest 500 parts only.

import { encodeHTML } from "entities";
import { OPERATOR } from "./act.ts";
import { buildCompany } from "./company-view.ts";
import { participantsOf } from "./conversation-changes.ts";
import { visibleAttributes } from "./custom-attributes.ts";
import { htmlToText } from "./html.ts";
import type { Attachment, Author, Conversation, Part } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** A longer thread can't be read back whole. */
const SHOWN_PARTS = 500;

/** The one that answers, or the one that is listed among the admins. */
const findBot = (id: string) =>
  id === OPERATOR.id ? OPERATOR : { name: "Fin", email: "operator+sandbox@intercom.example" };

function buildAuthor(workspace: Workspace, author: Author) {
  const people = author.type === "admin" ? workspace.admins : workspace.contacts;
  const person = author.type === "bot" ? findBot(author.id) : people.get(author.id);
  const email = person?.email ? { email: person.email } : {};
  return { type: author.type, id: author.id, name: person?.name ?? null, ...email };
}

const isImage = ({ content_type }: Attachment) => content_type.startsWith("image/");

/** As a service does that trusts no name: no spaces, no letters beyond ASCII. */
const altered = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/[^\w.-]+/g, "_");

function buildAttachments({ habits }: Workspace, attachments: readonly Attachment[]) {
  const shown = habits.images === "body" ? attachments.filter((one) => !isImage(one)) : attachments;
  return shown.map(({ name, ...rest }) => ({
    type: "upload",
    name: habits.fileNames === "altered" ? altered(name) : name,
    ...rest,
  }));
}

function buildBody({ habits }: Workspace, body: string | null, attachments: readonly Attachment[]) {
  const images = habits.images === "body" ? attachments.filter(isImage) : [];
  if (body === null && images.length === 0) return null;
  const shown = images.map(({ url }) => `<div class="intercom-container"><img src="${url}"></div>`);
  const whole = [body ?? "", ...shown].join("\n").trim();
  return habits.namedEntities ? whole.replace(/[^\0-\x7f]/gu, (letter) => encodeHTML(letter)) : whole;
}

function buildPart(workspace: Workspace, part: Part, plain: boolean) {
  const body = buildBody(workspace, part.body, part.attachments);
  return {
    type: "conversation_part",
    id: part.id,
    part_type: part.part_type,
    body: body !== null && plain ? htmlToText(body) : body,
    created_at: part.created_at,
    updated_at: part.created_at,
    notified_at: part.created_at,
    assigned_to: part.assigned_to,
    author: buildAuthor(workspace, part.author),
    attachments: buildAttachments(workspace, part.attachments),
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
  const assignments = times((part) => part.part_type.startsWith("assign"));
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
  const body = buildBody(workspace, conversation.body, conversation.attachments) ?? "";
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
      body: plain ? htmlToText(body) : body,
      author: buildAuthor(workspace, conversation.author),
      attachments: buildAttachments(workspace, conversation.attachments),
      url: null,
      redacted: false,
    },
    contacts: {
      type: "contact.list",
      contacts: participantsOf(conversation).map((id) => ({
        type: "contact",
        id,
        external_id: workspace.contacts.get(id)?.external_id ?? null,
      })),
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
