// The same use cases run to their end and returned: for an operator at a command line, who needs no clicks.
import type {
  Connected,
  Forgotten,
  ReportPage,
  RollbackPreview,
  SampleDiff,
  StatusReport,
} from "./engine.ts";
import type { FieldMap } from "./field-map/schema.ts";
import type { Actor, Credentials } from "./model/migration.ts";
import type { Plan } from "./model/plan.ts";
import type { Preflight } from "./model/preflight.ts";
import type { Certificate, SignedCertificate } from "./model/reports/certificate.ts";
import type { DeltaSummary } from "./model/reports/delta-summary.ts";
import type { LaterEdits } from "./model/reports/later-edits.ts";
import type { Exception, Progress, RollbackResult, Run } from "./model/run.ts";
import type { Saying } from "./model/sayings/saying.ts";
import type { Survey } from "./model/survey.ts";
import type { ChainedEntry } from "./proof/audit-chain.ts";

export interface RunReport {
  readonly run: Run;
  /** Requests that wrote something in this run; 0 when everything was there already. */
  readonly writes: number;
  readonly exceptions: readonly Exception[];
  /** What a delta did, ticket by ticket. */
  readonly delta?: DeltaSummary;
}

/** What is not migrated, as files. */
export interface ExportReport {
  readonly directory: string;
  readonly files: readonly { readonly name: string; readonly rows: number }[];
  readonly workflows: number;
  readonly scripts: number;
  /** Sentences: what could not be read. */
  readonly warnings: readonly Saying[];
}

/** Told while long work is under way, at most a few times a second. */
export type OnProgress = (progress: Progress) => void;

export interface Operator {
  /** Tries both systems and opens the migration between them: the same source and workspace give the same one. */
  open(
    credentials: Credentials,
    actor: Actor,
  ): Promise<{ readonly migrationId: string; readonly connected: Connected }>;
  /**
   * The same where the database knows these very credentials, and then neither system is asked; otherwise both are tried
   * and it is opened.
   */
  recall(credentials: Credentials, actor: Actor): Promise<{ readonly migrationId: string }>;
  /** Finds it again and keeps nothing, so that what was forgotten stays so. Throws InputError when there is none. */
  find(credentials: Credentials): Promise<{ readonly migrationId: string }>;
  survey(migrationId: string): Promise<Survey>;
  /** Asks all checks; a system that can't be opened is a failed one. `map`: where none was taken yet, as JSON. */
  preflight(credentials: Credentials, actor: Actor, map?: unknown): Promise<Preflight>;
  /** `earlier`: another customer's map to start from; throws InputError when it is none. */
  propose(
    migrationId: string,
    earlier?: unknown,
  ): Promise<{
    readonly map: FieldMap;
    readonly notes: readonly string[];
    readonly questions: readonly string[];
  }>;
  /** The map as it stands. Throws InputError when there is none. */
  exportMap(migrationId: string): Promise<FieldMap>;
  /** Takes a map from a file; throws InputError with every issue when it can't be used. */
  useMap(migrationId: string, map: unknown, actor: Actor): Promise<{ readonly hash: string }>;
  plan(migrationId: string, onProgress?: OnProgress): Promise<Plan>;
  sample(migrationId: string, actor: Actor, onProgress?: OnProgress): Promise<SampleDiff>;
  /** Throws RefusedError for another hash than the current plan's, and while teams are missing. */
  apply(migrationId: string, planHash: string, actor: Actor, onProgress?: OnProgress): Promise<RunReport>;
  /** Tries what did not make it again, alone. Throws RefusedError as `delta` does, and for another plan's hash. */
  retryFailed(
    migrationId: string,
    planHash: string,
    actor: Actor,
    onProgress?: OnProgress,
  ): Promise<RunReport>;
  /** Throws RefusedError before a full run, and when map or workspace changed since it was approved. */
  delta(migrationId: string, actor: Actor, onProgress?: OnProgress): Promise<RunReport>;
  verify(migrationId: string): Promise<Certificate>;
  rollbackPreview(migrationId: string): Promise<RollbackPreview>;
  /** What people wrote since the cutover, exported before the last rollback deleted anything. */
  laterEdits(migrationId: string): Promise<LaterEdits | undefined>;
  rollback(
    migrationId: string,
    actor: Actor,
    options: { readonly force: boolean },
    onProgress?: OnProgress,
  ): Promise<RollbackResult>;
  status(migrationId: string): Promise<StatusReport>;
  /** Writes workflows, SLAs, hierarchies and amounts to files in `directory` (absolute), with a rebuild guide. */
  exportWorkflows(migrationId: string, directory: string): Promise<ExportReport>;
  /** Throws AskError when nothing was verified yet. */
  signedCertificate(migrationId: string): Promise<SignedCertificate>;
  publicKey(): Promise<{ readonly publicKey: string; readonly fingerprint: string }>;
  /** Entries of the audit log after a sequence number, oldest first. */
  auditEntries(migrationId: string, after: number, limit: number): Promise<readonly ChainedEntry[]>;
  /** See `Engine.reportLink`. */
  reportLink(migrationId: string, page: ReportPage, days?: number): Promise<string>;
  /** See `Engine.forget`. */
  forget(migrationId: string, actor: Actor): Promise<Forgotten>;
}
