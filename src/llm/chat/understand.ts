// Understands what people say in the chat: a question, or a correction of the map; a model helps where plain rules end.
import type { AskCorrection } from "./ask-correction.ts";
import { plainText } from "./clauses.ts";
import type { Correctable, Correction } from "./correction.ts";
import { asksSomething, type Intent, readIntent } from "./intents.ts";
import { onlySupposes, readCorrection } from "./read-correction.ts";

export type Understood =
  | { readonly kind: "question"; readonly question: Intent }
  | { readonly kind: "correction"; readonly correction: Correction };

export interface UnderstandOptions {
  /** Asked only for a text that plain rules make nothing of. */
  readonly ask?: AskCorrection;
}

/** Texts of a word or two are greetings and commands: no model is asked about them. */
const WORTH_ASKING = 4;

export function makeUnderstand({ ask }: UnderstandOptions = {}) {
  return async (text: string, load: () => Promise<Correctable | undefined>): Promise<Understood> => {
    const question = readIntent(text);
    const isPlain = question.about === "start" || question.about === "help" || question.about === "ticket";
    if (isPlain || asksSomething(text)) return { kind: "question", question };
    const about = await load();
    if (!about) return { kind: "question", question };
    const read = readCorrection(text, about);
    if (read && read.changes.length > 0) return { kind: "correction", correction: read };
    if (!read && (question.about !== "unknown" || onlySupposes(text, about)))
      return { kind: "question", question };
    const words = plainText(text).split(/\s+/).length;
    const asked = ask && words >= WORTH_ASKING ? await ask(plainText(text), about) : undefined;
    const correction = asked && asked.changes.length > 0 ? asked : read;
    return correction ? { kind: "correction", correction } : { kind: "question", question };
  };
}
