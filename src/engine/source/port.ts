// What every source can do. Adapters return the neutral records of model/source.ts; vendor shapes stop behind it.

import type { SourceIdentity } from "../model/migration-settings.ts";
import type { SourceAutomations } from "../model/reports/automation.ts";
import type { ErrorSaying } from "../model/sayings/error-arguments.ts";
import type { Saying } from "../model/sayings/saying.ts";
import type {
  ServiceLevel,
  SourceDocument,
  SourceNote,
  SourceRecords,
  SourceTicket,
  SourceTimeEntry,
  SourceType,
} from "../model/source/source.ts";
import type { CustomFieldSurvey, LeftBehind, RightsReport } from "../model/survey.ts";
import type { Answering } from "./refusals.ts";

/** Types that come in pages; notes, documents and links to configurations come per ticket. */
export type PagedType = Exclude<SourceType, "notes" | "ticketConfigurations" | "documents">;

/** What a record was read without: a list below it, or a field that could not be read. Told once a part. */
export interface SourceGap {
  /** In the words of ConnectWise: `sites`, `field communicationItems`. */
  readonly part: string;
  readonly id: string;
  readonly name?: string;
  readonly cause: { readonly saying: ErrorSaying; readonly requestId?: string | undefined };
}

export interface SourcePage<T extends PagedType> {
  readonly records: readonly SourceRecords[T][];
  /** Where the next page starts (the last id seen); absent after the last page. */
  readonly next?: string;
  /**
   * Rows that could not be read, each with the reason: never silence. `type` says what the id names when it is
   * not the page's own type: a board whose tickets are refused, a company whose sites are.
   */
  readonly rejects: readonly { readonly id: string; readonly reason: Saying; readonly type?: SourceType }[];
  /** Records of this page that lack a part. */
  readonly gaps?: readonly SourceGap[];
}

/** What hangs around tickets: a source that doesn't know it counts none and has empty pages. */
export const ASSET_TYPES = ["agreement", "project", "configuration"] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

/** The knowledge base; a source that has none counts none and has empty pages. */
export const ARTICLE_TYPES = ["articleCategory", "article"] as const;

/** Types that a survey takes samples of. */
export type SampledType = "ticket" | "company" | "contact";

export interface PageRequest {
  /** Keyset cursor: only ids greater than this; from the start when absent. */
  readonly after?: string;
  /** Only records changed since (ISO-8601); all when absent. */
  readonly changedSince?: string;
  readonly signal?: AbortSignal;
}

/** A document, or an inline image that is none. */
export type SourceFile = { readonly documentId: string } | { readonly inlineGuid: string };
export type ConsumeFile<T> = (content: AsyncIterable<Uint8Array>, contentType: string) => Promise<T>;

/** All methods throw CutoverErrors: AskError for credentials and rights, RetryError when tries are used up. */
export interface Source extends Answering {
  identify(): Promise<SourceIdentity>;
  /** Rights that shrink results, by module. */
  fetchRights(): Promise<RightsReport>;
  /** What time it is there, to the second. Absent: the source has no clock of its own. */
  look?(signal?: AbortSignal): Promise<{ readonly askedAt: Date; readonly serverTime?: Date }>;
  /** What a survey should say about how the source was read; only where there is something to say. */
  fetchRemarks?(): Promise<readonly Saying[]>;
  count(type: PagedType): Promise<number>;
  fetchPage<T extends PagedType>(type: T, request: PageRequest): Promise<SourcePage<T>>;
  /** The records of these ids, in one answer; ids that no longer exist are simply not in it. */
  fetchByIds<T extends SampledType>(
    type: T,
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<Pick<SourcePage<T>, "records" | "rejects">>;
  /** All time entries of these tickets. */
  fetchTimeEntriesOf(
    ticketIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<{
    readonly records: readonly SourceTimeEntry[];
    readonly rejects: SourcePage<"timeEntry">["rejects"];
  }>;
  /** About `size` records, half of them the newest and half the oldest, each once. */
  fetchSample<T extends SampledType>(
    type: T,
    size: number,
    signal?: AbortSignal,
  ): Promise<readonly SourceRecords[T][]>;
  /** How many tickets a board has; undefined when it may not be read. */
  countTicketsOnBoard(board: { readonly id: string; readonly project: boolean }): Promise<number | undefined>;
  /**
   * All notes of a ticket, oldest first. The ticket, where known, saves calls and says whether it was merged.
   * @param hear is told of what could not be read of them: the others come all the same
   * @throws SkipError when the ticket is gone
   */
  fetchNotes(
    ticketId: string,
    signal?: AbortSignal,
    ticket?: SourceTicket,
    hear?: (gap: SourceGap) => void,
  ): Promise<readonly SourceNote[]>;
  /** Of these ids, those that the source still has. Absent: deletions of these types can't be seen. */
  findLiving?(type: AssetType, ids: readonly string[], signal?: AbortSignal): Promise<ReadonlySet<string>>;
  /**
   * Ids of the configurations that hang on a ticket: a call each. Absent: the source doesn't tell.
   * @throws SkipError when the ticket is gone
   */
  fetchTicketConfigurations?(
    ticket: Pick<SourceTicket, "id" | "recordType">,
    signal?: AbortSignal,
  ): Promise<readonly string[]>;
  /**
   * SLA goals and outcome of an open ticket, where lists carry stale ones: a call a ticket. Absent: lists are fresh.
   * @throws SkipError when the ticket is gone
   */
  fetchServiceLevel?(ticketId: string, signal?: AbortSignal): Promise<ServiceLevel>;
  /**
   * What hangs on a ticket as files and links, without their bytes; a call a ticket. Absent: the source has no files.
   * @throws SkipError when the ticket is gone
   */
  fetchDocuments?(
    ticket: Pick<SourceTicket, "id" | "recordType">,
    signal?: AbortSignal,
    hear?: (gap: SourceGap) => void,
  ): Promise<readonly SourceDocument[]>;
  /**
   * Streams a file to `consume`, which may be called again with a new stream after a download that broke off.
   * @throws SkipError when there is no such file; what `consume` throws
   */
  downloadFile?<T>(file: SourceFile, consume: ConsumeFile<T>, signal?: AbortSignal): Promise<T>;
  /** Where people with a login find an inline image. */
  linkOfInlineImage?(guid: string): string;
  /** What a move leaves in the source, kind by kind. Absent: the source has nothing besides. */
  countLeftBehind?(signal?: AbortSignal): Promise<readonly LeftBehind[]>;
  /** How many automations there are; one request. Absent: the source can't tell. */
  countWorkflows?(): Promise<number>;
  /**
   * What the source does by itself, for a rebuild guide; parts that are refused become warnings. Absent: the source
   * can't tell.
   */
  fetchWorkflows?(signal?: AbortSignal): Promise<SourceAutomations>;
  /** Definitions with their types and options; fill rates are the survey's. */
  fetchCustomFields(): Promise<readonly CustomFieldSurvey[]>;
  /** True when every note of a ticket must be fetched by a call of its own (prices the survey's estimate). */
  readonly notesPerTicket: boolean;
  close(): Promise<void>;
}
