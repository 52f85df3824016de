// Prepares a workspace: attributes are made or completed, teams and admins are checked.
import { missingTeams } from "../../converge/index.ts";
import { AskError, CutoverError } from "../../errors.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { JournalScope } from "../../journal/journal.ts";
import type { AttributeDefinition } from "../../model/desired.ts";
import { performOperation } from "../../write/perform-operation.ts";
import { resolver } from "../../write/resolve-link.ts";
import { persist } from "../../write/retry.ts";
import { type SettleTools, settlePossible } from "../../write/settle.ts";
import { assembleProvisionSteps } from "./attributes.ts";

export interface ProvisionOptions extends SettleTools {
  readonly scope: JournalScope;
  readonly runId: string;
  readonly map: FieldMap;
  /** Of the plan: those to create and those to adopt, lists widened. */
  readonly attributes: readonly AttributeDefinition[];
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ProvisionResult {
  readonly created: readonly AttributeDefinition[];
  readonly adopted: readonly AttributeDefinition[];
  /** Teams that people must still create in Intercom. */
  readonly missingTeams: readonly string[];
  readonly writes: number;
}

/**
 * Safe to repeat. Throws AskError: `no_admins`, `fallback_admin_missing`, `attribute_type_differs`,
 * `attribute_name_taken`, `attribute_limit`, `attribute_refused`.
 */
export async function provision(options: ProvisionOptions): Promise<ProvisionResult> {
  const { destination, clock, signal, journal, scope, runId, map } = options;
  await settlePossible(options, scope);
  await verifyAdmins(options);
  const teams = await persist(() => destination.fetchTeams(), clock, signal);
  const existing = await persist(() => destination.fetchAttributes(), clock, signal);
  const { operations, created, adopted } = assembleProvisionSteps(options.attributes, existing);
  const intents = operations.length === 0 ? [] : await journal.intend(scope, runId, operations);
  const none = resolver(new Map());
  for (const [index, intent] of intents.entries()) {
    signal?.throwIfAborted();
    options.onProgress?.(index, intents.length);
    try {
      await performOperation(options, intent, none, new Set());
    } catch (error) {
      throw error instanceof CutoverError && error.recovery === "skip"
        ? refused(intent.operation.source.id, error)
        : error;
    }
  }
  options.onProgress?.(intents.length, intents.length);
  await journal.flush();
  return { created, adopted, missingTeams: missingTeams(map, teams), writes: intents.length };
}

/** Without an admin nobody can write a note, close or assign. */
async function verifyAdmins({ destination, clock, signal, map }: ProvisionOptions): Promise<void> {
  const admins = await persist(() => destination.fetchAdmins(), clock, signal);
  if (admins.length === 0) {
    throw new AskError({
      code: "no_admins",
      message: "This Intercom workspace has no teammates.",
      remedy: "Add at least one teammate in Intercom: notes, closes and assignments need an author.",
    });
  }
  const { fallbackAdmin } = map.policies;
  const known =
    fallbackAdmin === null ||
    admins.some((admin) => admin.id === fallbackAdmin.id || admin.name === fallbackAdmin.name);
  if (known) return;
  throw new AskError({
    code: "fallback_admin_missing",
    message: `The map's fallback admin, ${fallbackAdmin.name}, is no teammate of this workspace.`,
    remedy: "Choose another fallback admin in the map, or add the teammate in Intercom.",
  });
}

/** An attribute that Intercom refuses would cost every record its value. */
function refused(key: string, error: CutoverError): AskError {
  return new AskError({
    code: "attribute_refused",
    message: `Intercom refused the attribute "${key}": ${error.message}`,
    remedy: "Change its name or type in the map, then go on.",
    cause: error,
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
  });
}
