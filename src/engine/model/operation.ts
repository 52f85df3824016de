// One intended write and its life in the journal.
import type { Action } from "./action.ts";
import type { LeftOff } from "./reports/left-off.ts";
import type { SourceRef } from "./source/source.ts";

export type EnvironmentName = "staging" | "production";

export type OperationState = "intended" | "sent" | "done" | "failed" | "unknown" | "undone";

/** Resolves a source record to its destination id; throws a SkipError when it has none. */
export type ResolveLink = (ref: SourceRef) => string;

export interface Operation {
  /** What it belongs to: a source record, or an attribute definition (`MODEL:NAME`). */
  readonly source: JournalRef;
  /** Stable within the source record: a `Step` as `printStep` names it. */
  readonly step: string;
  /** Digest of the desired content of this step (source refs in it, never destination ids). */
  readonly contentHash: string;
  /** Built at the last moment, when what it refers to exists. */
  readonly build: (resolve: ResolveLink) => Action;
  /** Writes again what should be so already, since another write may have changed it: nothing of people's is undone by leaving it out. */
  readonly asserts?: boolean;
  /** Kept in the journal with the outcome, for whoever asks later what this write changed. */
  readonly image?: StateImage;
}

/** Of a conversation's state, team or assignee. */
export interface StateImage {
  readonly wrote?: { readonly state: "open" | "snoozed" | "closed" };
  /** What people did in Intercom, which ConnectWise's side was written over by the policy `conflicts`. */
  readonly overwrote?: {
    readonly partType: string;
    readonly at: string;
    readonly what: readonly ("state" | "assignee")[];
  };
}

/** A source record, or a definition in the destination that no record owns. */
export type JournalRef = SourceRef | { readonly type: "attribute"; readonly id: string };

/** What the journal says of one step of one record. */
export interface AppliedStep {
  readonly step: string;
  readonly contentHash: string;
  readonly state: OperationState;
  readonly destinationId?: string;
  readonly created?: boolean;
  /** An adopted contact's `create`: it was archived then, by its before-image. */
  readonly foundArchived?: boolean;
  /** What it was written without, as Intercom refused it. */
  readonly leftOff?: readonly LeftOff[];
}

/** All steps the journal knows of one record, newest per step. */
export type Applied = ReadonlyMap<string, AppliedStep>;
