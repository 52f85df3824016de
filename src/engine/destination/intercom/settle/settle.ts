// Finds out by reading what became of a lost write: applied, absent, or not to be told yet.
import { sameValue } from "../../../converge/verdicts.ts";
import type { Action, ActionOf, ContactFields, Settlement } from "../../../model/action.ts";
import type { ObservedContact } from "../../../model/observed.ts";
import { buildCompanyBefore, buildContactBefore } from "../../before-image.ts";
import type { HelpCenter } from "../help-center.ts";
import type { Definitions } from "../reads/definitions.ts";
import type { Reads } from "../reads/reads.ts";
import { adoptContact, isFresh } from "../writes/write-records.ts";
import { ABSENT, applied, type LagOptions, settleChange, settleCreation } from "./settle-conversation.ts";
import { settleHelp } from "./settle-help.ts";
import type { TakenIds } from "./taken-ids.ts";

export interface SettleTools {
  readonly reads: Reads;
  readonly definitions: Definitions;
  readonly help: HelpCenter;
  readonly lag: LagOptions;
  readonly known: TakenIds;
}

const NO_IDS: ReadonlySet<string> = new Set();

export async function settleAction(
  tools: SettleTools,
  action: Action,
  sentAt: Date,
  signal?: AbortSignal,
  taken: ReadonlySet<string> = NO_IDS,
): Promise<Settlement> {
  const { reads } = tools;
  switch (action.kind) {
    case "create-conversation":
      return settleCreation(tools, { action, sentAt, taken }, signal);
    case "add-part":
    case "update-conversation":
    case "assign-team":
    case "assign-admin":
    case "set-state":
      return settleChange(reads, tools.lag, action, sentAt, taken, signal);
    case "upsert-company":
      return settleCompany(reads, action, sentAt, signal);
    case "create-contact": {
      // A search that lags does no harm: a second create answers 409 with the id of the first.
      const found = await reads.contactByExternalId(action.externalId, signal);
      return found ? { kind: "applied", outcome: adoptContact(action, found, sentAt) } : ABSENT;
    }
    case "update-contact": {
      const found = await reads.contact(action.contactId, signal);
      const before = buildContactBefore(action.fields, undefined);
      return found && bears(found.observed, action.fields)
        ? applied(action.contactId, false, before)
        : ABSENT;
    }
    case "attach-company":
    case "detach-company": {
      const found = await reads.contact(action.contactId, signal);
      const attached = found?.observed.companyIds.includes(action.companyId) ?? false;
      return attached === (action.kind === "attach-company") ? applied(action.companyId, true) : ABSENT;
    }
    // A contact's answer doesn't say whether it is archived, and waking it twice changes nothing.
    case "unarchive-contact":
      return ABSENT;
    case "archive-contact": {
      const found = await reads.contact(action.contactId, signal);
      return found && !found.observed.archived ? ABSENT : applied(action.contactId, false);
    }
    case "delete-contact":
      return (await reads.contact(action.contactId, signal)) ? ABSENT : applied(action.contactId, false);
    case "delete-company":
      return (await reads.company(action.companyId, signal)) ? ABSENT : applied(action.companyId, false);
    case "delete-conversation": {
      const found = await reads.conversation(action.conversationId, signal);
      return found ? ABSENT : applied(action.conversationId, false);
    }
    case "create-collection":
    case "update-collection":
    case "create-article":
    case "update-article":
    case "delete-collection":
    case "delete-article":
      return settleHelp(tools.help, action, sentAt, taken, signal);
    case "create-attribute":
    case "archive-attribute":
    case "add-attribute-option":
    case "remove-attribute-option":
      return settleDefinition(tools.definitions, action, signal);
  }
}

/** An upsert may be repeated, so absence is safe to say while the company can't be seen (nobody is attached yet). */
async function settleCompany(
  reads: Reads,
  action: ActionOf<"upsert-company">,
  sentAt: Date,
  signal?: AbortSignal,
): Promise<Settlement> {
  const found = await reads.companyByCompanyId(action.companyId, signal);
  if (!found || !isFresh(found.answer.updated_at, sentAt)) return ABSENT;
  const ours = isFresh(found.answer.created_at, sentAt);
  return applied(found.observed.id, ours, ours ? undefined : buildCompanyBefore(found.observed));
}

function bears(observed: ObservedContact, fields: ContactFields): boolean {
  const same = (wanted: string | null | undefined, found: string | undefined) =>
    wanted === undefined || (wanted ?? "") === (found ?? "");
  return (
    same(fields.externalId, observed.externalId) &&
    same(fields.email?.toLowerCase(), observed.email?.toLowerCase()) &&
    same(fields.phone, observed.phone) &&
    same(fields.name, observed.name) &&
    Object.entries(fields.attributes ?? {}).every(([name, value]) => {
      const found = observed.attributes[name];
      return value === null ? found === undefined : found !== undefined && sameValue(value, found);
    })
  );
}

async function settleDefinition(
  definitions: Definitions,
  action: ActionOf<
    "create-attribute" | "archive-attribute" | "add-attribute-option" | "remove-attribute-option"
  >,
  signal?: AbortSignal,
): Promise<Settlement> {
  const all = await definitions.fetchAll(signal);
  if (action.kind === "create-attribute") {
    const { model, name, type } = action.definition;
    const found = all.find((one) => one.model === model && one.name === name && !one.archived);
    return found && found.type === type ? applied(found.id, true) : ABSENT;
  }
  const found = all.find((one) => one.model === action.model && one.id === action.attributeId);
  if (action.kind === "archive-attribute") {
    return found && !found.archived ? ABSENT : applied(action.attributeId, false);
  }
  const has = found?.options.includes(action.option) ?? false;
  return has === (action.kind === "add-attribute-option") ? applied(action.attributeId, true) : ABSENT;
}
