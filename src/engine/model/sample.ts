// What a sample shows of its source, and what it does not; and what of it stands in production.

import type { EnvironmentName } from "./operation.ts";
import type { FieldVerdict } from "./reports/certificate.ts";
import type { RollbackResult } from "./run.ts";

/** A sample that was written to production, as far as it stands there. */
export interface ProductionSample {
  readonly conversations: number;
  /** Made by the sample; those that existed before are in `restorable`. */
  readonly contacts: number;
  readonly companies: number;
  /** Records that existed before and that a removal puts back. */
  readonly restorable: number;
  /** What the newest removal left behind, and why: people touched it since. */
  readonly kept: RollbackResult["kept"];
}

/** Classes that occur in the source, and how many of them the sample holds. */
export interface ClassCover {
  readonly total: number;
  readonly covered: number;
}

/** What a source tells only ticket by ticket. */
export const PARTS_OF_A_TICKET = ["notes", "configurations", "documents"] as const;
export type PartOfATicket = (typeof PARTS_OF_A_TICKET)[number];

export interface SampleClasses {
  /**
   * Not looked at when the tickets were chosen, so that no figure here speaks of it; absent when everything was. Of the
   * chosen tickets it was read all the same.
   */
  readonly notLookedAt?: readonly PartOfATicket[];
  /** Single facts: a board, a status of a board, a value of a pick list, a merged ticket. */
  readonly values: ClassCover;
  /** status × priority, status × type, type × priority, board × custom field value. */
  readonly pairs: ClassCover;
  /** board × status × priority × type. */
  readonly combinations: ClassCover;
  /** Share of the source's tickets whose whole combination the sample shows, 0 to 1. */
  readonly ticketShare: number;
  /** Not covered: values before pairs before combinations, those of most tickets first; 500 at most. */
  readonly missed: readonly {
    readonly kind: "value" | "pair" | "combination";
    readonly words: string;
    readonly tickets: number;
  }[];
}

export interface SampleDiff {
  readonly environment: EnvironmentName;
  /** False where no staging workspace is connected: the rows then say what would be written. */
  readonly written: boolean;
  readonly tickets: number;
  readonly contacts: number;
  readonly fieldsCompared: number;
  /** Share of the source's values and pairs of values that the sample shows, 0 to 1. */
  readonly coverage: number;
  /** Counted, with what is not covered; absent in samples of older versions. */
  readonly classes?: SampleClasses;
  /** Every compared field, discrepancies first. */
  readonly rows: readonly FieldVerdict[];
  readonly discrepancies: number;
}
