// Contacts and what keeps them unique: a user's e-mail, anybody's external id; archived ones count too.
import { ApiError } from "./api-error.ts";
import type { Contact } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const emailKey = (email: string) => email.toLowerCase();

/** Users with that e-mail, other than `self`. */
export function findBearers(workspace: Workspace, email: string, self?: string): readonly string[] {
  return [...(workspace.usersByEmail.get(emailKey(email)) ?? [])].filter((id) => id !== self);
}

/** Answers 409 with the id of a contact that has these details already; without an id where two users have the e-mail. */
export function refuseDuplicate(workspace: Workspace, wanted: Contact): void {
  const byExternalId = wanted.external_id ? workspace.contactByExternalId.get(wanted.external_id) : undefined;
  const bearers =
    wanted.role === "user" && wanted.email ? findBearers(workspace, wanted.email, wanted.id) : [];
  if (byExternalId === undefined && bearers.length > 1) {
    const message = "Multiple existing users match this email address - must be more specific using user_id";
    throw new ApiError(workspace.habits.sharedEmailStatus, "conflict", message);
  }
  const [byEmail] = bearers;
  const taken = [byExternalId, byEmail].find((id) => id !== undefined && id !== wanted.id);
  if (taken === undefined) return;
  const archived = workspace.contacts.get(taken)?.archived ? "An archived contact" : "A contact";
  throw new ApiError(409, "conflict", `${archived} matching those details already exists with id=${taken}`);
}

export function indexContact(workspace: Workspace, contact: Contact): void {
  workspace.contacts.set(contact.id, contact);
  if (contact.external_id) workspace.contactByExternalId.set(contact.external_id, contact.id);
  if (contact.role !== "user" || !contact.email) return;
  const bearers = workspace.usersByEmail.get(emailKey(contact.email));
  if (bearers) bearers.add(contact.id);
  else workspace.usersByEmail.set(emailKey(contact.email), new Set([contact.id]));
}

/** Before a change of e-mail, role or external id, and before removal. */
export function unindexContact(workspace: Workspace, contact: Contact): void {
  if (contact.external_id && workspace.contactByExternalId.get(contact.external_id) === contact.id) {
    workspace.contactByExternalId.delete(contact.external_id);
  }
  if (contact.email) workspace.usersByEmail.get(emailKey(contact.email))?.delete(contact.id);
}

/** Permanent; takes the contact's conversations along. */
export function removeContact(workspace: Workspace, contact: Contact): void {
  unindexContact(workspace, contact);
  workspace.contacts.delete(contact.id);
  for (const id of contact.company_ids) workspace.companies.get(id)?.contactIds.delete(contact.id);
  for (const id of [...(workspace.conversationsByContact.get(contact.id) ?? [])]) {
    const conversation = workspace.conversations.get(id);
    if (conversation) workspace.removeConversation(conversation, true);
  }
}

/** 404 when there is none; 410 with a `Link` to the other contact when it was merged. */
export function findContact(workspace: Workspace, id: string): Contact {
  const contact = workspace.contacts.get(id);
  if (contact) return contact;
  const into = workspace.merged.get(id);
  if (into !== undefined) {
    const link = `<${workspace.url}/contacts/${into}>; rel="canonical"`;
    throw new ApiError(
      410,
      "contact_merged",
      "This contact has been merged. See the 'Link' header for the canonical contact.",
      { headers: { link } },
    );
  }
  throw new ApiError(404, "not_found", "User Not Found");
}
