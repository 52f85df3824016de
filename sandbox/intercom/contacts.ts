// Contacts: create, read, update, delete, archive, merge.
import { z } from "zod";
import { ApiError, invalid, missing, notFound } from "./api-error.ts";
import {
  findContact,
  indexContact,
  refuseDuplicate,
  removeContact,
  unindexContact,
} from "./contact-index.ts";
import { buildContact } from "./contact-view.ts";
import { applyDataAttributes } from "./custom-attributes.ts";
import type { Define } from "./endpoint.ts";
import { assembleCursorPage } from "./paging.ts";
import type { Contact } from "./records.ts";
import { refuseToDelete } from "./refuse-to-delete.ts";
import { refuseValues } from "./refused-values.ts";
import type { Workspace } from "./workspace.ts";

const contactFields = {
  role: z.enum(["user", "lead"]).optional(),
  external_id: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().nullable().optional(),
  phone: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  avatar: z.string().nullable().optional(),
  signed_up_at: z.int().nullable().optional(),
  last_seen_at: z.int().nullable().optional(),
  owner_id: z.string().nullable().optional(),
  unsubscribed_from_emails: z.boolean().nullable().optional(),
  custom_attributes: z.record(z.string(), z.unknown()).nullable().optional(),
};
const contactSchema = z.strictObject(contactFields);
type ContactBody = z.infer<typeof contactSchema>;

const mergeSchema = z.strictObject({
  from: z.string(),
  into: z.string(),
  skip_duplicate_validation: z.boolean().optional(),
});

/** The contact with the request's fields; the original stays as it is until nothing can be refused any more. */
function assembleContact(workspace: Workspace, before: Contact, body: ContactBody): Contact {
  const { custom_attributes, email_verified: _, unsubscribed_from_emails, ...fields } = body;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const after: Contact = { ...before, ...given, custom_attributes: { ...before.custom_attributes } };
  if (unsubscribed_from_emails !== undefined)
    after.unsubscribed_from_emails = unsubscribed_from_emails ?? false;
  if (after.external_id === "") after.external_id = null;
  if (after.email === "") after.email = null;
  if (after.email !== null && !/^[^\s@]+@[^\s@]+$/.test(after.email))
    throw invalid("email is invalid", "email");
  if (after.owner_id !== null && !workspace.admins.has(after.owner_id)) {
    throw notFound("Admin Not Found", "admin_not_found");
  }
  refuseValues(workspace, { email: fields.email, phone: fields.phone, name: fields.name });
  applyDataAttributes(workspace, "contact", after.custom_attributes, custom_attributes);
  // A user whose e-mail another has too is changed by its id as any other.
  const identifies = (["email", "external_id", "role"] as const).some((name) => after[name] !== before[name]);
  if (identifies || !workspace.contacts.has(before.id)) refuseDuplicate(workspace, after);
  return { ...after, updated_at: workspace.now() };
}

function newContact(workspace: Workspace): Contact {
  const now = workspace.now();
  return {
    id: workspace.newObjectId(),
    role: "user",
    external_id: null,
    email: null,
    phone: null,
    name: null,
    avatar: null,
    owner_id: null,
    signed_up_at: null,
    last_seen_at: null,
    last_replied_at: null,
    last_contacted_at: null,
    unsubscribed_from_emails: false,
    custom_attributes: {},
    company_ids: [],
    archived: false,
    created_at: now,
    updated_at: now,
    searchableAtMs: workspace.nowMs() + workspace.settings.searchLagMs,
  };
}

/** A lead into a user: conversations and companies move, empty fields are filled, the lead's id is gone. */
function mergeContacts(workspace: Workspace, from: Contact, into: Contact): void {
  const moved = workspace.conversationsByContact.get(from.id) ?? new Set<string>();
  workspace.conversationsByContact.delete(from.id);
  for (const id of moved) {
    const conversation = workspace.conversations.get(id);
    if (conversation) conversation.contactId = into.id;
  }
  const all = new Set([...(workspace.conversationsByContact.get(into.id) ?? []), ...moved]);
  if (all.size > 0) workspace.conversationsByContact.set(into.id, all);
  for (const id of from.company_ids) {
    workspace.companies.get(id)?.contactIds.add(into.id);
    if (!into.company_ids.includes(id)) into.company_ids.push(id);
  }
  removeContact(workspace, from);
  into.name ??= from.name;
  into.phone ??= from.phone;
  into.custom_attributes = { ...from.custom_attributes, ...into.custom_attributes };
  into.updated_at = workspace.now();
  workspace.merged.set(from.id, into.id);
}

export function addSharingUsers(
  workspace: Workspace,
  email: string,
  externalIds: readonly string[],
): readonly string[] {
  return externalIds.map((external_id) => {
    const contact = { ...newContact(workspace), email, external_id };
    indexContact(workspace, contact);
    return contact.id;
  });
}

export function defineContacts(define: Define, workspace: Workspace): void {
  const reference = (contact: Contact) => ({
    type: "contact",
    id: contact.id,
    external_id: contact.external_id,
  });

  define("POST", "/contacts", contactSchema, ({ body }) => {
    if (!body.email && !body.external_id && !body.role)
      throw missing("email, external_id or role is required");
    const contact = assembleContact(workspace, newContact(workspace), body);
    indexContact(workspace, contact);
    return buildContact(workspace, contact);
  });

  define("GET", "/contacts", null, ({ query }) => {
    const shown = [...workspace.contacts.values()].filter((contact) => !contact.archived);
    const page = assembleCursorPage(shown, Number(query.per_page ?? 50), 150, query.starting_after);
    const data = page.items.map((contact) => buildContact(workspace, contact));
    return { type: "list", data, total_count: page.total, pages: page.pages };
  });

  define("GET", "/contacts/find_by_external_id/:external_id", null, ({ params }) => {
    const id = workspace.contactByExternalId.get(params.external_id ?? "");
    const contact = id === undefined ? undefined : workspace.contacts.get(id);
    if (contact?.role !== "user" || contact.archived) throw notFound("User Not Found");
    return buildContact(workspace, contact);
  });

  define("POST", "/contacts/merge", mergeSchema, ({ body }) => {
    const from = findContact(workspace, body.from);
    const into = findContact(workspace, body.into);
    const same = (a: string | null, b: string | null) => a !== null && a === b;
    const duplicates = same(from.email, into.email) || same(from.phone, into.phone);
    if (from.role !== "lead" || into.role !== "user") {
      throw new ApiError(400, "invalid_merge", "A lead can only be merged into a user");
    }
    if (!duplicates && !body.skip_duplicate_validation) {
      throw new ApiError(400, "invalid_merge", "Contacts can only be merged when they are duplicates");
    }
    mergeContacts(workspace, from, into);
    return buildContact(workspace, into);
  });

  define("GET", "/contacts/:id", null, ({ params }) =>
    buildContact(workspace, findContact(workspace, params.id ?? "")),
  );

  define("PUT", "/contacts/:id", contactSchema, ({ params, body }) => {
    const contact = findContact(workspace, params.id ?? "");
    const after = assembleContact(workspace, contact, body);
    unindexContact(workspace, contact);
    Object.assign(contact, after);
    indexContact(workspace, contact);
    return buildContact(workspace, contact);
  });

  define("DELETE", "/contacts/:id", null, ({ params }) => {
    const contact = findContact(workspace, params.id ?? "");
    refuseToDelete(workspace, "contacts");
    removeContact(workspace, contact);
    return { ...reference(contact), deleted: true };
  });

  for (const [verb, archived] of [["archive", true] as const, ["unarchive", false] as const]) {
    define("POST", `/contacts/:id/${verb}`, null, ({ params }) => {
      const contact = findContact(workspace, params.id ?? "");
      contact.archived = archived;
      return { ...reference(contact), archived };
    });
  }
}
