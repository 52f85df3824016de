// What every source can do. Adapters return the neutral records of model/source.ts; vendor shapes stop behind it.
import type { SourceNote, SourceRecords, SourceType } from "../model/source.ts";
import type { CustomFieldSurvey, RightsReport } from "../model/survey.ts";

export interface SourceIdentity {
  /** `connectwise` or `csv`: goes into `Source_System__c`. */
  readonly system: "connectwise" | "csv";
  /** Stable over credentials: site and company, or the directory. */
  readonly key: string;
  /** For people: "ConnectWise PSA, company `acme`". */
  readonly title: string;
  readonly version?: string;
}

/** Types that come in pages; notes come per ticket. */
export type PagedType = Exclude<SourceType, "notes">;

export interface SourcePage<T extends PagedType> {
  readonly records: readonly SourceRecords[T][];
  /** Where the next page starts (the last id seen); absent after the last page. */
  readonly next?: string;
  /** Rows that could not be read, each with the reason: never silence. */
  readonly rejects: readonly { readonly id: string; readonly reason: string }[];
}

export interface PageRequest {
  /** Keyset cursor: only ids greater than this; from the start when absent. */
  readonly after?: string;
  /** Only records changed since (ISO-8601); all when absent. */
  readonly changedSince?: string;
  readonly signal?: AbortSignal;
}

/** All methods throw CutoverErrors: AskError for credentials and rights, RetryError when tries are used up. */
export interface Source {
  identify(): Promise<SourceIdentity>;
  /** Rights that shrink results, by module. */
  fetchRights(): Promise<RightsReport>;
  count(type: PagedType): Promise<number>;
  fetchPage<T extends PagedType>(type: T, request: PageRequest): Promise<SourcePage<T>>;
  /** All notes of a ticket, oldest first. */
  fetchNotes(ticketId: string, signal?: AbortSignal): Promise<readonly SourceNote[]>;
  /** Definitions with their types and options; fill rates are the survey's. */
  fetchCustomFields(): Promise<readonly CustomFieldSurvey[]>;
  /** True when every note of a ticket must be fetched by a call of its own (prices the survey's estimate). */
  readonly notesPerTicket: boolean;
  close(): Promise<void>;
}
