// Writes companies and contacts: one request that changes something, with the before-image of what it changes.
import { SettleError, SkipError } from "../../../errors.ts";
import type { ActionOf, ActionOutcome, ContactFields } from "../../../model/action.ts";
import type { ObservedContact } from "../../../model/observed.ts";
import type { LeftOff } from "../../../model/reports/left-off.ts";
import { normalizeText } from "../../../values/text.ts";
import { buildCompanyBefore, buildContactBefore } from "../../before-image.ts";
import type { IntercomClient, IntercomRequest, Refused } from "../api/client.ts";
import { readErrorList } from "../api/explain-answer.ts";
import {
  assembleCreateContact,
  assembleUpdateContact,
  assembleUpsertCompany,
} from "../api/record-requests.ts";
import { companySchema, contactSchema } from "../api/schema.ts";
import type { Definitions } from "../reads/definitions.ts";
import type { FoundContact, Reads } from "../reads/reads.ts";
import { type Field, isAmbiguous, REFUSALS, writeWithoutRefused } from "./leave-off.ts";

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

const fieldsOf = (action: ActionOf<"create-contact">): ContactFields => ({
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
  const attempt = (without: ReadonlySet<Field>) =>
    client.writeOr(omit(request, without), companySchema, REFUSALS, signal);
  const fields: readonly Field[] = action.website === undefined ? ["name"] : ["name", "website"];
  const written = await writeWithoutRefused(await attempt(new Set()), fields, attempt, (refused) =>
    client.explain(request, refused),
  );
  if ("refused" in written) throw client.explain(request, written);
  const { body, requestId } = written.answer;
  const adopted = existing !== null && !isFresh(existing.answer.created_at, startedAt);
  const before = {
    ...(adopted ? buildCompanyBefore(existing.observed) : {}),
    ...(written.leftOff.length > 0 ? { leftOff: written.leftOff } : {}),
  };
  return withRequest(requestId, {
    destinationId: body.id,
    created: !adopted,
    ...(Object.keys(before).length > 0 ? { before } : {}),
  });
}

/** The request without these fields of its body. */
function omit(request: IntercomRequest, without: ReadonlySet<string>): IntercomRequest {
  const body = Object.entries(request.body as object).filter(([name]) => !without.has(name));
  return { ...request, body: Object.fromEntries(body) };
}

const presentOf = (fields: ContactFields): readonly Field[] =>
  (["email", "phone", "name"] as const).filter((field) => fields[field]);

const withoutFields = (fields: ContactFields, leftOff: readonly LeftOff[]): ContactFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !leftOff.some(({ field }) => field === name)));

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
  const attempt = (without: ReadonlySet<Field>) =>
    tools.client.writeOr(omit(request, without), contactSchema, REFUSALS, signal);
  const first = await attempt(new Set());
  if ("refused" in first && isAmbiguous(first) && action.email !== undefined) {
    const namesake = await findNamesake(tools.reads, action, action.email, signal);
    if (namesake) return withRequest(first.requestId, adoptContact(action, namesake, startedAt));
  }
  const written = await writeWithoutRefused(first, presentOf(fieldsOf(action)), attempt, (refused) =>
    tools.client.explain(request, refused),
  );
  if ("answer" in written) {
    const { answer, leftOff } = written;
    const before = buildContactBefore(withoutFields(fieldsOf(action), leftOff), undefined, leftOff);
    return withRequest(answer.requestId, { destinationId: answer.body.id, created: true, before });
  }
  const answer = written;
  const listed = readErrorList(answer.refused);
  const id = ID_IN_CONFLICT.exec(listed?.message ?? "")?.[1];
  const existing = id === undefined ? null : await tools.reads.contact(id, signal);
  if (!existing) {
    // One contact's own trouble: others are taken.
    throw new SkipError({
      code: "conflict_unreadable",
      ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
    });
  }
  // A contact's own answer may not tell; the refusal's words do.
  const archived = existing.observed.archived || /\barchived contact\b/i.test(listed?.message ?? "");
  const found = { ...existing, observed: { ...existing.observed, archived } };
  return withRequest(answer.requestId, adoptContact(action, found, startedAt));
}

/**
 * Of several users with one e-mail, the one that is surely meant: it bears our id, or alone the contact's name. A
 * guess would show one person's tickets to another.
 */
async function findNamesake(
  reads: Reads,
  action: ActionOf<"create-contact">,
  email: string,
  signal?: AbortSignal,
): Promise<FoundContact | undefined> {
  const bearers = await reads.contactsByEmail(email, signal);
  const named = bearers.filter(
    ({ observed }) => action.name !== undefined && fold(observed.name ?? "") === fold(action.name),
  );
  const own = bearers.find(({ observed }) => observed.externalId === action.externalId);
  return own ?? (named.length === 1 ? named[0] : undefined);
}

const fold = (name: string) => normalizeText(name).toLowerCase();

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
    before: ours ? beforeOfOurs(action, observed) : buildContactBefore({}, observed),
  };
}

/** What it was made without shows in what it holds. */
function beforeOfOurs(action: ActionOf<"create-contact">, observed: ObservedContact) {
  const fields = fieldsOf(action);
  const leftOff = presentOf(fields)
    .filter((field) => field !== "website" && !observed[field])
    .map((field): LeftOff => ({ field, why: "refused", said: "" }));
  return buildContactBefore(withoutFields(fields, leftOff), undefined, leftOff);
}

export async function updateContact(
  { client, definitions }: WriteTools,
  action: ActionOf<"update-contact">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  const names = Object.keys(action.fields.attributes ?? {});
  const known = await definitions.typesOf("contact", names, signal);
  const request = assembleUpdateContact(action.contactId, action.fields, known);
  const attempt = (without: ReadonlySet<Field>) =>
    client.writeOr(omit(request, without), contactSchema, REFUSALS, signal);
  const explain = (refused: Refused) => client.explain(request, refused);
  const first = await attempt(new Set());
  const written = await writeWithoutRefused(first, presentOf(action.fields), attempt, explain);
  if ("refused" in written) throw explain(written);
  const { body, requestId } = written.answer;
  if (body.id !== action.contactId) {
    throw new SettleError({ code: "answer_unexpected", args: { of: "contact" } });
  }
  const { leftOff } = written;
  const before = buildContactBefore(withoutFields(action.fields, leftOff), undefined, leftOff);
  return withRequest(requestId, { destinationId: body.id, created: false, before });
}
