// What a mention or a slash command asks for: a few plain patterns; anything else is answered with help.
import type { Question } from "../conversation/event.ts";
import type { Understand } from "../understand-port.ts";

const TICKET = /\b(?:where|find|ticket)\b\D{0,40}#?(\d{1,18})\b/i;
const STATUS = /\b(?:status|where are we|where do we stand|how far|progress)\b/i;
const HELP = /^(?:help|\?)$/i;
/** Somebody who greets wants to be met: the move begins, or says where it stands. */
const START = /^(?:(?:hi|hello|hey|hallo|moin|good \w+)\b.*)?$|\b(?:start|begin|go)\b/i;
const EXCEPTIONS = /\b(?:exceptions?|failed|failures?|errors?|wrong)\b/i;

/** `text` as Slack sends it, mentions included. Texts never approve or start a write, whatever they say. */
export function parseQuestion(text: string): Question {
  const plain = text
    .replace(/<[@#!][^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 500);
  const ticketId = TICKET.exec(plain)?.[1];
  if (ticketId) return { about: "ticket", ticketId };
  if (HELP.test(plain)) return { about: "help" };
  if (STATUS.test(plain)) return { about: "status" };
  if (EXCEPTIONS.test(plain)) return { about: "exceptions" };
  if (START.test(plain)) return { about: "start" };
  return { about: "unknown" };
}

/** Where nobody brought something that understands more. */
export const understandPlainly: Understand = async (text) => ({
  kind: "question",
  question: parseQuestion(text),
});
