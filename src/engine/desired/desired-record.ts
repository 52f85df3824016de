// What the walk yields: a record as it should be beside what the journal knows of it, and what does not move, and why.
import type { SkipError } from "../errors.ts";
import type { Desired } from "../model/desired.ts";
import type { Applied } from "../model/operation.ts";
import type { PlannedObject } from "../model/plan.ts";
import type { SourceRef } from "../model/source/source.ts";
import type { FieldTrace } from "../transform/index.ts";

export interface RecordState {
  readonly desired: Desired;
  /** Empty where the journal knows nothing. */
  readonly applied: Applied;
}

/** One record of the source. */
export interface DesiredRecord {
  readonly source: SourceRef;
  readonly kind: Desired["kind"];
  /** One, but for a ticket whose messages need further conversations: these follow in order. */
  readonly states: readonly [RecordState, ...RecordState[]];
  /** Source value and rule of each field, made only where they are to be shown. */
  readonly trace: () => ReadonlyMap<string, FieldTrace>;
}

/** A staged record that nothing is written for. */
export type NotMoved = { readonly source: SourceRef; readonly object: PlannedObject } & (
  | { readonly why: "board" | "inactive" }
  /** Another contact with the same e-mail stands for it. */
  | { readonly why: "merged"; readonly into: SourceRef }
  | { readonly why: "unreadable"; readonly error: SkipError }
);

export interface DesiredPage {
  /** The stand-in of contacts that tickets don't name comes before the first ticket that needs it, and only once. */
  readonly records: readonly DesiredRecord[];
  readonly notMoved: readonly NotMoved[];
  /** How many of the ids that were asked for are not staged. */
  readonly absent: number;
  /** Destination ids, by `refKey`, of all that the page's records refer to: as far as they are written by now. */
  loadLinks(): Promise<ReadonlyMap<string, string>>;
}
