// What the store keeps, as the engine sees it; each interface has one implementation over drizzle beside this file.

import type { Actor, Approval, Credentials, Migration } from "../model/migration.ts";
import type { MigrationSettings } from "../model/migration-settings.ts";
import type { Workspace } from "../model/observed.ts";
import type { EnvironmentName } from "../model/operation.ts";
import type { WorkspaceProfile } from "../model/profile.ts";
import type { FieldVerdict } from "../model/reports/certificate.ts";
import type { Forgotten } from "../model/reports/forgotten.ts";
import type { Exception } from "../model/run.ts";
import type {
  SourceConfiguration,
  SourceRecords,
  SourceRef,
  SourceType,
  TicketBundle,
} from "../model/source/source.ts";
import type { Documents } from "./document-repository.ts";
import type { Runs } from "./run-repository.ts";

export interface Migrations {
  /** Finds by key, or creates; two callers at once get the same row. */
  findOrCreate(migration: Migration): Promise<Migration>;
  find(id: string): Promise<Migration | undefined>;
  findByKey(key: string): Promise<Migration | undefined>;
  list(): Promise<readonly Migration[]>;
  /** To another channel and key; whichever migration has that key gets this one's. Nothing when there is no such id. */
  move(id: string, key: string, channel: NonNullable<Migration["channel"]>): Promise<void>;
  /** Throws AbortError when what is kept has another shape than this program's. */
  loadSettings(id: string): Promise<MigrationSettings>;
  /** What is not given stays. */
  saveSettings(id: string, settings: MigrationSettings): Promise<void>;
  /** The conversation's state as JSON with a version, for compare-and-set. */
  loadConversation(id: string): Promise<{ readonly state: unknown; readonly version: number } | undefined>;
  /** False when the version is no longer the expected one: somebody else was faster. */
  saveConversation(id: string, state: unknown, expectedVersion: number): Promise<boolean>;
}

/** Credentials, encrypted at rest; one row a system and migration. */
export interface Connections {
  save(migrationId: string, credentials: Credentials, workspaces: ConnectedWorkspaces): Promise<void>;
  load(
    migrationId: string,
  ): Promise<{ readonly credentials: Credentials; readonly workspaces: ConnectedWorkspaces } | undefined>;
  remove(migrationId: string): Promise<number>;
}
export interface ConnectedWorkspaces {
  readonly production: Workspace;
  readonly staging?: Workspace;
}

/** The staged extract. Writing a record with the same hash again changes nothing. */
export interface SourceStaging {
  putRecords<T extends SourceType>(
    migrationId: string,
    type: T,
    records: readonly SourceRecords[T][],
    at: Date,
  ): Promise<{ readonly changed: number }>;
  load<T extends SourceType>(
    migrationId: string,
    type: T,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, SourceRecords[T]>>;
  /** Ids in numeric order after `after`: of living records, or of those deleted in the source. */
  listIds(
    migrationId: string,
    type: SourceType,
    after: string | undefined,
    limit: number,
    deleted?: boolean,
  ): Promise<readonly string[]>;
  count(migrationId: string, type: SourceType): Promise<number>;
  /** The configurations of these contacts, by the contact's id; in the order of their ids. */
  loadConfigurationsOf(
    migrationId: string,
    contactIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly SourceConfiguration[]>>;
  /**
   * Tickets with their notes, time entries and configurations, in the order of `ticketIds`. `deleted`: those deleted in
   * the source, as they were last read.
   */
  loadBundles(
    migrationId: string,
    ticketIds: readonly string[],
    deleted?: boolean,
  ): Promise<readonly TicketBundle[]>;
  /** For each e-mail (lower case) that several contacts share: the lowest id first. */
  loadSharedEmails(migrationId: string): Promise<ReadonlyMap<string, readonly string[]>>;
  /** By the address that tickets name, in lower case: the first ticket that does, deleted ones included. */
  loadFirstOfAddress(migrationId: string): Promise<ReadonlyMap<string, string>>;
  /** Tickets (of `among`, where given) whose notes (or documents) are not staged, or staged before the ticket's last change. */
  listTicketsWithoutNotes(
    migrationId: string,
    after: string | undefined,
    limit: number,
    type?: "notes" | "documents",
    among?: readonly string[],
  ): Promise<readonly string[]>;
  /** Of these, what was read again since, changed or not; for what comes by a call a ticket. */
  listStagedSince(
    migrationId: string,
    type: "notes" | "documents" | "ticketConfigurations",
    ids: readonly string[],
    since: Date,
  ): Promise<ReadonlySet<string>>;
  markDeleted(migrationId: string, refs: readonly SourceRef[], at: Date): Promise<void>;
  /** Where extraction of a type stands. */
  loadCheckpoint(migrationId: string, type: CheckpointName): Promise<ExtractCheckpoint | undefined>;
  saveCheckpoint(migrationId: string, type: CheckpointName, checkpoint: ExtractCheckpoint): Promise<void>;
}
/** Of a type, or of the extraction as a whole. */
type CheckpointName = SourceType | "pass" | "serviceLevel";

export interface ExtractCheckpoint {
  /** Last id of the pass under way; absent when none is. */
  readonly after?: string;
  /** When the pass under way began (ISO-8601). */
  readonly startedAt?: string;
  /** Begin of the last complete pass: the next delta asks from here, with overlap. */
  readonly completedAt?: string;
  /** `/count` of the source when the pass began, against what arrived. */
  readonly expected?: number;
  /** Ids that a sample has read already, of what is asked for one by one. */
  readonly read?: readonly string[];
  /** Ids of rows that could not be read, each named: no hole. */
  readonly unread?: readonly string[];
}

export interface Approvals {
  /** Gives it its number. */
  record(migrationId: string, approval: Omit<Approval, "number">): Promise<Approval>;
  /** In the order of their numbers. */
  list(migrationId: string): Promise<readonly Approval[]>;
}

export interface Exceptions {
  record(migrationId: string, runId: string, exceptions: readonly Exception[]): Promise<void>;
  /** Solved since: the record made it. */
  resolve(
    migrationId: string,
    environment: EnvironmentName,
    source: { readonly type: string; readonly id: string },
  ): Promise<void>;
  list(migrationId: string, environment: EnvironmentName, limit: number): Promise<readonly Exception[]>;
  count(migrationId: string, environment: EnvironmentName): Promise<number>;
}

/** Append-only and hash-chained. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** The newest entry; sequence 0 before the first one. */
  last(migrationId: string): Promise<{ readonly sequence: number; readonly hash: string }>;
  list(
    migrationId: string,
    afterSequence: number,
    limit: number,
  ): Promise<
    readonly (AuditEntry & {
      readonly sequence: number;
      readonly hash: string;
      readonly previousHash: string;
    })[]
  >;
}
export interface AuditEntry {
  readonly migrationId: string;
  /** ISO-8601. */
  readonly at: string;
  readonly actor: Actor | "cutover";
  /** `approval`, `click-refused`, `run-started`, `run-ended`, `connected`, … */
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One-time links: only the token's digest is stored. */
export interface OneTimeLinks {
  create(link: {
    readonly tokenHash: string;
    readonly migrationId: string;
    readonly person: Actor;
    readonly expiresAt: Date;
  }): Promise<void>;
  /** Looks without using it up. */
  find(tokenHash: string): Promise<
    | {
        readonly migrationId: string;
        readonly person: Actor;
        readonly expiresAt: Date;
        readonly usedAt?: Date;
      }
    | undefined
  >;
  /** True for exactly one caller. */
  use(tokenHash: string, at: Date): Promise<boolean>;
}

/** What has been seen before: event ids, click ids. */
export interface Deliveries {
  /** True the first time a key is seen. */
  first(key: string, at: Date): Promise<boolean>;
  prune(before: Date): Promise<number>;
}

/** Slack installations, encrypted at rest. */
export interface Installations {
  save(key: string, installation: unknown): Promise<void>;
  load(key: string): Promise<unknown | undefined>;
  remove(key: string): Promise<void>;
}

/** Rows of large reports, read by pages. */
export interface ReportRows {
  /** Puts a report in the place of its last one; `number` is the place in the list, from 1. */
  replace(migrationId: string, report: string, rows: readonly FieldVerdict[]): Promise<void>;
  list(migrationId: string, report: string, query: RowQuery): Promise<readonly FieldVerdict[]>;
  count(migrationId: string, report: string, filter: RowFilter): Promise<number>;
}
export interface RowFilter {
  /** Words that must all occur in source, field, values or reason; case doesn't matter. */
  readonly search?: string;
  readonly verdict?: FieldVerdict["verdict"];
  /** `company`, `contact`, `ticket`. */
  readonly type?: string;
}
export interface RowQuery extends RowFilter {
  /** Rows of the filtered list to leave out. */
  readonly offset: number;
  readonly limit: number;
}

/** What canaries learnt of workspaces; one profile each, the newest. */
export interface Profiles {
  save(profile: WorkspaceProfile): Promise<void>;
  load(workspaceId: string): Promise<WorkspaceProfile | undefined>;
}

/** The end of a migration's customer data. */
export interface Retention {
  /** All or nothing; says how much of each. */
  forget(migrationId: string): Promise<Forgotten>;
}
/** The key that certificates are signed with: one an installation, the private half sealed. */
export interface SigningKeys {
  /** Makes it at the first call; all processes get the same. */
  loadOrCreate(): Promise<{ readonly publicKey: string; readonly privateKey: string }>;
}

export interface Store {
  readonly migrations: Migrations;
  readonly connections: Connections;
  readonly staging: SourceStaging;
  readonly documents: Documents;
  readonly approvals: Approvals;
  readonly runs: Runs;
  readonly exceptions: Exceptions;
  readonly audit: AuditLog;
  readonly links: OneTimeLinks;
  readonly deliveries: Deliveries;
  readonly installations: Installations;
  readonly reportRows: ReportRows;
  readonly profiles: Profiles;
  readonly signingKeys: SigningKeys;
  readonly retention: Retention;
  close(): Promise<void>;
}
