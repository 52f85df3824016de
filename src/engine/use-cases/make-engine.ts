// The engine of bot and web: reading and deciding at once, long work through the queue.
import type { Engine, Forgotten, ForgottenEvent, TaskEvent, TaskName } from "../engine.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { actorsOf } from "../model/actors.ts";
import type { Actor } from "../model/migration.ts";
import type { Run } from "../model/run.ts";
import {
  checkCredentialLink,
  connect,
  connected,
  createCredentialLink,
  redeemCredentialLink,
} from "./connections/connect.ts";
import { codeOfLink, makeLinkProof } from "./connections/link-codes.ts";
import { loadDeltaSchedule, switchDeltas } from "./delta/delta-schedule.ts";
import { loadDeltaSummary } from "./delta/delta-summary.ts";
import { forget } from "./delta/forget.ts";
import { type Dependencies, requireConnection, withDestination } from "./dependencies.ts";
import { loadExtractProgress } from "./extract/progress.ts";
import { acceptMap, changeMap } from "./field-map/maps.ts";
import { loadPreflight } from "./preflight/run-preflight.ts";
import { loadLaterEdits, previewWithWork } from "./reports/later-edits.ts";
import { makeReportLink, openReportLink } from "./reports/report-links.ts";
import { findTicketLink, listTicketLinks, loadSampleRows } from "./reports/reports.ts";
import { findMissingTeams, status, whereIs } from "./reports/status.ts";
import { approve } from "./runs/approvals.ts";
import { changeRun, rollbackOf } from "./runs/run-lifecycle.ts";
import { prepareTask, type TaskJob } from "./runs/tasks.ts";
import { loadProductionSample } from "./sample/production-sample.ts";
import { loadSignedCertificate } from "./verify/certificates.ts";
import { loadRebuildGuides } from "./verify/rebuild-guides.ts";

/** A modal must open within three seconds of its click. */
const SHORT_LOOK_MS = 1200;

/** What the conversation is told through the queue. */
export type ConversationEvent =
  | { readonly kind: "task"; readonly event: TaskEvent }
  | { readonly kind: "connected"; readonly person: Actor }
  | { readonly kind: "forgotten"; readonly forgotten: Forgotten; readonly days: number };

export interface Handlers {
  task?: (event: TaskEvent) => Promise<void>;
  connected?: (event: { readonly migrationId: string; readonly person: Actor }) => Promise<void>;
  forgotten?: (event: ForgottenEvent) => Promise<void>;
}

export function sendTask(jobs: Jobs, job: TaskJob): Promise<string | undefined> {
  return jobs.send("task", job, { singletonKey: `${job.migrationId}:${job.task}` });
}

/** `deltaHours`: of the windows in which deltas begin by the clock. */
export function makeEngine(
  deps: Dependencies,
  jobs: Jobs,
  handlers: Handlers,
  deltaHours: readonly number[],
): Engine {
  const { store } = deps;
  const inProduction = async <T>(migrationId: string, use: Parameters<typeof withDestination<T>>[3]) =>
    withDestination(deps, await requireConnection(deps, migrationId), "production", use);
  const stop = async (migrationId: string, to: "paused" | "cancelled", actor: Actor) => {
    await changeRun(deps, migrationId, to, actor);
  };

  return {
    openMigration: (facts) =>
      store.migrations.findOrCreate({ id: deps.newId(), createdAt: deps.clock().toISOString(), ...facts }),
    findMigration: (id) => store.migrations.find(id),
    findMigrationByKey: (key) => store.migrations.findByKey(key),
    listMigrations: () => store.migrations.list(),
    moveChannel: (migrationId, to) => store.migrations.move(migrationId, to.key, to.channel),
    loadConversation: (id) => store.migrations.loadConversation(id),
    saveConversation: (id, state, version) => store.migrations.saveConversation(id, state, version),
    firstDelivery: (key) => store.deliveries.first(key, deps.clock()),

    async createCredentialLink(migrationId, person) {
      const link = await createCredentialLink(deps, migrationId, person);
      return { ...link, code: codeOfLink(deps, link.token) };
    },
    proveCredentialLink: makeLinkProof(deps),
    checkCredentialLink: (token) => checkCredentialLink(deps, token),
    async redeemCredentialLink(token, credentials) {
      const redeemed = await redeemCredentialLink(deps, token, credentials);
      const event: ConversationEvent = { kind: "connected", person: redeemed.person };
      await jobs.send("conversation-event", { migrationId: redeemed.migrationId, event });
      return redeemed.connected;
    },
    connect: (migrationId, credentials, actor) => connect(deps, migrationId, credentials, actor),
    connected: (migrationId) => connected(deps, migrationId),

    async startTask(migrationId, task, actor, options = {}) {
      const job = await prepareTask(deps, migrationId, task, actor, options);
      await sendTask(jobs, job);
      return job.runId === undefined ? {} : { runId: job.runId };
    },
    onTaskEvent: (handler) => {
      handlers.task = handler;
    },
    onForgotten: (handler) => {
      handlers.forgotten = handler;
    },
    onConnected: (handler) => {
      handlers.connected = handler;
    },
    pause: (migrationId, actor) => stop(migrationId, "paused", actor),
    cancel: (migrationId, actor) => stop(migrationId, "cancelled", actor),
    async resume(migrationId, actor) {
      const run = await changeRun(deps, migrationId, "queued", actor);
      if (run !== undefined) await sendTask(jobs, jobOf(run, actor));
    },

    survey: (migrationId) => store.documents.loadSurvey(migrationId),
    preflight: (migrationId) => loadPreflight(deps, migrationId),
    fieldMap: (migrationId) => store.documents.loadFieldMap(migrationId),
    proposalNotes: async (migrationId) =>
      (await store.documents.loadReport(migrationId, "proposal-notes")) ?? [],
    plan: (migrationId, hash) =>
      hash === undefined
        ? store.documents.latestPlan(migrationId, "production")
        : store.documents.loadPlan(migrationId, hash),
    run: (runId) => store.runs.find(runId),
    extractProgress: (migrationId) => loadExtractProgress(deps, migrationId),
    latestRun: (migrationId, kind) => store.runs.latest(migrationId, kind),
    latestMove: (migrationId) => store.runs.latestDone(migrationId, ["full", "delta"]),
    activeRuns: () => store.runs.listActive(),
    async exceptions(migrationId, limit) {
      const [total, first] = await Promise.all([
        store.exceptions.count(migrationId, "production"),
        store.exceptions.list(migrationId, "production", limit),
      ]);
      return { total, first };
    },
    sampleDiff: (migrationId) => store.documents.loadReport(migrationId, "sample-diff"),
    productionSample: (migrationId) => loadProductionSample(deps, migrationId),
    sampleRows: (migrationId, query) => loadSampleRows(deps, migrationId, query),
    signedCertificate: (migrationId) => loadSignedCertificate(deps, migrationId),
    reportLink: (migrationId, page, days) => makeReportLink(deps, migrationId, page, days),
    openReportLink: (token) => openReportLink(deps, token),
    ticketLinks: (migrationId, after, limit) => listTicketLinks(deps, migrationId, after, limit),
    ticketLink: (migrationId, ticketId) => findTicketLink(deps, migrationId, ticketId),
    forget: (migrationId, actor) => forget(deps, migrationId, actor),
    certificate: (migrationId) => store.documents.loadCertificate(migrationId, "production"),
    deltaSchedule: (migrationId) => loadDeltaSchedule(deps, migrationId, deltaHours),
    switchDeltas: (migrationId, on, actor) => switchDeltas(deps, migrationId, on, actor),
    deltaSummary: (migrationId) => loadDeltaSummary(deps, migrationId),
    rollbackPreview: (migrationId) => previewWithWork(deps, migrationId, SHORT_LOOK_MS),
    laterEdits: (migrationId) => loadLaterEdits(deps, migrationId),
    rebuildGuides: (migrationId) => loadRebuildGuides(deps, migrationId),
    rollbackResult: (migrationId) =>
      store.documents.loadReport(migrationId, "rollback", rollbackOf("production")),
    whereIs: (migrationId, ticketId) => whereIs(deps, migrationId, ticketId),
    status: (migrationId) => status(deps, migrationId),
    admins: (migrationId) =>
      inProduction(migrationId, async (destination) => actorsOf(await destination.fetchAdmins())),
    teams: (migrationId) => inProduction(migrationId, (destination) => destination.fetchTeams()),
    missingTeams: (migrationId, environment) => findMissingTeams(deps, migrationId, environment),

    changeMap: (migrationId, change, actor) => changeMap(deps, migrationId, change, actor),
    acceptMap: (migrationId, actor) => acceptMap(deps, migrationId, actor),
    approve: (migrationId, kind, hash, role, actor, name) =>
      approve(deps, migrationId, kind, hash, role, actor, name),
    approvals: (migrationId) => store.approvals.list(migrationId),
    audit: (migrationId, actor, event, detail) =>
      store.audit.append({ migrationId, at: deps.clock().toISOString(), actor, event, detail }),
  };
}

/** A sample begins its own run, to production where it was meant for that; the others go on with theirs. */
export function jobOf(run: Run, actor: Actor): TaskJob {
  const job = { migrationId: run.migrationId, task: run.kind satisfies TaskName, actor };
  if (run.kind === "sample") return run.environment === "production" ? { ...job, toProduction: true } : job;
  const removes = run.kind === "rollback" && run.scope.kind === "sample";
  return { ...job, ...(removes ? { task: "remove-sample" } : {}), runId: run.id };
}
