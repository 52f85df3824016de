// Pause, continue, cancel, try again: the same for every step that works.
import type { Words } from "../../words/words.ts";
import { stepOf } from "../steps/catalogue.ts";
import type { Work, WorkStep } from "../steps/step.ts";
import { type DecisionName, formatDecision } from "./decision.ts";
import type { ClickEvent, Facts } from "./event.ts";
import type { Command, Outcome } from "./outcome.ts";
import { type ConversationState, DECISIONS_KEPT, type Halt, planHashOf, type StateOf } from "./state.ts";

interface Change {
  readonly what: DecisionName;
  readonly halt: Halt | null;
  readonly command: Command;
}

function assembleChange(state: ConversationState, event: ClickEvent): Change | undefined {
  const works: Work<WorkStep> | null = stepOf(state).works;
  if (!works) return undefined;
  if (event.action === "run.pause" && !state.halt) {
    return { what: "paused", halt: { kind: "paused", by: event.actor }, command: { kind: "pause" } };
  }
  const isCancellable = !works.isManagers && (!state.halt || state.halt.kind === "paused");
  if (event.action === "run.cancel" && isCancellable) {
    return { what: "cancelled", halt: { kind: "cancelled", by: event.actor }, command: { kind: "cancel" } };
  }
  if (event.action !== "task.retry" || !state.halt) return undefined;
  // Starting continues the run that stands still, and begins one where none does: never a dead end.
  const planHash = planHashOf(state);
  const command: Command = {
    ...{ kind: "start", task: works.task },
    ...(planHash ? { planHash } : {}),
    ...works.options?.(state as StateOf<WorkStep>),
  };
  const what = state.halt.kind === "paused" ? "resumed" : "retried";
  return { what, halt: null, command };
}

/** `words` are the channel's. Undefined when the button does not fit: nothing is under way, or it stands still already. */
export function onWorkClick(
  state: ConversationState,
  event: ClickEvent,
  facts: Facts,
  words: Words,
): Outcome | undefined {
  const change = assembleChange(state, event);
  if (!change) return undefined;
  const decision = { step: state.step, what: change.what, by: event.actor, at: facts.at };
  return {
    state: {
      ...state,
      halt: change.halt,
      card: null,
      decisions: [...state.decisions, decision].slice(-DECISIONS_KEPT),
    },
    commands: [change.command],
    effects: [{ kind: "settle", line: formatDecision(words, decision) }, { kind: "card" }],
  };
}
