// Why work stands still and what to do, ready for a card: an error's text is escaped, a mention of a person stays one.
import { person } from "../../words/numbers.ts";
import type { Explained } from "../../words/say.ts";
import type { Words } from "../../words/words.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import type { Halt } from "../conversation/state.ts";

/** Each text within `limit` characters; the message is empty where a cancellation says it all. */
export function explainHalt({ kind, error, by }: Halt, words: Words, limit = 900): Explained {
  const text = words.halt;
  if (error) {
    const { message, remedy } = words.explain(error);
    return {
      message: escapeMrkdwn(message, limit),
      remedy: remedy === "" ? "" : escapeMrkdwn(remedy, limit),
    };
  }
  if (by && kind === "paused") return { message: text.pausedBy(person(by)), remedy: text.pausedRemedy };
  if (kind === "cancelled") {
    return { message: by ? text.cancelledBy(person(by)) : "", remedy: text.cancelledRemedy };
  }
  return { message: text.unknown, remedy: text.unknownRemedy };
}
