// What is written to production takes two different people: who approved the plan, and the account manager.
import { type Actor, samePerson } from "../../engine/model/migration.ts";
import { type ClickContext, postEphemeral, stay } from "../conversation/moves.ts";
import type { Outcome } from "../conversation/outcome.ts";
import type { StepName } from "../step-names.ts";

/** Undefined when the click is another person's than `approver`'s. */
export function refuseOnePerson(
  { state, event, words }: ClickContext<StepName>,
  approver: Actor,
): Outcome | undefined {
  if (!samePerson(approver, event.actor)) return undefined;
  const detail = { action: event.action, why: "two people needed" };
  return stay(
    state,
    { kind: "audit", event: "click-refused", detail },
    postEphemeral(words.refusal.twoPeople),
  );
}
