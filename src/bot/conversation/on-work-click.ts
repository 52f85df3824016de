// Pause, continue, cancel, try again: the same for every step that works.
import { person } from "../../words/numbers.ts";
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

function assembleChange(state: ConversationState, event: ClickEvent, words: Words): Change | undefined {
  const works: Work<WorkStep> | null = stepOf(state).works;
  if (!works) return undefined;
  const who = person(event.actor);
  if (event.action === "run.pause" && !state.halt) {
    const halt = {
      kind: "paused",
      message: words.halt.pausedBy(who),
      remedy: words.halt.pausedRemedy,
    } as const;
    return { what: "paused", halt, command: { kind: "pause" } };
  }
  const isCancellable = !works.isManagers && (!state.halt || state.halt.kind === "paused");
  if (event.action === "run.cancel" && isCancellable) {
    const message = words.halt.cancelledBy(who);
    const halt = { kind: "cancelled", message, remedy: words.halt.cancelledRemedy } as const;
    return { what: "cancelled", halt, command: { kind: "cancel" } };
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
  const change = assembleChange(state, event, words);
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
