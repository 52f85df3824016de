// What a canary finds that makes a proof, silence or a rollback impossible: each stops the run before anything is moved.
import type { Writer } from "../profile.ts";
import type { Inner, Nothing } from "./one-of.ts";

export interface CanaryErrors {
  readonly canary_answered: Nothing;
  readonly canary_lost: { readonly conversationId: string };
  readonly canary_refused: { readonly error: Inner };
  /** `left`: what still stands in the workspace, e.g. `conversation 12`. `first`: what had gone wrong before. */
  readonly canary_not_deleted: { readonly left: readonly string[]; readonly first?: Inner };
  readonly times_not_kept: { readonly of: readonly Writer[] };
  readonly texts_not_kept: { readonly of: readonly Writer[] };
  readonly files_not_kept: Nothing;
  /** While a run goes on. `names`: of teammates or attributes. */
  readonly workspace_changed: {
    readonly what: "seat" | "attribute" | "twin" | "default";
    readonly names: readonly string[];
  };
  /** `MODEL:NAME`. */
  readonly attributes_not_kept: { readonly names: readonly string[] };
}
