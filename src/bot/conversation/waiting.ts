// Whom a state waits for: a role, the program itself, or nobody.

import type { StepName } from "../step-names.ts";
import type { ConversationState } from "./state.ts";

export type Waiting = "customer" | "account-manager" | "cutover" | "nobody";

const waiting: Readonly<Record<StepName, Waiting>> = {
  welcome: "customer",
  connect: "customer",
  terms: "customer",
  surveying: "cutover",
  "survey-review": "customer",
  proposing: "cutover",
  "map-review": "customer",
  planning: "cutover",
  "plan-review": "customer",
  teams: "customer",
  sampling: "cutover",
  "sample-review": "customer",
  "removing-sample": "cutover",
  silence: "customer",
  "cutover-review": "account-manager",
  running: "cutover",
  migrated: "customer",
  updating: "cutover",
  verifying: "cutover",
  certified: "nobody",
  "rolling-back": "cutover",
  "rolled-back": "nobody",
};

/** Taking back is the account manager's, and so is going on with it. */
export const takesBack = (step: StepName): boolean => step === "rolling-back" || step === "removing-sample";

export function waitsFor(state: ConversationState): Waiting {
  if (!state.halt) return waiting[state.step];
  return takesBack(state.step) ? "account-manager" : "customer";
}
