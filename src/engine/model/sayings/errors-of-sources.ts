// Errors of reading a source: ConnectWise, its Automate, and folders of CSV exports.
import type { Inner, Nothing } from "./one-of.ts";

export type PagedTypeName =
  | "board"
  | "member"
  | "sla"
  | "priority"
  | "company"
  | "contact"
  | "ticket"
  | "timeEntry"
  | "agreement"
  | "project"
  | "configuration"
  | "articleCategory"
  | "article";

export interface SourceErrors {
  readonly credentials_refused: Nothing;
  readonly api_host_needed: Nothing;
  /** `said`: ConnectWise's own words. */
  readonly right_missing: { readonly path: string; readonly said?: string };
  readonly request_refused: { readonly path: string; readonly status: number; readonly said?: string };
  readonly redirected: { readonly status: number };
  readonly server_trouble:
    | { readonly of: "connectwise"; readonly status: number; readonly webPage: boolean }
    | { readonly of: "automate"; readonly status: number; readonly what: string };
  readonly automate_refused: { readonly status: number; readonly what: string };
  /** `said`: what stood in the answer instead. */
  readonly odd_answer: { readonly path: string; readonly empty: boolean; readonly said?: string };
  readonly not_offered: { readonly path: string; readonly status: number };
  readonly paging_broken: { readonly path: string };
  readonly site_invalid: Nothing;
  /** Without a status a web page came back. */
  readonly site_trouble: { readonly status?: number };
  readonly company_unknown: { readonly company: string };
  readonly notes_unreadable: {
    readonly ticketId: string;
    readonly reason: Inner;
  };
  /** A row of a part that records are read without. */
  readonly part_row_unreadable: {
    readonly of: "note" | "document" | "field" | "row";
    readonly id: string;
    readonly reason: Inner;
  };
  readonly not_found:
    | { readonly what: "path"; readonly path: string }
    | { readonly what: "unnamed-file" }
    | { readonly what: "exported-ticket"; readonly ticketId: string }
    | { readonly what: "chosen-ticket"; readonly ticketId: string };
  readonly row_unreadable: { readonly reason: Inner };
  /** A record that the source has and that can't be read. */
  readonly source_unreadable:
    | {
        readonly what: "record";
        readonly type: string;
        readonly id: string;
        readonly reason: Inner;
      }
    | { readonly what: "list"; readonly type: PagedTypeName; readonly error: Inner }
    | {
        readonly what: "part";
        /** In the words of ConnectWise: `sites`, `field communicationItems`. */
        readonly part: string;
        readonly type: string;
        readonly records: number;
        readonly names: readonly string[];
        readonly error: Inner;
      };
  readonly source_hole: {
    readonly type: string;
    readonly counted: number;
    readonly read: number;
    readonly missing: number;
  };
  readonly source_shrunk: { readonly type: string; readonly gone: number; readonly staged: number };
  readonly file_not_kept: {
    readonly ticketId: string;
    readonly documentId: string;
    readonly error: Inner;
  };
  readonly unknown_time_zone: { readonly timeZone: string };
  /** Examples with their places. */
  readonly csv_date_order: { readonly examples: readonly string[] };
  readonly csv_zone_names: { readonly names: readonly string[]; readonly examples: readonly string[] };
  readonly note_undated: Nothing;
  readonly csv_no_folder: { readonly directory: string };
  readonly csv_no_tickets: { readonly directory: string };
  readonly csv_unusable: { readonly file: string; readonly why: Inner };
}
