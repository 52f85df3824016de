// Errors of database, keys, files and jobs.
import type { Inner, Nothing } from "./one-of.ts";

export interface KeepingErrors {
  readonly database_newer: { readonly by?: string; readonly steps: number; readonly program: string };
  /** `detail`: a SQLSTATE or Node's code. */
  readonly database_away: { readonly detail?: string };
  readonly database_busy: { readonly detail: string };
  readonly database_full: { readonly detail: string };
  readonly database_refused: { readonly detail: string };
  readonly database_error: { readonly detail?: string };
  readonly database_down: { readonly place: string; readonly error: Inner };
  readonly invalid_database_url: Nothing;
  readonly directory_unusable: { readonly directory: string };
  /** `why`: it can't be made, is another user's, is everybody's (like /tmp), or its rights can't be changed. */
  readonly folder_unusable: {
    readonly directory: string;
    readonly why: "make" | "owner" | "shared" | "rights";
  };
  readonly directory_owned: {
    readonly directory: string;
    readonly owner?: { readonly pid: number; readonly command: string; readonly since: string };
  };
  readonly migration_id_taken: { readonly id: string };
  readonly document_contended: { readonly kind: string };
  /** `place`: the first field that has another form. */
  readonly kept_unreadable: { readonly what: string; readonly place?: string };
  readonly secret_unreadable: {
    readonly why:
      | { readonly kind: "unknown-form" }
      | { readonly kind: "other-key"; readonly sealedBy: string; readonly ours: string }
      | { readonly kind: "altered" };
  };
  readonly invalid_secret_key: Nothing;
  readonly no_signing_key: Nothing;
  readonly key_file_unusable: { readonly path: string };
  readonly blob_store_refused: { readonly status: number };
  readonly blob_store_away: Nothing;
  readonly no_blob_store: Nothing;
  readonly file_too_large: { readonly bytes: number };
  readonly file_lost: Nothing;
  readonly disk_full: { readonly directory: string };
  readonly job_elsewhere: Nothing;
  readonly stopping: Nothing;
}
