// The canary's writes: through the journal like any other, in a scope of their own that no count or rollback sees.
import type { JournalScope } from "../../journal/journal.ts";
import type { Action, ActionOutcome } from "../../model/action.ts";
import { contentHash } from "../../model/hash.ts";
import type { EnvironmentName, JournalRef } from "../../model/operation.ts";
import { performOperation } from "../../write/perform-operation.ts";
import { resolver } from "../../write/resolve-link.ts";
import { withRetry } from "../../write/retry.ts";
import type { SettleTools } from "../../write/settle.ts";

export interface CanaryTools extends SettleTools {
  /** Of `canaryScope`. */
  readonly scope: JournalScope;
  readonly runId: string;
}

/** A migration's canaries in one workspace. */
export const canaryScope = (migrationId: string, environment: EnvironmentName): JournalScope => ({
  migrationId: `canary:${migrationId}`,
  environment,
});

/** What one canary is made of: a contact, and conversations that hang on it. */
export const contactRef = (nonce: string): JournalRef => ({ type: "contact", id: nonce });
export const conversationRef = (nonce: string, number: number): JournalRef => ({
  type: "ticket",
  id: `${nonce}/${number}`,
});

const NONE = resolver(new Map());
const NO_IDS: ReadonlySet<string> = new Set();

/** Throws what performing an operation throws. */
export async function writeStep(
  tools: CanaryTools,
  source: JournalRef,
  step: string,
  action: Action,
): Promise<ActionOutcome> {
  const operation = { source, step, contentHash: contentHash(action), build: () => action };
  const [intent] = await tools.journal.intend(tools.scope, tools.runId, [operation]);
  if (intent === undefined) throw new Error(`The canary's step ${step} was written before.`);
  return performOperation(tools, intent, NONE, NO_IDS);
}

export const readBack = <T>({ clock, signal }: CanaryTools, read: () => Promise<T>): Promise<T> =>
  withRetry(read, clock, signal);
