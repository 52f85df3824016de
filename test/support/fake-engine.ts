// An engine in memory for tests of the faces: remembers what it was told, and holds the rules of approvals.
import type {
  Connected,
  Engine,
  ForgottenEvent,
  TaskEvent,
  TaskName,
  TaskOptions,
} from "../../src/engine/engine.ts";
import { RefusedError } from "../../src/engine/errors.ts";
import { applyChange, type MapChange } from "../../src/engine/field-map/change.ts";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import { contentHash } from "../../src/engine/model/hash.ts";
import type { Actor, Approval, ApprovalKind, Migration, Role } from "../../src/engine/model/migration.ts";
import type { Run, RunKind } from "../../src/engine/model/run.ts";
import type { ReadSoFar } from "../../src/engine/model/source/extract-progress.ts";
import * as models from "../unit/bot/cards/read-models.ts";
import { fakeReports } from "./fake-reports.ts";
import { prose, toldError } from "./in-words.ts";

export interface FakeEngine extends Engine {
  readonly started: readonly {
    readonly task: TaskName;
    readonly actor: Actor;
    readonly planHash?: string;
    readonly onlyFailed?: boolean;
    readonly toProduction?: boolean;
  }[];
  readonly audited: readonly { readonly event: string; readonly detail: Readonly<Record<string, unknown>> }[];
  /** Ends a task that is under way; without it tasks wait, when `holds`. */
  end(migrationId: string, task: TaskName, outcome?: TaskEvent["outcome"]): Promise<void>;
  /** What the one-time page does when keys arrive. */
  connectByPage(migrationId: string, person: Actor): Promise<void>;
  setRun(run: Run): void;
  setReading(progress: ReadSoFar): void;
  setMissingTeams(names: readonly string[]): void;
  /** From now on there is no staging workspace: samples are previews, unless they are written to production. */
  dropStaging(): void;
  emit(event: TaskEvent): Promise<void>;
  /** Resolves when the tasks that end by themselves have told their end. */
  idle(): Promise<void>;
  /** Customer data went by the clock. */
  emitForgotten(event: ForgottenEvent): Promise<void>;
}

const refuse = (code: string, message: string): never => {
  throw new RefusedError(prose({ code, message, remedy: "Ask the account manager." }));
};

const RUNS: readonly string[] = ["sample", "full", "delta", "rollback"];
const kindOf = (task: TaskName): RunKind => (task === "remove-sample" ? "rollback" : (task as RunKind));
const connectedTo: Connected = {
  source: { title: "Harborline IT" },
  production: { id: "w1", name: "Harborline", adminId: "1" },
  staging: { id: "w2", name: "Harborline staging", adminId: "1" },
};

/** Bound to the plan as it is now. */
const OF_A_PLAN: readonly ApprovalKind[] = ["plan", "sample-slice", "cutover"];

/** `holds`: tasks end only when a test says so; otherwise they end well by themselves, at once. */
export function createFakeEngine(
  options: { readonly holds?: boolean; readonly clock?: () => Date } = {},
): FakeEngine {
  const clock = options.clock ?? (() => new Date());
  const now = (): string => clock().toISOString();
  const size = models.ordinary;
  const migrations = new Map<string, Migration>();
  const conversations = new Map<string, { state: unknown; version: number }>();
  const seen = new Set<string>();
  const connections = new Set<string>();
  const approvals: Approval[] = [];
  const started: FakeEngine["started"][number][] = [];
  /** Tasks that ended well: what they make is there from then on. */
  const made = new Set<TaskName>();
  let staged = true;
  let written = false;
  let switched: { readonly on?: boolean; readonly by?: Actor } = {};
  const audited: { event: string; detail: Readonly<Record<string, unknown>> }[] = [];
  const runs = new Map<string, Run>();
  const underWay = new Map<TaskName, string | undefined>();
  let map: FieldMap = models.aFieldMap(size);
  let revision = 1;
  let missing: readonly string[] = [];
  let reading: ReadSoFar | undefined;
  let onTask: (event: TaskEvent) => Promise<void> = async () => undefined;
  let onForgotten: (event: ForgottenEvent) => Promise<void> = async () => undefined;
  let onConnected: (event: { migrationId: string; person: Actor }) => Promise<void> = async () => undefined;

  const hashOfMap = (): string => contentHash(map);
  const planNow = () => models.aPlan(size, contentHash(["plan", hashOfMap()]), hashOfMap());
  const approved = (kind: Approval["kind"], hash: string) =>
    approvals.find((approval) => approval.kind === kind && approval.hash === hash);

  function requireRole(kind: ApprovalKind, role: Role): void {
    const managers: readonly ApprovalKind[] = ["sample-slice", "sample-removal", "cutover", "rollback"];
    const who = managers.includes(kind) ? "account-manager" : "customer";
    if (role !== who) refuse("not_your_decision", "That is somebody else's decision.");
  }

  function mayStart(migrationId: string, task: TaskName, { planHash, toProduction }: TaskOptions): void {
    if (!connections.has(migrationId)) refuse("not_connected", "Nothing is connected.");
    if (task === "survey" && !approvals.some(({ kind }) => kind === "terms"))
      refuse("not_approved", "The terms are not confirmed.");
    const { hash } = planNow();
    if (task === "full" && planHash !== hash) refuse("approval_void", "That is not the current plan.");
    if ((task === "sample" || task === "full") && !approved("plan", hash))
      refuse("not_approved", "The plan is not approved.");
    if (task === "sample" && missing.length > 0) refuse("missing_team", "A team is missing.");
    if (
      task === "full" &&
      !(approved("sample", hash) && approved("silence", hash) && approved("cutover", hash))
    )
      refuse("not_approved", "The cutover is not approved.");
    if (task === "sample" && toProduction && !approved("sample-slice", hash))
      refuse("not_approved", "The sample may not be written to production.");
    if (task === "remove-sample" && !approved("sample-removal", hash))
      refuse("not_approved", "The removal is not approved.");
    if (task === "rollback" && !approved("rollback", hash))
      refuse("not_approved", "The rollback is not approved.");
  }

  /** As the real one: told again until the handler resolves. */
  async function emit(event: TaskEvent): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await onTask(event);
      } catch (error) {
        if (attempt >= 3) throw error;
      }
    }
  }

  async function end(
    migrationId: string,
    task: TaskName,
    outcome: TaskEvent["outcome"] = "done",
  ): Promise<void> {
    const runId = underWay.get(task);
    underWay.delete(task);
    if (outcome === "done") made.add(task);
    const run = runId ? runs.get(runId) : undefined;
    if (run) runs.set(run.id, { ...run, state: outcome, endedAt: now() });
    const error = { code: "trouble", saying: toldError("Intercom was away.", "Try again later.") };
    await emit({
      migrationId,
      task,
      outcome,
      ...(runId ? { runId } : {}),
      ...(outcome === "failed" ? { error } : {}),
    });
  }

  const ending = new Set<Promise<void>>();
  function endSoon(migrationId: string, task: TaskName): void {
    const told = new Promise<void>((resolve) => setImmediate(resolve)).then(() => end(migrationId, task));
    ending.add(told);
    // Who waits for it hears of a failure; a worker that nobody waits for has nobody to tell.
    told.catch(() => undefined).finally(() => ending.delete(told));
  }

  const latest = (kind?: RunKind): Run | undefined =>
    [...runs.values()].findLast((run) => kind === undefined || run.kind === kind);
  const find = (id: string): Migration =>
    migrations.get(id) ?? refuse("unknown", "There is no such migration.");

  return {
    started,
    audited,
    end,
    emit,
    async idle() {
      await Promise.allSettled(ending);
    },
    emitForgotten: (event) => onForgotten(event),
    setRun: (run) => runs.set(run.id, run),
    dropStaging: () => {
      staged = false;
    },
    setMissingTeams: (names) => {
      missing = names;
    },
    connectByPage: (migrationId, person) => {
      connections.add(migrationId);
      return onConnected({ migrationId, person });
    },
    openMigration: async (facts) => {
      const known = [...migrations.values()].find(({ key }) => key === facts.key);
      const { channel, ...rest } = facts;
      const id = `m${migrations.size + 1}`;
      const migration: Migration = known ?? {
        id,
        createdAt: now(),
        ...rest,
        ...(channel ? { channel } : {}),
      };
      migrations.set(migration.id, migration);
      return migration;
    },
    preflight: async () => undefined,
    findMigration: async (id) => migrations.get(id),
    findMigrationByKey: async (key) => [...migrations.values()].find((migration) => migration.key === key),
    listMigrations: async () => [...migrations.values()],
    moveChannel: async (id, to) => {
      const moved = migrations.get(id);
      if (!moved) return;
      const other = [...migrations.values()].find(({ key }) => key === to.key);
      const { key, channel } = moved;
      if (other) migrations.set(other.id, { ...other, key, ...(channel ? { channel } : {}) });
      migrations.set(id, { ...moved, ...to });
    },
    loadConversation: async (id) => conversations.get(id),
    saveConversation: async (id, state, expected) => {
      if ((conversations.get(id)?.version ?? 0) !== expected) return false;
      conversations.set(id, { state: structuredClone(state), version: expected + 1 });
      return true;
    },
    firstDelivery: async (key) => !seen.has(key) && Boolean(seen.add(key)),
    createCredentialLink: async (id) => ({ token: `token-${id}`, code: "012345", expiresAt: now() }),
    proveCredentialLink: async (_token, code) =>
      code === "012345" ? undefined : refuse("wrong_link_code", "The code is wrong."),
    checkCredentialLink: async (token) => ({
      migration: find(token.replace("token-", "")),
      person: { team: "T", user: "U" },
    }),
    redeemCredentialLink: async () => connectedTo,
    connect: async (id) => {
      connections.add(id);
      return connectedTo;
    },
    connected: async (id) => (connections.has(id) ? connectedTo : undefined),
    startTask: async (migrationId, task, actor, given = {}) => {
      if (underWay.has(task)) return {};
      mayStart(migrationId, task, given);
      if (task === "sample" || task === "remove-sample") written = given.toProduction === true;
      started.push({
        ...{ task, actor },
        ...(given.planHash ? { planHash: given.planHash } : {}),
        ...(given.onlyFailed ? { onlyFailed: true } : {}),
        ...(given.toProduction ? { toProduction: true } : {}),
      });
      const runId = RUNS.includes(task) || task === "remove-sample" ? `run-${runs.size + 1}` : undefined;
      if (runId)
        runs.set(runId, models.aRun({ id: runId, migrationId, kind: kindOf(task), startedAt: now() }));
      underWay.set(task, runId);
      if (!options.holds) endSoon(migrationId, task);
      return runId ? { runId } : {};
    },
    onTaskEvent: (handler) => {
      onTask = handler;
    },
    onForgotten: (handler) => {
      onForgotten = handler;
    },
    onConnected: (handler) => {
      onConnected = handler;
    },
    pause: async () => undefined,
    resume: async () => undefined,
    cancel: async () => undefined,
    survey: async () => (made.has("survey") ? models.aSurvey(size) : undefined),
    fieldMap: async () => (made.has("propose") ? { map, revision, hash: hashOfMap() } : undefined),
    proposalNotes: async () => ["The built-in proposer drafted this map."],
    plan: async () => (made.has("plan") ? planNow() : undefined),
    run: async (id) => runs.get(id),
    extractProgress: async () => reading,
    setReading(progress) {
      reading = progress;
    },
    latestRun: async (_id, kind) => latest(kind),
    latestMove: async () =>
      [...runs.values()].findLast(({ kind, state }) => /^(full|delta)$/.test(kind) && state === "done"),
    activeRuns: async () => [...runs.values()].filter(({ state }) => state === "running"),
    exceptions: async () => ({ total: 1, first: [models.anException(size, 1)] }),
    ...fakeReports,
    sampleRows: async (_id, { offset, limit }) => {
      const { rows } = made.has("sample") ? models.aSample(size) : { rows: [] };
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    sampleDiff: async () => {
      if (!made.has("sample")) return undefined;
      const sample = models.aSample(size);
      if (staged) return sample;
      return { ...sample, environment: "production", written };
    },
    productionSample: async () => (written ? models.aProductionSample(size) : undefined),
    deltaSummary: async () => models.aDeltaSummary(size),
    deltaSchedule: async () => ({ ...models.aSchedule, ...switched }),
    switchDeltas: async (_id, on, by) => {
      switched = { on, by };
    },
    certificate: async () =>
      made.has("verify") ? { ...models.aCertificate(size, false), verifiedAt: now() } : undefined,
    rollbackPreview: async () => models.aRollbackPreview(size),
    rollbackResult: async () => models.aRollbackResult(size),
    whereIs: async (_id, ticketId) =>
      ticketId === "404"
        ? undefined
        : {
            ticketId,
            conversationId: `c${ticketId}`,
            environment: "production",
            title: "Printer <!channel>",
          },
    status: async (id) => ({
      migration: find(id),
      connected: connectedTo,
      survey: true,
      runs: [...runs.values()],
      journal: { done: 12, sent: 1 },
      exceptions: 1,
    }),
    admins: async () => models.admins(size),
    teams: async () => models.teams(size),
    missingTeams: async () => missing,
    changeMap: async (_id, change: MapChange) => {
      map = applyChange(map, change);
      revision += 1;
      return { revision, hash: hashOfMap(), changes: [change.kind] };
    },
    acceptMap: async () => {
      const seenRow = <T extends object>(row: T) => ({ ...row, decided: true });
      map = {
        ...map,
        fields: map.fields.map(seenRow),
        statuses: map.statuses.map(seenRow),
        boards: map.boards.map(seenRow),
        members: map.members.map(seenRow),
      };
    },
    approve: async (_id, kind, hash, role, actor, name) => {
      requireRole(kind, role);
      const { hash: current } = planNow();
      if (OF_A_PLAN.includes(kind) && hash !== current)
        refuse("approval_void", "The plan has changed since.");
      const other = approvals.find((approval) => approval.kind === "plan" && approval.hash === hash);
      if (kind === "cutover" && other?.actor.user === actor.user)
        refuse("second_person_needed", "Two different people must approve.");
      approvals.push({
        kind,
        hash,
        role,
        actor,
        ...(name ? { name } : {}),
        number: approvals.length + 1,
        at: now(),
      });
      return approvals;
    },
    approvals: async () => approvals,
    audit: async (_id, _actor, event, detail) => {
      audited.push({ event, detail });
    },
  };
}
