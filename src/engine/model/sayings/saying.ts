// What the engine says: a code with its arguments. The words room owns the text, in every language.
import type { ToldSayings } from "./told.ts";

/** No arguments: `{ code: "no_plan" }` is the whole of it. */
export type Nothing = Readonly<Record<string, never>>;

/** One of a catalogue `{ code: arguments }`, told apart by its code. */
export type OneOf<Catalogue> = {
  readonly [Code in keyof Catalogue]: Nothing extends Catalogue[Code]
    ? { readonly code: Code; readonly args?: Nothing }
    : { readonly code: Code; readonly args: Catalogue[Code] };
}[keyof Catalogue];

/**
 * Every saying and its arguments: counts as numbers, dates as ISO-8601 or unix seconds, durations as seconds, names as
 * text that the caller has bounded. No argument is prose of ours; a vendor's own words are one bounded argument.
 */
export interface Sayings extends ToldSayings {}

export type Saying = OneOf<Sayings>;
