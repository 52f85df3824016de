// What a saying or an error reads like in English, for tests that look at words.
import type { CutoverError } from "../../src/engine/errors.ts";
import type { ErrorSaying } from "../../src/engine/model/sayings/error-arguments.ts";
import type { Saying } from "../../src/engine/model/sayings/saying.ts";
import { telling } from "../../src/words/en/telling.ts";
import type { Explained } from "../../src/words/say.ts";

export { print } from "../../src/words/en/telling.ts";

export const explained = (error: ErrorSaying | CutoverError) =>
  telling.explain("saying" in error ? error.saying : error);

/** Message and remedy of each, in one line. */
export const linesOf = (errors: readonly { readonly saying: ErrorSaying }[]) =>
  errors.map(({ saying }) => Object.values(telling.explain(saying)).join(" "));

/** An error of made-up prose, where a test is not about its words. */
export const toldError = (message: string, remedy = "Do something about it."): ErrorSaying => ({
  code: "told",
  args: { message, remedy },
});

export const told = (text: string): Saying => ({ code: "told", args: { text } });

/** The facts of an error with made-up prose, shown under a code of its own. */
export const prose = (facts: {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly cause?: unknown;
  readonly requestId?: string;
}) => {
  const { code, message, remedy, ...rest } = facts;
  return { ...rest, code: "told" as const, args: { message, remedy }, shownAs: code };
};

/** The refusal that a promise or a call ends in, in words. */
export async function refusalIn(act: Promise<unknown> | (() => unknown)): Promise<Explained> {
  try {
    await (typeof act === "function" ? act() : act);
  } catch (error) {
    return explained(error as CutoverError);
  }
  throw new Error("nothing was refused");
}
