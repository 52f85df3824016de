// Errors of the faces: environment, command line, port, Slack's set-up. `problem` is the command line's own English.
import type { Nothing } from "./one-of.ts";

export interface StartingErrors {
  readonly invalid_environment:
    | { readonly of: "values"; readonly problems: readonly string[] }
    | { readonly of: "slack"; readonly missing: readonly string[] }
    | { readonly of: "bucket" };
  readonly invalid_file: { readonly path: string; readonly problem?: string };
  readonly invalid_days: Nothing;
  readonly port_taken: { readonly port: number };
  readonly no_way_to_slack: Nothing;
}
