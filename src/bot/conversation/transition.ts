// The whole conversation as one total function: state × event × facts → next state, commands, effects.

import type { Actor } from "../../engine/model/migration.ts";
import type { Words } from "../../words/words.ts";
import type { StepName } from "../step-names.ts";
import { stepOf } from "../steps/catalogue.ts";
import type { ConversationEvent, Facts } from "./event.ts";
import { stay } from "./moves.ts";
import { answerQuestion } from "./on-ask.ts";
import { onClick } from "./on-click.ts";
import { onCorrect } from "./on-correct.ts";
import { onTask } from "./on-task.ts";
import type { Outcome } from "./outcome.ts";
import type { ConversationState, StateOf } from "./state.ts";

/** Keys that come again help work that stands still. */
function connected<S extends StepName>(state: StateOf<S>, by: Actor, facts: Facts, channel: Words): Outcome {
  const { connected: go } = stepOf(state);
  if (go) return go({ state, facts, words: channel, channel, atWork: false }, by);
  return state.halt ? stay(state, { kind: "post", text: channel.connect.again }) : stay(state);
}

function react(
  state: ConversationState,
  event: ConversationEvent,
  facts: Facts,
  words: Words,
  channel: Words,
): Outcome {
  switch (event.kind) {
    case "clicked":
      return onClick(state, event, facts, words, channel);
    case "asked":
      return answerQuestion(state, event, words, channel);
    case "corrected":
      return onCorrect(state, event, facts, words, channel);
    case "task":
      return onTask(state, event.task, facts, channel);
    case "connected":
      return connected(state, event.person, facts, channel);
  }
}

/**
 * Never throws, and knows every event in every state. `words` are for whoever acts, `channel` for what everybody
 * reads.
 */
export function transition(
  state: ConversationState,
  event: ConversationEvent,
  facts: Facts,
  words: Words,
  channel: Words = words,
): Outcome {
  const outcome = react(state, event, facts, words, channel);
  const isDropped = state.proposal && !outcome.state.proposal;
  if (!isDropped || outcome.effects.some(({ kind }) => kind === "settle-proposal")) return outcome;
  // The conversation went on without it: its buttons must not look as if they still worked.
  const settle = { kind: "settle-proposal", line: channel.correction.outdated } as const;
  return { ...outcome, effects: [...outcome.effects, settle] };
}
