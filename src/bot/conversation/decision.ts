// What people decided, by name: each language has its own words for it.
import { moment, person } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { ConversationState } from "./state.ts";

/** Names of sentences in the past tense: "approved the plan". */
export type DecisionName = keyof Words["decided"]["what"];
type Decision = ConversationState["decisions"][number];

/** States of older versions hold the words themselves. */
export const nameDecision = (words: Words, what: string): string =>
  (words.decided.what as Readonly<Record<string, string>>)[what] ?? what;

export const formatDecision = (
  words: Words,
  { by, what, at }: Pick<Decision, "by" | "what" | "at">,
): string => words.decided.line(person(by), nameDecision(words, what), moment(at));
