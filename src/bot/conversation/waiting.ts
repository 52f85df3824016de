// Whom a state waits for: a role, the program itself, or nobody.
import type { ConversationState, StepName } from "./state.ts";

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

export function waitsFor(state: ConversationState): Waiting {
  if (!state.halt) return waiting[state.step];
  return state.step === "rolling-back" ? "account-manager" : "customer";
}
