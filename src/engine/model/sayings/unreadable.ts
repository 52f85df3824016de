// Why a row of a source can't be read: a part of a sentence, put after what could not be read.
import type { Inner, Nothing } from "./one-of.ts";

/** A row of a file: lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** Where it ends, when that is another line. */
  readonly toLine?: number;
}

export interface UnreadableSayings {
  readonly at_place: { readonly place: Place; readonly reason: Inner };
  readonly no_row_id: Nothing;
  /** `problem`: the schema library's code (`invalid_type`), and what it expected where it says so. */
  readonly field_unreadable: { readonly field: string; readonly problem: string; readonly expected?: string };
  readonly field_no_date: { readonly field: string; readonly text: string };
  readonly cell_unreadable: {
    readonly text: string;
    readonly column: string;
    readonly wanted: "id" | "date" | "number" | "flag";
  };
  readonly row_without:
    | { readonly what: "date" | "id" | "ticket" | "name" | "board" | "person" }
    | { readonly what: "id-cell" };
  readonly record_type_unknown: Nothing;
  readonly billing_unknown: { readonly text: string };
  readonly ends_before_start: Nothing;
  readonly cell_count: { readonly cells: number; readonly header: number };
  readonly quote_unclosed: { readonly restLost: boolean };
  readonly file_ends_inside: { readonly reason: Inner };
  /** A place is absent of a text that stands in another row. */
  readonly id_taken: { readonly id: string; readonly by?: Place; readonly other?: Place };
  readonly notes_without_ticket: { readonly notes: number; readonly tickets: number };
  readonly project_tickets_unreadable: { readonly error: Inner };
  readonly board_unreadable: { readonly board: string; readonly error: Inner };
  readonly board_closed: { readonly board: string };
}
