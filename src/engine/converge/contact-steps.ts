// The writes of a contact: made, woken, brought up to date, attached to its companies and taken off them.
import type { ContactFields } from "../model/action.ts";
import type { DesiredContact } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import type { Applied, Operation } from "../model/operation.ts";
import { parseStep, printStep } from "../model/step.ts";

/** What a contact holds besides its companies; the hash of `create` and of a later `attributes` step alike. */
export function contactHash(desired: DesiredContact): string {
  const { externalId, role, email, phone, name, attributes } = desired;
  return contentHash({ externalId, role, email, phone, name, attributes });
}

export function createStep(desired: DesiredContact): Operation {
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
export function updateStep(desired: DesiredContact, fields: ContactFields): Operation {
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
    step: printStep({ kind: "company", companyId: company.id }),
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
    if (parseStep(step)?.kind !== "company" || state !== "done" || wanted.has(step)) return [];
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
