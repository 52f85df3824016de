// `POST /contacts/search` and `POST /conversations/search`: accepted fields only; new records lag.
import { ApiError, invalid } from "./api-error.ts";
import { buildContact } from "./contact-view.ts";
import { assembleStatistics, buildConversationItem } from "./conversation-view.ts";
import type { Define } from "./endpoint.ts";
import { htmlToText } from "./html.ts";
import { assembleCursorPage } from "./paging.ts";
import type { Contact, Conversation } from "./records.ts";
import {
  buildQuery,
  type Field,
  type Query,
  requiredValue,
  searchSchema,
  sortedSearchSchema,
} from "./search-query.ts";
import type { Workspace } from "./workspace.ts";

const CONTACT_FIELDS: Record<string, Field<Contact>> = {
  id: { type: "string", read: (c) => c.id },
  role: { type: "string", read: (c) => c.role },
  name: { type: "string", read: (c) => c.name },
  avatar: { type: "string", read: (c) => c.avatar },
  owner_id: { type: "string", read: (c) => c.owner_id },
  email: { type: "string", read: (c) => c.email },
  email_domain: { type: "string", read: (c) => c.email?.split("@").at(-1) ?? null },
  phone: { type: "string", read: (c) => c.phone },
  external_id: { type: "string", read: (c) => c.external_id },
  created_at: { type: "day", read: (c) => c.created_at },
  updated_at: { type: "day", read: (c) => c.updated_at },
  signed_up_at: { type: "day", read: (c) => c.signed_up_at },
  last_seen_at: { type: "day", read: (c) => c.last_seen_at },
  last_contacted_at: { type: "day", read: (c) => c.last_contacted_at },
  last_replied_at: { type: "day", read: (c) => c.last_replied_at },
  unsubscribed_from_emails: { type: "boolean", read: (c) => c.unsubscribed_from_emails },
};

function contactField(workspace: Workspace, name: string): Field<Contact> | undefined {
  const attribute = name.startsWith("custom_attributes.") ? name.slice("custom_attributes.".length) : null;
  if (attribute === null) return CONTACT_FIELDS[name];
  const definition = workspace.dataAttributeByName.get(attribute);
  if (definition?.model !== "contact") return undefined;
  const types = {
    integer: "integer",
    float: "integer",
    boolean: "boolean",
    datetime: "day",
    date: "day",
  } as const;
  const type = types[definition.data_type as keyof typeof types] ?? "string";
  return { type, read: (c) => c.custom_attributes[attribute] ?? null };
}

function conversationFields(workspace: Workspace): Record<string, Field<Conversation>> {
  const author = (c: Conversation) => workspace.contacts.get(c.author.id);
  const statistic = (name: string): Field<Conversation> => ({
    type: name.endsWith("_at") ? "time" : name.endsWith("_id") ? "string" : "integer",
    read: (c) => (assembleStatistics(c) as Record<string, string | number> | null)?.[name] ?? null,
  });
  const statistics =
    "first_contact_reply_at last_contact_reply_at first_admin_reply_at last_admin_reply_at first_assignment_at " +
    "last_assignment_at first_close_at last_close_at last_closed_by_id count_reopens count_assignments " +
    "count_conversation_parts";
  const adminIds = (c: Conversation) =>
    c.parts.filter((p) => p.author.type === "admin").map((p) => p.author.id);
  return {
    id: { type: "string", read: (c) => c.id },
    created_at: { type: "time", read: (c) => c.created_at },
    updated_at: { type: "time", read: (c) => c.updated_at },
    "source.type": { type: "string", read: () => "conversation" },
    "source.id": { type: "string", read: (c) => c.messageId },
    "source.delivered_as": { type: "string", read: () => "customer_initiated" },
    "source.subject": { type: "string", read: () => "" },
    "source.body": { type: "words", read: (c) => htmlToText(c.body).split(/[^\p{L}\p{N}]+/u) },
    "source.author.id": { type: "string", read: (c) => c.author.id },
    "source.author.type": { type: "string", read: (c) => c.author.type },
    "source.author.name": { type: "string", read: (c) => author(c)?.name ?? null },
    "source.author.email": { type: "string", read: (c) => author(c)?.email ?? null },
    contact_ids: { type: "string", read: (c) => [c.contactId] },
    teammate_ids: { type: "string", read: adminIds },
    admin_assignee_id: { type: "integer", read: (c) => Number(c.admin_assignee_id ?? 0) },
    team_assignee_id: { type: "integer", read: (c) => Number(c.team_assignee_id ?? 0) },
    open: { type: "boolean", read: (c) => c.state !== "closed" },
    read: { type: "boolean", read: (c) => c.read },
    state: { type: "string", read: (c) => c.state },
    waiting_since: { type: "time", read: (c) => c.waiting_since },
    snoozed_until: { type: "time", read: (c) => c.snoozed_until },
    priority: { type: "string", read: () => "none" },
    ...Object.fromEntries(statistics.split(" ").map((name) => [`statistics.${name}`, statistic(name)])),
  };
}

/** Records that the query's index can name, else all. */
function candidates<T>(all: Map<string, T>, ids: readonly (string | undefined)[] | null): T[] {
  if (ids === null) return [...all.values()];
  return ids.map((id) => all.get(id ?? "")).filter((record): record is T & {} => record !== undefined);
}

function contactCandidates(workspace: Workspace, query: Query): Contact[] {
  const id = requiredValue(query, "id");
  const externalId = requiredValue(query, "external_id");
  if (id !== undefined) return candidates(workspace.contacts, [id]);
  if (externalId !== undefined) {
    return candidates(workspace.contacts, [workspace.contactByExternalId.get(externalId)]);
  }
  return candidates(workspace.contacts, null);
}

function conversationCandidates(workspace: Workspace, query: Query): Conversation[] {
  const id = requiredValue(query, "id");
  if (id !== undefined) return candidates(workspace.conversations, [id]);
  const contact = requiredValue(query, "contact_ids") ?? requiredValue(query, "source.author.id");
  if (contact === undefined) return candidates(workspace.conversations, null);
  return candidates(workspace.conversations, [...(workspace.conversationsByContact.get(contact) ?? [])]);
}

export function defineSearch(define: Define, workspace: Workspace): void {
  const fields = conversationFields(workspace);

  define("POST", "/contacts/search", sortedSearchSchema, ({ body }) => {
    const { order = "descending", field = "created_at" } = body.sort ?? {};
    const key = CONTACT_FIELDS[field];
    if (!key) throw invalid(`Sort field '${field}' is not accepted`, "sort.field");
    const matches = buildQuery(body.query, (name) => contactField(workspace, name));
    const now = workspace.nowMs();
    const found = contactCandidates(workspace, body.query)
      .filter((contact) => !contact.archived && contact.searchableAtMs <= now && matches(contact))
      .sort((a, b) =>
        String(key.read(a) ?? "").localeCompare(String(key.read(b) ?? ""), "en", { numeric: true }),
      );
    if (order === "descending") found.reverse();
    const { per_page = 50, starting_after } = body.pagination ?? {};
    const page = assembleCursorPage(found, per_page, 150, starting_after);
    const data = page.items.map((contact) => buildContact(workspace, contact));
    return { type: "list", data, total_count: page.total, pages: page.pages };
  });

  define("POST", "/conversations/search", searchSchema, ({ body }) => {
    const matches = buildQuery(body.query, (name) => {
      if (name.startsWith("custom_attributes.")) {
        throw new ApiError(400, "invalid_field", `Search field '${name}' is not accepted`);
      }
      return fields[name];
    });
    const now = workspace.nowMs();
    const found = conversationCandidates(workspace, body.query).filter(
      (conversation) => conversation.searchableAtMs <= now && matches(conversation),
    );
    const { per_page = 20, starting_after } = body.pagination ?? {};
    const page = assembleCursorPage(found.reverse(), per_page, 150, starting_after);
    const conversations = page.items.map((conversation) => buildConversationItem(workspace, conversation));
    return { type: "conversation.list", conversations, total_count: page.total, pages: page.pages };
  });
}
