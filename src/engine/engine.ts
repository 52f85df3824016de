// The use cases, as bot, web and command line see them. `index.ts` makes one; nothing else of engine/ is for them.
import type { MapChange } from "./field-map/change.ts";
import type { FieldMap } from "./field-map/schema.ts";
import type {
  Actor,
  Approval,
  ApprovalKind,
  Credentials,
  Migration,
  MigrationPlace,
  Role,
} from "./model/migration.ts";
import type { Admin, Team, Workspace } from "./model/observed.ts";
import type { EnvironmentName } from "./model/operation.ts";
import type { Plan } from "./model/plan.ts";
import type { PreflightReport } from "./model/preflight.ts";
import type { Certificate, SignedCertificate, Verdict } from "./model/reports/certificate.ts";
import type { DeltaSchedule } from "./model/reports/delta-schedule.ts";
import type { DeltaSummary } from "./model/reports/delta-summary.ts";
import type { Forgotten } from "./model/reports/forgotten.ts";
import type { LaterEdits } from "./model/reports/later-edits.ts";
import type { RebuildGuides } from "./model/reports/rebuild-guides.ts";
import type { ReportPage, ReportRowPage, TicketLink } from "./model/reports/report-page.ts";
import type { Exception, RollbackPreview, RollbackResult, Run } from "./model/run.ts";
import type { ProductionSample, SampleDiff } from "./model/sample.ts";
import type { ErrorSaying } from "./model/sayings/error-arguments.ts";
import type { ReadSoFar } from "./model/source/extract-progress.ts";
import type { Survey } from "./model/survey.ts";

export type { Forgotten } from "./model/reports/forgotten.ts";
export {
  REPORT_PAGES,
  type ReportPage,
  type ReportRowPage,
  type TicketLink,
} from "./model/reports/report-page.ts";
export type { RollbackPreview } from "./model/run.ts";
export type { SampleDiff } from "./model/sample.ts";

/** Long work; each runs in a worker and ends in one TaskEvent. */
export const TASKS = [
  "survey",
  "propose",
  "plan",
  "sample",
  "remove-sample",
  "full",
  "delta",
  "verify",
  "rollback",
] as const;
export type TaskName = (typeof TASKS)[number];

export interface TaskOptions {
  readonly planHash?: string;
  readonly force?: boolean;
  /** A delta that tries again what did not make it, and nothing else. */
  readonly onlyFailed?: boolean;
  /** A sample that is written to production, where there is no staging workspace. */
  readonly toProduction?: boolean;
}

/** How a task ended, for the conversation; delivered at least once, also after a restart. */
export interface TaskEvent {
  readonly migrationId: string;
  readonly task: TaskName;
  readonly outcome: "done" | "paused" | "failed" | "cancelled";
  readonly runId?: string;
  /** When it did not end well. Never a stack trace, never a secret. */
  readonly error?: { readonly code: string; readonly saying: ErrorSaying };
}

export interface Connected {
  readonly source: { readonly title: string };
  readonly production: Workspace;
  readonly staging?: Workspace;
}

export interface StatusReport {
  readonly migration: Migration;
  readonly connected?: Connected;
  readonly survey: boolean;
  readonly fieldMapRevision?: number;
  readonly plan?: { readonly hash: string; readonly environment: EnvironmentName };
  readonly runs: readonly Run[];
  /** Operations in the production journal by state. */
  readonly journal: Readonly<Record<string, number>>;
  readonly exceptions: number;
  readonly certificate?: { readonly verifiedAt: string; readonly discrepancies: number };
}

export interface TicketWhereabouts {
  readonly ticketId: string;
  readonly conversationId: string;
  /** Where it goes on, in order; absent where one conversation holds it. */
  readonly continued?: readonly string[];
  readonly environment: EnvironmentName;
  readonly title: string;
}

/** Customer data went because its time had come. */
export interface ForgottenEvent {
  readonly migrationId: string;
  readonly forgotten: Forgotten;
  /** How many days it was kept after the end. */
  readonly days: number;
}

export interface Engine {
  // Migrations and the conversation about them
  openMigration(facts: Omit<Migration, "id" | "createdAt">): Promise<Migration>;
  findMigration(id: string): Promise<Migration | undefined>;
  findMigrationByKey(key: string): Promise<Migration | undefined>;
  listMigrations(): Promise<readonly Migration[]>;
  /**
   * The channel of a migration got another id for good: it goes along, under the new key. A migration that holds that
   * key already (begun before we heard of the new id) changes places with it.
   */
  moveChannel(migrationId: string, to: MigrationPlace): Promise<void>;
  loadConversation(
    migrationId: string,
  ): Promise<{ readonly state: unknown; readonly version: number } | undefined>;
  /** False when somebody else was faster: load again and decide again. */
  saveConversation(migrationId: string, state: unknown, expectedVersion: number): Promise<boolean>;
  /** True the first time a key (event id, click) is seen, for any process. */
  firstDelivery(key: string): Promise<boolean>;

  // Credentials
  /**
   * A link that works once, for an hour, for one person, who is shown the six digits of `code` beside it. The token is
   * returned once and stored as a digest.
   */
  createCredentialLink(
    migrationId: string,
    person: Actor,
  ): Promise<{ readonly token: string; readonly code: string; readonly expiresAt: string }>;
  /** Throws RefusedError when it is unknown, used or expired. */
  checkCredentialLink(token: string): Promise<{ readonly migration: Migration; readonly person: Actor }>;
  /** Throws RefusedError for another code than the link's; a few wrong ones use the link up. */
  proveCredentialLink(token: string, code: string): Promise<void>;
  /**
   * Tries both systems, stores the credentials encrypted, uses the link up and tells the conversation.
   * Throws AskError when a system refuses them; the link then stays good for another try.
   */
  redeemCredentialLink(token: string, credentials: Credentials): Promise<Connected>;
  /** The same without a link: command line, or a modal where there is no public URL. */
  connect(migrationId: string, credentials: Credentials, actor: Actor): Promise<Connected>;
  connected(migrationId: string): Promise<Connected | undefined>;

  // Long work
  /**
   * Starts a task in a worker; a task of this migration that is under way is not started twice (its run id is
   * returned). Throws RefusedError when approvals, teams or state don't allow it: the sentence says why.
   * `full`, `delta` and `rollback` write to production; `full` needs `planHash` and the approvals of it. `sample` does
   * so with `toProduction` alone, and `remove-sample` takes just that back.
   */
  startTask(
    migrationId: string,
    task: TaskName,
    actor: Actor,
    options?: TaskOptions,
  ): Promise<{ readonly runId?: string }>;
  /** One handler for all migrations; called again until it resolves. */
  onTaskEvent(handler: (event: TaskEvent) => Promise<void>): void;
  /** Called after customer data was deleted by the clock; again until it resolves. */
  onForgotten(handler: (event: ForgottenEvent) => Promise<void>): void;
  /** Called once credentials arrived through the page. */
  onConnected(
    handler: (event: { readonly migrationId: string; readonly person: Actor }) => Promise<void>,
  ): void;
  pause(migrationId: string, actor: Actor): Promise<void>;
  resume(migrationId: string, actor: Actor): Promise<void>;
  cancel(migrationId: string, actor: Actor): Promise<void>;

  // Reading
  survey(migrationId: string): Promise<Survey | undefined>;
  /** The newest preflight, with what canaries know of the workspaces. */
  preflight(migrationId: string): Promise<PreflightReport | undefined>;
  fieldMap(
    migrationId: string,
  ): Promise<{ readonly map: FieldMap; readonly revision: number; readonly hash: string } | undefined>;
  /** Sentences of the proposer about its own work. */
  proposalNotes(migrationId: string): Promise<readonly string[]>;
  plan(migrationId: string, hash?: string): Promise<Plan | undefined>;
  run(runId: string): Promise<Run | undefined>;
  /** How far the source has been read, while it is being read. */
  extractProgress(migrationId: string): Promise<ReadSoFar | undefined>;
  latestRun(migrationId: string, kind?: Run["kind"]): Promise<Run | undefined>;
  /** The newest full run or delta into production that is done, whatever began since. */
  latestMove(migrationId: string): Promise<Run | undefined>;
  activeRuns(): Promise<readonly Run[]>;
  exceptions(
    migrationId: string,
    limit: number,
  ): Promise<{ readonly total: number; readonly first: readonly Exception[] }>;
  sampleDiff(migrationId: string): Promise<SampleDiff | undefined>;
  /** Undefined where nothing of a sample stands in production, and once a full run has gone on from it. */
  productionSample(migrationId: string): Promise<ProductionSample | undefined>;
  certificate(migrationId: string): Promise<Certificate | undefined>;
  /** The newest, as it was signed; anyone can check it without us. */
  signedCertificate(migrationId: string): Promise<SignedCertificate | undefined>;
  /**
   * The path of a report page, from the root of PUBLIC_URL: `/r/TOKEN`. Nobody can guess one; it opens this page of
   * this migration, for `days` days (default 30).
   */
  reportLink(migrationId: string, page: ReportPage, days?: number): Promise<string>;
  /** Throws RefusedError (`link_unknown`, `link_expired`). */
  openReportLink(token: string): Promise<{ readonly migration: Migration; readonly page: ReportPage }>;
  /** Rows of the newest sample's field diff, discrepancies first. */
  sampleRows(
    migrationId: string,
    query: {
      readonly search?: string;
      readonly verdict?: Verdict;
      /** `company`, `contact`, `ticket`. */
      readonly type?: string;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<ReportRowPage>;
  /** The cross-reference by ticket number, in pages after `after`. */
  ticketLinks(migrationId: string, after: string | undefined, limit: number): Promise<readonly TicketLink[]>;
  ticketLink(migrationId: string, ticketId: string): Promise<TicketLink | undefined>;
  /** Undefined where no delta will begin by the clock any more. */
  deltaSchedule(migrationId: string): Promise<DeltaSchedule | undefined>;
  /** What the newest delta that is done did; undefined before there was one. */
  deltaSummary(migrationId: string): Promise<DeltaSummary | undefined>;
  rollbackPreview(migrationId: string): Promise<RollbackPreview>;
  /** What people wrote in Intercom since the cutover, exported before the last rollback deleted anything. */
  laterEdits(migrationId: string): Promise<LaterEdits | undefined>;
  /** What people rebuild by hand, as the newest verification read it. */
  rebuildGuides(migrationId: string): Promise<RebuildGuides | undefined>;
  rollbackResult(migrationId: string): Promise<RollbackResult | undefined>;
  whereIs(migrationId: string, ticketId: string): Promise<TicketWhereabouts | undefined>;
  status(migrationId: string): Promise<StatusReport>;
  /** Those who can write and be assigned: no bot, nobody without an inbox seat. */
  admins(migrationId: string): Promise<readonly Admin[]>;
  teams(migrationId: string): Promise<readonly Team[]>;
  /** Teams of the map that don't exist in production (or staging) yet; asks Intercom now. */
  missingTeams(migrationId: string, environment: EnvironmentName): Promise<readonly string[]>;

  // Decisions
  /** Whether deltas begin by the clock; by the button they do at any time. */
  switchDeltas(migrationId: string, on: boolean, actor: Actor): Promise<void>;
  /** Writes a new revision of the map; every approval of a plan made from the old one is void. */
  changeMap(
    migrationId: string,
    change: MapChange,
    actor: Actor,
  ): Promise<{ readonly revision: number; readonly hash: string; readonly changes: readonly string[] }>;
  /** Marks every row as looked at. */
  acceptMap(migrationId: string, actor: Actor): Promise<void>;
  /**
   * Records a person's yes to a hash; `name` is what they are called, for the certificate. Throws RefusedError when the role may not give it, when the hash is no longer
   * the current one, or when one person would give both approvals of a cutover.
   */
  approve(
    migrationId: string,
    kind: ApprovalKind,
    hash: string,
    role: Role,
    actor: Actor,
    name?: string,
  ): Promise<readonly Approval[]>;
  approvals(migrationId: string): Promise<readonly Approval[]>;
  /**
   * Deletes staged customer data, credentials and report rows, and reduces the journal to hashes; certificate and audit
   * log stay. Throws RefusedError while a run is under way.
   */
  forget(migrationId: string, actor: Actor): Promise<Forgotten>;
  audit(
    migrationId: string,
    actor: Actor | "cutover",
    event: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void>;
}
