// The whole conversation as one total function: state × event × facts → next state, commands, effects.

import { moment, person } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { ConversationEvent, Facts } from "./event.ts";
import { answerQuestion } from "./on-ask.ts";
import { onClick } from "./on-click.ts";
import { onCorrect } from "./on-correct.ts";
import { onTask } from "./on-task.ts";
import type { Outcome } from "./outcome.ts";
import type { ConversationState } from "./state.ts";
import { carry, stay } from "./step.ts";

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
      if (state.step !== "connect")
        return state.halt ? stay(state, { kind: "post", text: channel.connect.again }) : stay(state);
      return {
        state: { ...carry(state), step: "terms" },
        commands: [],
        effects: [
          { kind: "settle", line: channel.connect.done(person(event.person), moment(facts.at)) },
          { kind: "card" },
        ],
      };
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
