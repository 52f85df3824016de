// Errors of connecting both systems, of what people decide, and of runs.
import type { Role } from "../migration.ts";
import type { EnvironmentName } from "../operation.ts";
import type { Inner, Nothing } from "./one-of.ts";
import type { RunKind, RunState } from "./run-names.ts";

export interface DecidingErrors {
  readonly no_such_migration: { readonly asked: "channel" | "systems" };
  readonly not_connected: Nothing;
  readonly no_staging_workspace: Nothing;
  readonly staging_is_production: { readonly workspace: string };
  /** `workspace` where it was just connected; without it a run met it. */
  readonly no_admins: { readonly workspace?: string };
  readonly other_source: { readonly known: string; readonly tried: string };
  readonly other_workspace: {
    readonly environment: EnvironmentName;
    readonly known: string;
    readonly tried: string;
  };
  readonly link_unknown: Nothing;
  readonly link_used: { readonly meanwhile: boolean };
  readonly link_expired: { readonly of: "credentials" | "report" };
  readonly link_guessed: Nothing;
  readonly wrong_link_code: { readonly triesLeft: number };
  readonly no_source: Nothing;
  readonly no_survey: Nothing;
  readonly no_field_map: Nothing;
  readonly no_such_row: Nothing;
  readonly invalid_map: { readonly issues: readonly (Inner | string)[] };
  readonly no_plan: Nothing;
  readonly approval_void: { readonly since?: "full-run" | "approval" };
  readonly not_your_decision: { readonly roles: readonly Role[] };
  readonly second_person_needed: Nothing;
  readonly not_approved: {
    readonly what:
      | "terms"
      | "plan"
      | "sample"
      | "silence"
      | "cutover"
      | "rollback"
      | "sample-slice"
      | "sample-removal";
  };
  readonly staging_connected: Nothing;
  readonly sample_in_full_run: Nothing;
  readonly teams_missing: { readonly teams: readonly string[] };
  readonly no_full_run: Nothing;
  readonly no_such_run: Nothing;
  /** `kind` where a run is in the way; without it another process executes this very run. */
  readonly run_in_progress: { readonly kind?: RunKind };
  readonly rollback_unfinished: { readonly state: RunState };
  readonly no_certificate_yet: Nothing;
  readonly no_certificate: { readonly field: string };
  readonly directory_unwritable: { readonly directory: string };
  /** Without a field it is no JSON; `problem` is the schema library's own words. */
  readonly rate_card_invalid: { readonly field?: string; readonly problem?: string };
}
