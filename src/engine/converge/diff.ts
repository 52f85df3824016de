// desired × applied → what is still to be written; empty when the journal says that everything was.
import type {
  Desired,
  DesiredCompany,
  DesiredContact,
  DesiredConversation,
  DesiredPart,
} from "../model/desired.ts";
import type { ObservedContact } from "../model/observed.ts";
import type { Applied, AppliedStep, Operation } from "../model/operation.ts";
import { asWritten } from "./as-written.ts";
import { diffArticle, diffCollection } from "./help-steps.ts";
import { type ExistingContactPolicy, mergeContact } from "./merge-contact.ts";
import { partHash, partOperation, revisionOperation } from "./parts.ts";
import {
  actingAdmin,
  assembleSteps,
  assignStep,
  type Cleared,
  companyStep,
  companySteps,
  contactHash,
  contactUpdateStep,
  detachSteps,
  openingStep,
  stateStep,
  titleStep,
  unarchiveStep,
} from "./steps.ts";

export interface DiffOptions {
  /** What may be done to a contact that existed before (`create` was answered by adopting it). */
  readonly existingContact?: ExistingContactPolicy;
  /** Such a contact as it is now; without it, only our own attributes are written to it. */
  readonly observedContact?: ObservedContact;
  /** Names of the attributes that the map fills on this kind of record: an update clears those without a value. */
  readonly ownAttributes?: ReadonlySet<string>;
}

/**
 * Operations in the order they must be written. A record with a step whose outcome is unknown (`sent`, `unknown`) has
 * none: settle it first (see `isUnsettled`), since order and links depend on it. When `create` was answered by adopting
 * an existing contact, diff again with `observedContact`: its `attributes` step is due only then.
 */
export function diffDesired(
  desired: Desired,
  applied: Applied,
  options: DiffOptions = {},
): readonly Operation[] {
  if (isUnsettled(applied)) return [];
  if (!written(applied, "create")) return assembleSteps(desired).filter((step) => !isWritten(applied, step));
  switch (desired.kind) {
    case "company":
      return diffCompany(desired, applied, options);
    case "contact":
      return diffContact(desired, applied, options);
    case "conversation":
      return diffConversation(desired, applied, options);
    case "collection":
      return diffCollection(desired, applied);
    case "article":
      return diffArticle(desired, applied);
  }
}

export function isUnsettled(applied: Applied): boolean {
  return [...applied.values()].some((step) => step.state === "sent" || step.state === "unknown");
}

function written(applied: Applied, step: string): AppliedStep | undefined {
  const known = applied.get(step);
  return known?.state === "done" ? known : undefined;
}

const isWritten = (applied: Applied, operation: Operation): boolean =>
  written(applied, operation.step)?.contentHash === operation.contentHash;

const unless = (applied: Applied, operation: Operation): readonly Operation[] =>
  isWritten(applied, operation) ? [] : [operation];

/** What we wrote once and the source no longer has; on a record that existed before it may be somebody else's. */
function clearedOf(desired: Desired, applied: Applied, { ownAttributes }: DiffOptions): Cleared {
  if (written(applied, "create")?.created === false || !ownAttributes) return {};
  const gone = [...ownAttributes].filter((name) => !Object.hasOwn(desired.attributes, name));
  return Object.fromEntries(gone.map((name) => [name, null]));
}

function diffCompany(desired: DesiredCompany, applied: Applied, options: DiffOptions): readonly Operation[] {
  return unless(applied, companyStep(desired, clearedOf(desired, applied, options)));
}

function diffContact(desired: DesiredContact, applied: Applied, options: DiffOptions): readonly Operation[] {
  const create = written(applied, "create");
  const update = written(applied, "attributes");
  const adopted = create?.created === false;
  // An adopted contact holds nothing of ours until its own update; a created one came with its content.
  const hash = update?.contentHash ?? (adopted ? undefined : create?.contentHash);
  const fields = adopted
    ? mergeContact(desired, options.observedContact, options.existingContact ?? "keep")
    : mergeContact(desired, undefined, "overwrite");
  const attributes = { ...fields.attributes, ...clearedOf(desired, applied, options) };
  const asleep = adopted && create.foundArchived === true && !written(applied, "unarchive");
  return [
    ...(asleep ? [unarchiveStep(desired)] : []),
    ...(hash === contactHash(desired) ? [] : [contactUpdateStep(desired, { ...fields, attributes })]),
    ...companySteps(desired).filter((step) => !isWritten(applied, step)),
    // A company that was attached before us is not ours to take away.
    ...(adopted ? [] : detachSteps(desired, applied)),
  ];
}

function diffConversation(
  wanted: DesiredConversation,
  applied: Applied,
  options: DiffOptions,
): readonly Operation[] {
  const desired = asWritten(wanted, applied);
  // Nothing is to be cleared before anything was written.
  const cleared = written(applied, "attributes") ? clearedOf(desired, applied, options) : {};
  const parts = [
    ...diffImmutable(openingAsPart(desired), openingStep(desired).contentHash, "create", desired, applied),
    ...desired.parts.flatMap((part) =>
      written(applied, `part:${part.key}`)
        ? diffImmutable(part, partHash(part), `part:${part.key}`, desired, applied)
        : [partOperation(desired.source, part)],
    ),
  ];
  return [
    ...parts,
    ...unless(applied, titleStep(desired, cleared)),
    ...diffAssignment("team", desired.teamId, desired, applied),
    ...diffAssignment("admin", desired.adminId, desired, applied),
    ...diffState(desired, applied, parts.length > 0),
  ];
}

/** A note with the new text where a written message changed, unless that version was told of already. */
function diffImmutable(
  part: DesiredPart,
  hash: string,
  step: string,
  desired: DesiredConversation,
  applied: Applied,
): readonly Operation[] {
  if (written(applied, step)?.contentHash === hash) return [];
  return unless(applied, revisionOperation(desired.source, part, actingAdmin(desired)));
}

/** The opening message, in the shape of a part, so that an edit of it is told in the same way. */
function openingAsPart(desired: DesiredConversation): DesiredPart {
  return {
    key: "opening",
    author: { kind: "contact", source: desired.contact },
    messageType: "comment",
    body: desired.body,
    createdAt: desired.createdAt,
    digest: openingStep(desired).contentHash,
  };
}

function diffAssignment(
  step: "team" | "admin",
  id: string | undefined,
  desired: DesiredConversation,
  applied: Applied,
): readonly Operation[] {
  if (id === undefined && !written(applied, step)) return [];
  return unless(applied, assignStep(desired, step, id ?? "0"));
}

function diffState(
  desired: DesiredConversation,
  applied: Applied,
  partsWritten: boolean,
): readonly Operation[] {
  const step = stateStep(desired);
  const known = written(applied, "state");
  if (desired.state === "open" && !known) return [];
  // A part may reopen what was closed: the state is due again after any part, whatever the hash says.
  return known?.contentHash === step.contentHash && !(partsWritten && desired.state !== "open") ? [] : [step];
}
