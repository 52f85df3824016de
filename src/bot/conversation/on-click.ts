// A click: may this person, is the button still good, and then what the step says.
import type { Role } from "../../engine/model/migration.ts";
import { moment, person } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { StepName } from "../step-names.ts";
import { stepOf } from "../steps/catalogue.ts";
import type { StepAction } from "../steps/step.ts";
import { nameDecision } from "./decision.ts";
import type { ClickEvent, Facts } from "./event.ts";
import { BOTH, MANAGER, postEphemeral, stay } from "./moves.ts";
import { onCorrectionClick } from "./on-correct.ts";
import { onWorkClick } from "./on-work-click.ts";
import type { Outcome } from "./outcome.ts";
import type { ConversationState, StateOf } from "./state.ts";
import { isAtWork } from "./waiting.ts";

function refuse(state: ConversationState, event: ClickEvent, text: string, why: string): Outcome {
  const detail = { action: event.action, step: event.step, role: event.role, why };
  return stay(state, { kind: "audit", event: "click-refused", detail }, postEphemeral(text));
}

function refusalByRole(
  state: ConversationState,
  event: ClickEvent,
  who: readonly Role[],
  words: Words,
): Outcome | undefined {
  if (event.role === "stranger")
    return refuse(state, event, words.refusal.stranger(event.because ?? ""), "stranger");
  if (who.includes(event.role)) return undefined;
  const text =
    who.includes("customer") && !state.customer ? words.refusal.noCustomer : words.refusal.role(who);
  return refuse(state, event, text, "role");
}

/** What an old button gets to hear: who was faster, or where we are. */
function stale(state: ConversationState, event: ClickEvent, words: Words): Outcome {
  const taken = state.decisions.findLast((decision) => decision.step === event.step);
  const text =
    taken && event.step !== state.step
      ? words.refusal.taken(person(taken.by), nameDecision(words, taken.what), moment(taken.at))
      : words.refusal.old(words.where(state.step));
  return stay(state, postEphemeral(text));
}

function onStepClick<S extends StepName>(
  state: StateOf<S>,
  event: ClickEvent,
  facts: Facts,
  words: Words,
  channel: Words,
): Outcome {
  const step = stepOf(state);
  const action: StepAction<S> | undefined = step.actions[event.action];
  const refusal = refusalByRole(
    state,
    event,
    action?.who ?? ["customer", "account-manager", "observer"],
    words,
  );
  if (refusal) return refusal;
  if (event.step !== state.step || !action) return stale(state, event, words);
  const context = { state, facts, words, channel, atWork: isAtWork(state) };
  const expected = step.hash?.(context);
  if (step.hash && !action.withoutHash && event.hash !== expected)
    return stay(state, postEphemeral(words.refusal.changedSince), { kind: "redraw" });
  return action.run({ ...context, event });
}

/** New keys for work that stands still, from any step: a token may be revoked at any time. */
function onNewKeys(state: ConversationState, event: ClickEvent): Outcome | undefined {
  if (!state.halt || event.step !== state.step) return undefined;
  if (event.role !== "customer" && event.role !== "account-manager") return undefined;
  if (event.action === "connect.link") return stay(state, { kind: "link" });
  return event.action === "connect.form" ? stay(state, { kind: "modal", modal: "connect" }) : undefined;
}

export function onClick(
  state: ConversationState,
  event: ClickEvent,
  facts: Facts,
  words: Words,
  channel: Words,
): Outcome {
  if (event.action === "correction.confirm" || event.action === "correction.dismiss")
    return (
      refusalByRole(state, event, BOTH, words) ??
      onCorrectionClick({ state, event, facts, words, channel, atWork: isAtWork(state) })
    );
  const newKeys = onNewKeys(state, event);
  if (newKeys) return newKeys;
  const isWork =
    event.action === "run.pause" || event.action === "run.cancel" || event.action === "task.retry";
  if (!isWork) return onStepClick(state, event, facts, words, channel);
  const who: readonly Role[] = stepOf(state).works?.isManagers ? MANAGER : BOTH;
  const refusal = refusalByRole(state, event, who, words);
  if (refusal) return refusal;
  if (event.step !== state.step) return stale(state, event, words);
  return onWorkClick(state, event, facts, channel) ?? stale(state, event, words);
}
