// How a task's end moves the conversation: delivered at least once, perhaps late, perhaps after a restart.
import type { TaskEvent } from "../../engine/engine.ts";
import { moment } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { StepName } from "../step-names.ts";
import { stepOf } from "../steps/catalogue.ts";
import type { Facts } from "./event.ts";
import { type StepContext, stay } from "./moves.ts";
import type { Outcome } from "./outcome.ts";
import { type ConversationState, HANDLED_KEPT, type Halt, type StateOf } from "./state.ts";

function ended<S extends StepName>(state: StateOf<S>, task: TaskEvent, facts: Facts, words: Words) {
  return stepOf(state).tasks?.[task.task]?.({
    state,
    facts,
    words,
    channel: words,
    atWork: false,
  } satisfies StepContext<S>);
}

/**
 * A step may meet the end of work that it did not wait for: it began, then this program died before saying so.
 * An old delivery looks the same, except that its work began before the last decision.
 */
function beganSince(state: ConversationState, task: TaskEvent, facts: Facts): boolean {
  if (task.task === "survey" || task.task === "propose" || task.task === "plan") return true;
  const last = state.decisions.at(-1)?.at ?? "";
  return facts.workStartedAt !== undefined && facts.workStartedAt >= last;
}

function haltOf({ outcome, error }: TaskEvent): Halt {
  const kind = outcome === "done" ? "failed" : outcome;
  return error === undefined ? { kind } : { kind, error: error.saying };
}

const isSame = (one: Halt | null, other: Halt) =>
  one?.kind === other.kind && JSON.stringify(one.error) === JSON.stringify(other.error);

function halted(state: ConversationState, task: TaskEvent, facts: Facts, words: Words): Outcome {
  // Who cancelled by a button has been told; the engine's echo adds nothing unless it names an error.
  if (state.halt?.kind === task.outcome && !task.error) return stay(state);
  // A pause that is told late must not hide that the work has ended: "Continue" would continue nothing.
  if (state.halt && task.outcome === "paused") return stay(state);
  const halt = haltOf(task);
  if (isSame(state.halt, halt)) return stay(state);
  return {
    state: { ...state, halt, card: null },
    commands: [],
    effects: [{ kind: "settle", line: words.decided.stopped(moment(facts.at)) }, { kind: "card" }],
  };
}

export function onTask(state: ConversationState, task: TaskEvent, facts: Facts, words: Words): Outcome {
  const awaited = stepOf(state).works?.task === task.task;
  if (task.outcome !== "done") return awaited ? halted(state, task, facts, words) : stay(state);
  const key = task.runId ? `${task.task}:${task.runId}` : undefined;
  if (key && state.handled.includes(key)) return stay(state);
  if (!awaited && !beganSince(state, task, facts)) return stay(state);
  const outcome = ended(state, task, facts, words);
  if (!outcome) return stay(state);
  if (!key) return outcome;
  const handled = [...outcome.state.handled, key].slice(-HANDLED_KEPT);
  return { ...outcome, state: { ...outcome.state, handled } };
}
