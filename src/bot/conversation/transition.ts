// The whole conversation as one total function: state × event × facts → next state, commands, effects.

import { moment, person } from "../words/numbers.ts";
import type { Words } from "../words/words.ts";
import type { ConversationEvent, Facts } from "./event.ts";
import { answerQuestion } from "./on-ask.ts";
import { onClick } from "./on-click.ts";
import { onTask } from "./on-task.ts";
import type { Outcome } from "./outcome.ts";
import type { ConversationState } from "./state.ts";
import { carry, stay } from "./step.ts";

/** Never throws, and knows every event in every state. */
export function transition(
  state: ConversationState,
  event: ConversationEvent,
  facts: Facts,
  words: Words,
): Outcome {
  switch (event.kind) {
    case "clicked":
      return onClick(state, event, facts, words);
    case "asked":
      return answerQuestion(state, event, words);
    case "task":
      return onTask(state, event.task, facts, words);
    case "connected":
      if (state.step !== "connect")
        return state.halt ? stay(state, { kind: "say", text: words.connect.again }) : stay(state);
      return {
        state: { ...carry(state), step: "terms" },
        commands: [],
        effects: [
          { kind: "settle", line: words.connect.done(person(event.person), moment(facts.at)) },
          { kind: "card" },
        ],
      };
  }
}
