// Whom a state waits for: a role, the program itself, or nobody.
import { stepOf } from "../steps/catalogue.ts";
import type { Waiting } from "../steps/step.ts";
import type { ConversationState } from "./state.ts";

export function waitsFor(state: ConversationState): Waiting {
  const { waitsFor, works } = stepOf(state);
  if (!state.halt) return waitsFor;
  return works?.isManagers ? "account-manager" : "customer";
}

/** True while a task of ours may still write. */
export const isAtWork = (state: ConversationState): boolean => stepOf(state).works !== null && !state.halt;
