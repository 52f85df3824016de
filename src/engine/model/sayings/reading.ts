// What could not be read of a source, as a survey, a plan and the guides tell it.
import type { Inner } from "./one-of.ts";

export interface ReadingSayings {
  readonly record_unreadable: { readonly type: string; readonly id: string; readonly reason: Inner };
  readonly row_of_path_unreadable: { readonly path: string; readonly id: string; readonly reason: Inner };
  /** A list of this type, as a whole. */
  readonly type_unreadable: { readonly type: string; readonly error: Inner };
  readonly part_unreadable: {
    readonly part:
      | "workflows"
      | "scripts"
      | "calendars"
      | "sla-use"
      | "automations"
      | "slas"
      | "boards"
      | "projects"
      | "configurations";
    /** Absent where it took too long, or nobody knows. */
    readonly error?: Inner;
    readonly late?: boolean;
    /** What an earlier reading found is shown instead. */
    readonly kept?: boolean;
  };
  readonly no_automations: { readonly source: string };
  readonly too_many_pairs: { readonly boards: number; readonly slas: number };
  readonly secret_fields: { readonly captions: readonly string[] };
  readonly right_too_small: { readonly module: string; readonly level: string };
  readonly right_custom: { readonly module: string };
  readonly board_closed_to_us: { readonly board: string };
  readonly count_differs: { readonly type: string; readonly counted: number; readonly shown: number };
}
