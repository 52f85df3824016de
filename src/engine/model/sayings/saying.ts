// What the engine says: a code with its arguments. The words room owns the text, in every language.
import type { ChangeSayings } from "./changes.ts";
import type { CsvSayings } from "./csv.ts";
import type { ErrorSayings } from "./of-errors.ts";
import type { OneOf } from "./one-of.ts";
import type { ReadingSayings } from "./reading.ts";
import type { ToldSayings } from "./told.ts";
import type { UnreadableSayings } from "./unreadable.ts";
import type { WorkSayings } from "./working.ts";

/**
 * Every saying and its arguments: counts as numbers, dates as ISO-8601 or unix seconds, durations as seconds, names as
 * text that the caller has bounded. No argument is prose of ours; a vendor's own words are one bounded argument.
 */
export interface Sayings
  extends ChangeSayings,
    CsvSayings,
    ErrorSayings,
    ReadingSayings,
    UnreadableSayings,
    WorkSayings,
    ToldSayings {}

export type Saying = OneOf<Sayings>;
