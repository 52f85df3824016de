// What the engine must know of a kind of record, in one place a kind: its writes, its differences, its comparison.
import type { Desired } from "../model/desired.ts";
import type { Observed } from "../model/observed.ts";
import type { Applied, Operation } from "../model/operation.ts";
import type { SourceRef } from "../model/source/source.ts";
import type { ExistingContactPolicy } from "./merge-contact.ts";
import type { CompareOptions, VerdictList } from "./verdicts.ts";

export type Kind = Desired["kind"];
export type DesiredOf<K extends Kind> = Extract<Desired, { readonly kind: K }>;
export type ObservedOf<K extends Kind> = Extract<Observed, { readonly kind: K }>;

export interface DiffOptions {
  /** What may be done to a contact that existed before (`create` was answered by adopting it). */
  readonly existingContact?: ExistingContactPolicy;
  /** Such a record as it is now; without it, only our own attributes are written to it. */
  readonly observed?: Observed | null;
  /** Names of the attributes that the map fills on this kind of record: an update clears those without a value. */
  readonly ownAttributes?: ReadonlySet<string>;
}

/** The destination id of a record that is there. */
export type Link = (ref: SourceRef) => string | undefined;

export interface CompareTools {
  readonly link: Link;
  readonly verdicts: VerdictList;
  readonly options: CompareOptions;
}

/** Reads by destination id; null for what is not there. */
export type RecordReader = {
  readonly [K in Kind as `fetch${Capitalize<K>}`]: (id: string) => Promise<ObservedOf<K> | null>;
};

export interface ObjectKind<K extends Kind> {
  /** All operations of a record that Intercom doesn't hold yet, in the order they must be written. */
  steps(desired: DesiredOf<K>): readonly Operation[];
  /** What is due on a record that was made before, in order. */
  diff(desired: DesiredOf<K>, applied: Applied, options: DiffOptions): readonly Operation[];
  /** Adds a verdict for each field. */
  compare(desired: DesiredOf<K>, observed: ObservedOf<K>, tools: CompareTools): void;
  /** The other records it refers to: their destination ids are needed to write and to compare it. */
  references(desired: DesiredOf<K>): readonly SourceRef[];
  fetchRecord(reader: RecordReader, id: string): Promise<ObservedOf<K> | null>;
  /** The record as Intercom would show it if everything arrived. */
  expect(desired: DesiredOf<K>, idOf: (ref: SourceRef) => string): ObservedOf<K>;
  /** What can be written before the records are there that it leads to and that may lead back to it. */
  withoutLinks?(desired: DesiredOf<K>, isMade: (ref: SourceRef) => boolean): DesiredOf<K>;
  /** True where a record that was there before us must be read before these operations. */
  looksFirst?(applied: Applied, operations: readonly Operation[]): boolean;
  /** Unix seconds of its import, as far as what is shown of the record dates it. */
  importedAt?(observed: ObservedOf<K>, applied: Applied): number | undefined;
}
