// Writes companies and contacts: one request that changes something, with the before-image of what it changes.
import { AbortError, SettleError } from "../../../errors.ts";
import type { Action, ActionOutcome, ContactFields } from "../../../model/action.ts";
import { buildCompanyBefore, buildContactBefore } from "../../before-image.ts";
import type { IntercomClient } from "../api/client.ts";
import { readErrorList } from "../api/explain-answer.ts";
import {
  assembleCreateContact,
  assembleUpdateContact,
  assembleUpsertCompany,
} from "../api/record-requests.ts";
import { companySchema, contactSchema } from "../api/schema.ts";
import type { Definitions } from "../reads/definitions.ts";
import type { Reads } from "../reads/reads.ts";

type ActionOf<K extends Action["kind"]> = Extract<Action, { readonly kind: K }>;

export interface WriteTools {
  readonly client: IntercomClient;
  readonly definitions: Definitions;
  readonly reads: Reads;
  readonly now: () => Date;
}

/** Clocks differ; a record of ours that is younger than this before a write began was made by that write. */
export const SKEW_SECONDS = 120;

/** Whether a record was made by a write that was sent at `sentAt`. */
export const isFresh = (createdAt: number | null | undefined, sentAt: Date): boolean =>
  createdAt !== null && createdAt !== undefined && createdAt >= sentAt.getTime() / 1000 - SKEW_SECONDS;

const asFields = (action: ActionOf<"create-contact">): ContactFields => ({
  externalId: action.externalId,
  ...(action.email === undefined ? {} : { email: action.email }),
  ...(action.phone === undefined ? {} : { phone: action.phone }),
  ...(action.name === undefined ? {} : { name: action.name }),
  attributes: action.attributes,
});

const withRequest = (requestId: string | undefined, outcome: ActionOutcome): ActionOutcome =>
  requestId === undefined ? outcome : { ...outcome, requestId };

/** An upsert can't say what it replaced: it is read before. A company that is invisible then is taken for ours. */
export async function upsertCompany(
  { client, definitions, reads, now }: WriteTools,
  action: ActionOf<"upsert-company">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  const startedAt = now();
  const known = await definitions.typesOf("company", Object.keys(action.attributes), signal);
  const existing = await reads.companyByCompanyId(action.companyId, signal);
  const request = assembleUpsertCompany(action, known);
  const { body, requestId } = await client.write(request, companySchema, signal);
  const adopted = existing !== null && !isFresh(existing.answer.created_at, startedAt);
  return withRequest(requestId, {
    destinationId: body.id,
    created: !adopted,
    ...(adopted ? { before: buildCompanyBefore(existing.observed) } : {}),
  });
}

const ID_IN_CONFLICT = /\bid=([0-9a-f]{24})\b/;

/**
 * A contact that exists (409) is adopted as it is: its before-image goes to the journal, nothing is changed on it. An
 * archived one stays so until that image is durable.
 */
export async function createContact(
  tools: WriteTools,
  action: ActionOf<"create-contact">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  const startedAt = tools.now();
  const known = await tools.definitions.typesOf("contact", Object.keys(action.attributes), signal);
  const request = assembleCreateContact(action, known);
  const answer = await tools.client.writeOr(request, contactSchema, [409], signal);
  if ("body" in answer) {
    const before = buildContactBefore(asFields(action), undefined);
    return withRequest(answer.requestId, { destinationId: answer.body.id, created: true, before });
  }
  const listed = readErrorList(answer.refused);
  const id = ID_IN_CONFLICT.exec(listed?.message ?? "")?.[1];
  const existing = id === undefined ? null : await tools.reads.contact(id, signal);
  if (!existing) {
    throw new AbortError({
      code: "conflict_unreadable",
      message: "Intercom says that this contact exists, and names none that can be read.",
      remedy: "Look for an archived or merged contact with this e-mail in Intercom, then run again.",
      ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
    });
  }
  // A contact's own answer may not tell; the refusal's words do.
  const archived = existing.observed.archived || /\barchived contact\b/i.test(listed?.message ?? "");
  const found = { ...existing, observed: { ...existing.observed, archived } };
  return withRequest(answer.requestId, adoptContact(action, found, startedAt));
}

/** The outcome for a contact that was found: ours if it bears our id and was made by this very write. */
export function adoptContact(
  action: ActionOf<"create-contact">,
  found: NonNullable<Awaited<ReturnType<Reads["contact"]>>>,
  sentAt: Date,
): ActionOutcome {
  const { observed, answer } = found;
  const ours = observed.externalId === action.externalId && isFresh(answer.created_at, sentAt);
  return {
    destinationId: observed.id,
    created: ours,
    before: ours ? buildContactBefore(asFields(action), undefined) : buildContactBefore({}, observed),
  };
}

export async function updateContact(
  { client, definitions }: WriteTools,
  action: ActionOf<"update-contact">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  const names = Object.keys(action.fields.attributes ?? {});
  const known = await definitions.typesOf("contact", names, signal);
  const request = assembleUpdateContact(action.contactId, action.fields, known);
  const { body, requestId } = await client.write(request, contactSchema, signal);
  if (body.id !== action.contactId) {
    throw new SettleError({
      code: "answer_unexpected",
      message: "Intercom answered the update of a contact with another contact.",
      remedy: "Look at the contact in Intercom: it may have been merged while the run went on.",
    });
  }
  const before = buildContactBefore(action.fields, undefined);
  return withRequest(requestId, { destinationId: body.id, created: false, before });
}
