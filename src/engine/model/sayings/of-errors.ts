// What an error or a conflict says, where a sentence of it is shown among others.
import type { Inner } from "./one-of.ts";

export interface BothSidesChanged {
  /** What people set in Intercom. */
  readonly what: readonly ("state" | "assignee")[];
  /** Intercom's kind of what people did last. */
  readonly partType: string;
  /** ISO-8601. */
  readonly at: string;
  readonly kept: boolean;
}

export interface ErrorSayings {
  /** The message of an error, and what to do where that belongs there. */
  readonly of_error: { readonly error: Inner; readonly withRemedy: boolean };
  readonly both_sides_changed: BothSidesChanged;
}
