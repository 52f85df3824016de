// Questions are answered in any state; they never change anything, and never start anything.
import type { Words } from "../../words/words.ts";
import type { AskEvent } from "./event.ts";
import { postEphemeral, stay } from "./moves.ts";
import type { Outcome } from "./outcome.ts";
import type { ConversationState } from "./state.ts";
import { isAtWork } from "./waiting.ts";

/** The message that waits is posted again at the bottom, and its older copy loses its buttons. */
function showAgain(state: ConversationState, channel: Words): Outcome {
  return {
    state: { ...state, card: null },
    commands: [],
    effects: [
      { kind: "answer", question: { about: "status" } },
      { kind: "settle", line: channel.decided.movedDown },
      { kind: "card" },
    ],
  };
}

export function answerQuestion(
  state: ConversationState,
  event: AskEvent,
  words: Words,
  channel: Words,
): Outcome {
  if (event.role === "stranger")
    return stay(
      state,
      { kind: "audit", event: "question-refused", detail: { about: event.question.about } },
      postEphemeral(words.refusal.stranger(event.because ?? "")),
    );
  const isStatus = event.question.about === "status" || event.question.about === "start";
  // Who only looks on moves no message under the eyes of those who decide.
  const mayMove = event.role !== "observer" || !state.card;
  if (isStatus && !isAtWork(state) && mayMove) return showAgain(state, channel);
  const question = isStatus ? ({ about: "status" } as const) : event.question;
  return stay(state, { kind: "answer", question });
}
