// A document as it leaves this program: every saying as English text, every error as message and remedy.
import type { ErrorSaying } from "./error-arguments.ts";
import type { Saying } from "./saying.ts";

export type Printed<T> = T extends Saying
  ? string
  : T extends { readonly saying: ErrorSaying }
    ? { [K in keyof Omit<T, "saying">]: Printed<T[K]> } & {
        readonly message: string;
        readonly remedy: string;
      }
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? readonly Printed<Item>[]
        : { [K in keyof T]: Printed<T[K]> };

/**
 * For what is signed, digested or printed for machines, so that its fields and their types are the same for whoever
 * reads them outside. The words room makes it; the engine is given it.
 */
export type Print = <T>(document: T) => Printed<T>;
