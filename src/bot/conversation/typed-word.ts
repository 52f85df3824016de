// What is typed to confirm a rollback: the name of the workspace that it takes back.
import type { Words } from "../../words/words.ts";

const MAX = 200;

const plainly = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** A workspace without a name is confirmed by a word of ours. */
export const confirmationWord = (workspace: string | undefined, words: Words): string =>
  plainly(workspace ?? "")
    .slice(0, MAX)
    .trim() || words.rollback.word;

/** Spaces don't matter; every letter does. */
export const isTyped = (typed: string | undefined, word: string): boolean =>
  plainly(typed ?? "") === plainly(word);
