// Intercom's answers as observed states: ids as strings, datetimes as ISO-8601, absent instead of null.
import type { Attributes, AttributeType, AttributeValue } from "../../../model/desired.ts";
import type { ObservedCompany, ObservedContact, ObservedConversation } from "../../../model/observed.ts";
import type { CompanyAnswer, ContactAnswer, ConversationAnswer } from "../api/schema.ts";
import { observeAuthor, observePart } from "./observe-part.ts";

export type AttributeTypes = ReadonlyMap<string, AttributeType>;

/** Keeps the given keys whose values are there. */
function present<T extends Record<string, string | number | null | undefined>>(values: T) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** `2026-01-01T00:00:00Z`, as sources spell it. */
const toIso = (unix: number) => new Date(unix * 1000).toISOString().replace(".000Z", "Z");

function observeAttributes(
  values: Readonly<Record<string, unknown>> | null | undefined,
  types: AttributeTypes,
): Attributes {
  const observed: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (typeof value === "number" && types.get(name) === "datetime") observed[name] = toIso(value);
    else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      observed[name] = value;
    }
  }
  return observed;
}

export function observeCompany(answer: CompanyAnswer, types: AttributeTypes): ObservedCompany {
  return {
    kind: "company",
    id: answer.id,
    companyId: answer.company_id,
    name: answer.name ?? "",
    ...present({ website: answer.website, remoteCreatedAt: answer.remote_created_at }),
    attributes: observeAttributes(answer.custom_attributes, types),
  };
}

/** `companyIds`: all of them; the answer itself shows ten at most. */
export function observeContact(
  answer: ContactAnswer,
  types: AttributeTypes,
  companyIds: readonly string[],
): ObservedContact {
  return {
    kind: "contact",
    id: answer.id,
    role: answer.role,
    ...present({
      externalId: answer.external_id,
      email: answer.email,
      phone: answer.phone,
      name: answer.name,
    }),
    attributes: observeAttributes(answer.custom_attributes, types),
    companyIds,
    archived: answer.archived ?? false,
    updatedAt: answer.updated_at ?? 0,
  };
}

/** Nobody is told as 0 or null. */
const assignee = (id: string | number | null | undefined) =>
  id === null || id === undefined || String(id) === "0" ? undefined : String(id);

export function observeConversation(answer: ConversationAnswer, types: AttributeTypes): ObservedConversation {
  const parts = (answer.conversation_parts?.conversation_parts ?? []).map(observePart);
  return {
    kind: "conversation",
    id: answer.id,
    ...present({
      contactId: answer.contacts?.contacts?.[0]?.id,
      companyId: answer.company?.id,
      title: answer.title,
      teamId: assignee(answer.team_assignee_id),
      adminId: assignee(answer.admin_assignee_id),
      snoozedUntil: answer.snoozed_until,
    }),
    body: answer.source?.body ?? "",
    ...(answer.source?.author ? { author: observeAuthor(answer.source.author) } : {}),
    createdAt: answer.created_at,
    updatedAt: answer.updated_at,
    parts,
    partsCut: (answer.conversation_parts?.total_count ?? parts.length) > parts.length,
    attributes: observeAttributes(answer.custom_attributes, types),
    state: answer.state,
  };
}
