// The shape of a language: what English says, with any text in its place.
import type { en } from "./en.ts";
import type { Telling } from "./say.ts";

/** Literal texts widened, so that another language fits. */
export type Widened<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => unknown
    ? (...parameters: P) => string
    : T extends readonly { readonly id: string }[]
      ? readonly { readonly id: string; readonly text: string }[]
      : T extends readonly string[]
        ? readonly string[]
        : { readonly [K in keyof T]: Widened<T[K]> };

export type Words = Widened<Omit<typeof en, keyof Telling>> & Telling;
