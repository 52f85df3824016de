// The forms of what the engine says: codes with arguments.

/** No arguments: `{ code: "no_plan" }` is the whole of it. */
export type Nothing = Readonly<Record<string, never>>;

/** A saying or an error inside another one: a type that named its own catalogue would go round in a circle. */
export interface Inner {
  readonly code: string;
  readonly args?: unknown;
}

/** One of a catalogue `{ code: arguments }`, told apart by its code. */
export type OneOf<Catalogue> = {
  readonly [Code in keyof Catalogue]: [Catalogue[Code]] extends [Nothing]
    ? { readonly code: Code; readonly args?: Nothing }
    : { readonly code: Code; readonly args: Catalogue[Code] };
}[keyof Catalogue];
