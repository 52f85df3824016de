// The shape of a language: what English says, with any text in its place.
import type { en } from "./en.ts";
import type { makeExplain, makeFinding, makeSay } from "./say.ts";

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

/** How a language says what the engine says. */
export interface Telling {
  readonly say: ReturnType<typeof makeSay>;
  readonly explain: ReturnType<typeof makeExplain>;
  readonly finding: ReturnType<typeof makeFinding>;
}

export type Words = Widened<Omit<typeof en, keyof Telling>> & Telling;
