// Conversations: an opening, parts that can't change once written, title and attributes, assignments, and a state.
import type { DesiredConversation, DesiredPart } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { ObservedConversation } from "../../model/observed.ts";
import type { Applied, Operation } from "../../model/operation.ts";
import { isWritten, unless, written } from "../applied-steps.ts";
import { type Cleared, clearedOf, compareAttributes } from "../attributes.ts";
import type { CompareTools, DiffOptions, ObjectKind } from "../object-kind.ts";
import { sameText, show } from "../verdicts.ts";
import { actingAdmin } from "./acting-admin.ts";
import { asWritten } from "./as-written.ts";
import { assignSteps, diffAssignments } from "./assignment.ts";
import { compareParts } from "./compare-parts.ts";
import { expectConversation } from "./expect.ts";
import { importedAt } from "./imported-at.ts";
import { openingAsPart, openingStep } from "./opening.ts";
import { partOperation, revisionOperation } from "./parts.ts";
import { compareState, diffState, stateStep } from "./state.ts";

export const conversation: ObjectKind<"conversation"> = {
  steps: conversationSteps,
  diff: diffConversation,
  compare: compareConversation,
  references: ({ contact, company, parts }) => [
    contact,
    ...(company ? [company] : []),
    ...parts.flatMap(({ author, link }) => [
      ...(author.kind === "contact" ? [author.source] : []),
      ...(link ? [link] : []),
    ]),
  ],
  fetchRecord: (reader, id) => reader.fetchConversation(id),
  expect: expectConversation,
  // Without the notes that lead to a conversation that is yet to be made; it is closed after they are written.
  withoutLinks(desired, isMade) {
    const parts = desired.parts.filter(({ link }) => link === undefined || isMade(link));
    return parts.length === desired.parts.length ? desired : { ...desired, parts, state: "open" };
  },
  importedAt,
};

/**
 * Order matters: replies and assignments open a conversation, so its state is written last. The title comes after the
 * assignments: a conversation that has one was written but for its state.
 */
function conversationSteps(desired: DesiredConversation): readonly Operation[] {
  return [
    openingStep(desired),
    ...desired.parts.map((part) => partOperation(desired.source, part)),
    ...assignSteps(desired),
    titleStep(desired),
    // A new conversation is open by itself.
    ...(desired.state === "open" ? [] : [stateStep(desired)]),
  ];
}

/** Title, attributes and company. */
function titleStep(desired: DesiredConversation, cleared: Cleared = {}): Operation {
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

function diffConversation(
  wanted: DesiredConversation,
  applied: Applied,
  options: DiffOptions,
): readonly Operation[] {
  const desired = asWritten(wanted, applied);
  // Nothing is to be cleared before anything was written.
  const cleared = written(applied, "attributes") ? clearedOf(desired, applied, options) : {};
  const parts = [
    ...diffImmutable(openingAsPart(desired), openingStep(desired), desired, applied),
    ...desired.parts.flatMap((part) => {
      const operation = partOperation(desired.source, part);
      return written(applied, operation.step)
        ? diffImmutable(part, operation, desired, applied)
        : [operation];
    }),
  ];
  const assignments = diffAssignments(desired, applied);
  return [
    ...parts,
    ...assignments,
    ...unless(applied, titleStep(desired, cleared)),
    ...diffState(desired, applied, parts.length + assignments.length > 0),
  ];
}

/** A note with the new text where a written message changed, unless that version was told of already. */
function diffImmutable(
  part: DesiredPart,
  operation: Operation,
  desired: DesiredConversation,
  applied: Applied,
): readonly Operation[] {
  if (isWritten(applied, operation)) return [];
  return unless(applied, revisionOperation(desired.source, part, actingAdmin(desired)));
}

function compareConversation(
  desired: DesiredConversation,
  observed: ObservedConversation,
  tools: CompareTools,
): void {
  const { link, verdicts } = tools;
  const contact = link(desired.contact) ?? `contact ${desired.contact.id} (not moved)`;
  if (contact === observed.contactId) verdicts.check("contact", contact, observed.contactId);
  else verdicts.add("contact", contact, show(observed.contactId), "different", REQUESTER);
  if (desired.company !== undefined) {
    const company = link(desired.company) ?? `company ${desired.company.id} (not moved)`;
    verdicts.check("company", company, observed.companyId);
  } else if (observed.companyId !== undefined)
    verdicts.add("company", "nothing", observed.companyId, "altered", DEFAULT_COMPANY);
  verdicts.check("title", desired.title, observed.title, sameText);
  verdicts.check("createdAt", desired.createdAt, observed.createdAt);
  compareParts(desired, observed, tools);
  compareAttributes(desired, observed, tools);
  for (const field of ["teamId", "adminId"] as const) {
    const wanted = desired[field];
    const found = observed[field];
    if (wanted !== undefined) verdicts.check(field, wanted, found);
    else if (found !== undefined) verdicts.add(field, "nothing", found, "extra", ASSIGNED);
  }
  compareState(desired, observed, tools);
}

const DEFAULT_COMPANY = { code: "default_company" } as const;
const ASSIGNED = { code: "assigned_by_workspace" } as const;
const REQUESTER = { code: "requester_fixed" } as const;
