// What is said of a folder of CSV exports: how it was read, what it lacks, why a file can't be used.
import type { Inner } from "./one-of.ts";

type CsvObjectName =
  | "company"
  | "contact"
  | "member"
  | "board"
  | "status"
  | "priority"
  | "sla"
  | "ticket"
  | "note"
  | "timeEntry";

export interface CsvSayings {
  readonly csv_file_read: {
    readonly file: string;
    readonly object: CsvObjectName;
    readonly encoding: string;
    readonly separator: string;
    readonly known: number;
    readonly columns: number;
    readonly others: readonly string[];
    /** Whether the other columns become custom fields. */
    readonly carried: boolean;
  };
  readonly csv_file_left_out: { readonly error: Inner };
  readonly csv_file_unknown: { readonly file: string };
  readonly csv_secrets: { readonly file: string; readonly columns: readonly string[] };
  readonly csv_column_doubtful: {
    readonly file: string;
    readonly column: string;
    readonly object: CsvObjectName;
    /** Read as this field because its caption often means it. */
    readonly field?: string;
    /** Read as a custom field because this other column is that field already. */
    readonly rival?: string;
  };
  readonly csv_damaged: { readonly file: string; readonly characters: number };
  readonly csv_lacks_column: {
    readonly file: string;
    readonly what: "date-entered" | "closed" | "board" | "audience" | "email";
  };
  readonly csv_lacks_file: { readonly object: "note" | "timeEntry" | "member" };
  readonly csv_time_zone: { readonly timeZone: string; readonly told: boolean };
  readonly csv_rows_repeat: { readonly type: string; readonly rows: number };
  readonly csv_rows_unreadable: { readonly type: string; readonly rows: number; readonly first: Inner };
  readonly csv_loose_time_entries: { readonly entries: number };
  readonly csv_without_ticket: {
    readonly type: "note" | "timeEntry";
    readonly records: number;
    readonly tickets: number;
  };

  readonly csv_too_many_columns: { readonly columns: number; readonly most: number };
  readonly csv_columns_missing: {
    /** A caption such as exports use stands beside a missing id. */
    readonly missing: readonly { readonly field: string; readonly caption?: string }[];
    readonly columns: readonly string[];
  };
  readonly csv_no_such_column: { readonly column: string };
  readonly csv_no_such_field: {
    readonly field: string;
    readonly object: CsvObjectName;
    readonly near?: string;
    readonly fields: readonly string[];
  };
}
