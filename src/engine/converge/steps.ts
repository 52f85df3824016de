// A desired state → its ordered operations, one a write; content hashes hold source refs, never destination ids.
import { AbortError } from "../errors.ts";
import type { ContactFields } from "../model/action.ts";
import type { Desired, DesiredCompany, DesiredContact, DesiredConversation } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import type { Applied, Operation } from "../model/operation.ts";
import { articleSteps, collectionStep } from "./help-steps.ts";
import { partHash, partOperation } from "./parts.ts";

/** All operations of a record that Intercom doesn't hold yet, in the order they must be written. */
export function assembleSteps(desired: Desired): readonly Operation[] {
  switch (desired.kind) {
    case "company":
      return [companyStep(desired)];
    case "contact":
      return [contactStep(desired), ...companySteps(desired)];
    case "conversation":
      return conversationSteps(desired);
    case "collection":
      return [collectionStep(desired)];
    case "article":
      return articleSteps(desired);
  }
}

/** Values that the source no longer has, to be taken away by an update. */
export type Cleared = Readonly<Record<string, null>>;

/** Upserts by `company_id`: a later change is the same step with other content. */
export function companyStep(desired: DesiredCompany, cleared: Cleared = {}): Operation {
  const { source, companyId, name, website, remoteCreatedAt, attributes } = desired;
  const content = { companyId, name, website, remoteCreatedAt, attributes };
  return {
    source,
    step: "create",
    contentHash: contentHash(content),
    build: () => ({
      kind: "upsert-company",
      companyId,
      name,
      ...(website === undefined ? {} : { website }),
      ...(remoteCreatedAt === undefined ? {} : { remoteCreatedAt }),
      attributes: { ...attributes, ...cleared },
    }),
  };
}

/** What a contact holds besides its companies; the hash of `create` and of a later `attributes` step alike. */
export function contactHash(desired: DesiredContact): string {
  const { externalId, role, email, phone, name, attributes } = desired;
  return contentHash({ externalId, role, email, phone, name, attributes });
}

function contactStep(desired: DesiredContact): Operation {
  const { source, externalId, role, email, phone, name, attributes } = desired;
  return {
    source,
    step: "create",
    contentHash: contactHash(desired),
    build: () => ({
      kind: "create-contact",
      externalId,
      role,
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...(name === undefined ? {} : { name }),
      attributes,
    }),
  };
}

/** Once, after the adoption: its before-image says that it was archived, whatever happens from here on. */
export function unarchiveStep({ source }: DesiredContact): Operation {
  return {
    source,
    step: "unarchive",
    contentHash: contentHash({ archived: false }),
    build: (resolve) => ({ kind: "unarchive-contact", contactId: resolve(source) }),
  };
}

/** Rewrites a contact; `fields` is all of it, or what the policy lets us touch on one that existed before. */
export function contactUpdateStep(desired: DesiredContact, fields: ContactFields): Operation {
  return {
    source: desired.source,
    step: "attributes",
    contentHash: contactHash(desired),
    build: (resolve) => ({ kind: "update-contact", contactId: resolve(desired.source), fields }),
  };
}

export function companySteps(desired: DesiredContact): readonly Operation[] {
  return desired.companies.map((company) => ({
    source: desired.source,
    step: `company:${company.id}`,
    contentHash: contentHash({ company }),
    build: (resolve) => ({
      kind: "attach-company",
      contactId: resolve(desired.source),
      companyId: resolve(company),
    }),
  }));
}

/**
 * Takes a contact off the companies that the source no longer names. It is the attachment's own step with other
 * content, so that a contact that comes back is attached again.
 */
export function detachSteps(desired: DesiredContact, applied: Applied): readonly Operation[] {
  const wanted = new Set(companySteps(desired).map(({ step }) => step));
  return [...applied.values()].flatMap(({ step, state, destinationId: companyId, contentHash: hash }) => {
    const detached = contentHash({ detached: step });
    if (!step.startsWith("company:") || state !== "done" || wanted.has(step)) return [];
    if (companyId === undefined || hash === detached) return [];
    const operation: Operation = {
      source: desired.source,
      step,
      contentHash: detached,
      build: (resolve) => ({ kind: "detach-company", contactId: resolve(desired.source), companyId }),
    };
    return [operation];
  });
}

/** Order matters: replies reopen a conversation, so its state is written last. */
function conversationSteps(desired: DesiredConversation): readonly Operation[] {
  return [
    openingStep(desired),
    ...desired.parts.map((part) => partOperation(desired.source, part)),
    titleStep(desired),
    ...(desired.teamId === undefined ? [] : [assignStep(desired, "team", desired.teamId)]),
    ...(desired.adminId === undefined ? [] : [assignStep(desired, "admin", desired.adminId)]),
    // A new conversation is open by itself.
    ...(desired.state === "open" ? [] : [stateStep(desired)]),
  ];
}

/**
 * The hash leaves the contact out: who opened a conversation can't be changed, so another requester in the source is
 * a discrepancy for the certificate and no edit of the text.
 */
export function openingStep(desired: DesiredConversation): Operation {
  const { source, contact, body, createdAt } = desired;
  return {
    source,
    step: "create",
    contentHash: contentHash({ body, createdAt }),
    build: (resolve) => ({
      kind: "create-conversation",
      contactId: resolve(contact),
      role: "user",
      body,
      createdAt,
    }),
  };
}

/** Title, attributes and company. */
export function titleStep(desired: DesiredConversation, cleared: Cleared = {}): Operation {
  const { source, title, attributes, company } = desired;
  return {
    source,
    step: "attributes",
    contentHash: contentHash({ title, attributes, company }),
    build: (resolve) => ({
      kind: "update-conversation",
      conversationId: resolve(source),
      title,
      attributes: { ...attributes, ...cleared },
      ...(company === undefined ? {} : { companyId: resolve(company) }),
    }),
  };
}

/** `assigneeId` "0" takes an assignment away. */
export function assignStep(
  desired: DesiredConversation,
  step: "team" | "admin",
  assigneeId: string,
): Operation {
  const { source } = desired;
  return {
    source,
    step,
    contentHash: contentHash({ [step]: assigneeId }),
    build: (resolve) => ({
      kind: step === "team" ? "assign-team" : "assign-admin",
      conversationId: resolve(source),
      actingAdminId: actingAdmin(desired),
      assigneeId,
    }),
  };
}

/**
 * Parts are in the hash of a closed or snoozed state, so that a new part, which may reopen the conversation, makes
 * it due again. `snoozedUntil` is not: it depends on the run, and a later run must not snooze again.
 */
export function stateStep(desired: DesiredConversation): Operation {
  const { source, state, snoozedUntil, parts } = desired;
  const messages = () => [
    openingStep(desired).contentHash,
    ...parts.map((part) => [part.key, partHash(part)]),
  ];
  const after = state === "open" ? [] : messages();
  return {
    source,
    step: "state",
    contentHash: contentHash({ state, after }),
    image: { wrote: { state } },
    build: (resolve) => ({
      kind: "set-state",
      conversationId: resolve(source),
      actingAdminId: actingAdmin(desired),
      state,
      ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    }),
  };
}

/** Assignments and states are an admin's acts: the conversation's own admin, else one who writes in it. */
export function actingAdmin(desired: DesiredConversation): string {
  if (desired.actingAdminId !== undefined) return desired.actingAdminId;
  if (desired.adminId !== undefined) return desired.adminId;
  const author = desired.parts.find((part) => part.author.kind === "admin")?.author;
  if (author?.kind === "admin") return author.id;
  throw new AbortError({
    code: "no_acting_admin",
    message: `Nobody can act on the conversation of ticket ${desired.source.id}.`,
    remedy: "Report this: a transform must name the acting admin.",
  });
}
