// Finds the text of what the engine says; a code of a newer version, or prose that an older one stored, is shown too.
import type { ErrorArguments, ErrorSaying } from "../engine/model/sayings/error-arguments.ts";
import type { FindingArguments, FindingSaying } from "../engine/model/sayings/findings.ts";
import type { Saying, Sayings } from "../engine/model/sayings/saying.ts";

/** What happened and what to do, one sentence or two each. */
export interface Explained {
  readonly message: string;
  readonly remedy: string;
}

/** A language that lacks one does not compile. */
export type SayingTexts = { readonly [Code in keyof Sayings]: (args: Sayings[Code]) => string };
export type ErrorTexts = {
  readonly [Code in keyof ErrorArguments]: (args: ErrorArguments[Code]) => Explained;
};

export type FindingTexts = {
  readonly [Code in keyof FindingArguments]: (args: FindingArguments[Code]) => Explained;
};

type AnyText<T> = ((args: unknown) => T) | undefined;

function textOf<T>(texts: object, code: string): AnyText<T> {
  return Object.hasOwn(texts, code) ? (texts as Readonly<Record<string, AnyText<T>>>)[code] : undefined;
}

/** Plain text is what an older version stored. */
export const makeSay =
  (texts: SayingTexts) =>
  (saying: Saying | string): string => {
    if (typeof saying === "string") return saying;
    return textOf<string>(texts, saying.code)?.(saying.args ?? {}) ?? saying.code;
  };

export const makeExplain =
  (texts: ErrorTexts) =>
  (error: ErrorSaying): Explained =>
    textOf<Explained>(texts, error.code)?.(error.args ?? {}) ?? { message: error.code, remedy: "" };

export const makeFinding =
  (texts: FindingTexts) =>
  (finding: FindingSaying): Explained =>
    textOf<Explained>(texts, finding.code)?.(finding.args ?? {}) ?? { message: finding.code, remedy: "" };
