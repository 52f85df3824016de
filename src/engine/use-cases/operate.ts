// The operator's door: each use case to its end, and the result handed back.
import type { SampleDiff } from "../engine.ts";
import { AskError } from "../errors.ts";
import { fieldMap } from "../field-map/schema.ts";
import type { Actor } from "../model/migration.ts";
import type { Progress, RollbackResult, Run } from "../model/run.ts";
import type { OnProgress, Operator, RunReport } from "../operator.ts";
import { findByCredentials, openByCredentials, recallByCredentials } from "./connections/connect.ts";
import { summarizeDelta } from "./delta/delta-summary.ts";
import { forget } from "./delta/forget.ts";
import type { Dependencies } from "./dependencies.ts";
import { surveyMigration } from "./extract/survey.ts";
import { propose, requireMap, useMap } from "./field-map/maps.ts";
import { requirePassing } from "./preflight/require-preflight.ts";
import { preflightOf } from "./preflight/run-preflight.ts";
import { loadLaterEdits, previewWithWork } from "./reports/later-edits.ts";
import { makeReportLink } from "./reports/report-links.ts";
import { status } from "./reports/status.ts";
import { beginDelta, beginFullRun, beginRetry, beginRollback } from "./runs/begin-run.ts";
import { makePlan } from "./runs/plans.ts";
import { executeRun, type RunEnd } from "./runs/run-lifecycle.ts";
import { takeSample } from "./sample/sample.ts";
import { loadPublicKey, loadSignedCertificate } from "./verify/certificates.ts";
import { exportWorkflows } from "./verify/export-workflows.ts";
import { verify } from "./verify/verify.ts";

/** More exceptions than a person reads; the count is exact all the same. */
const MOST_EXCEPTIONS = 10_000;

export function makeOperator(deps: Dependencies): Operator {
  const { store } = deps;

  const execute = async (run: Run, onProgress?: OnProgress): Promise<RunReport> => {
    const end = await executeRun(deps, run.id, onProgress === undefined ? {} : { onProgress });
    return {
      run: end.run,
      writes: end.writes,
      exceptions: await store.exceptions.list(run.migrationId, "production", MOST_EXCEPTIONS),
    };
  };

  return {
    open: (credentials, actor) => openByCredentials(deps, credentials, actor),
    recall: async (credentials, actor) =>
      (await recallByCredentials(deps, credentials)) ?? openByCredentials(deps, credentials, actor),
    find: (credentials) => findByCredentials(deps, credentials),
    survey: (migrationId) => surveyMigration(deps, migrationId),
    preflight(credentials, actor, map) {
      const read = fieldMap.safeParse(map);
      return preflightOf(deps, credentials, actor, read.success ? { map: read.data } : {});
    },
    async propose(migrationId, earlier) {
      await surveyMigration(deps, migrationId);
      return propose(deps, migrationId, { earlier });
    },
    exportMap: async (migrationId) => (await requireMap(deps, migrationId)).map,
    useMap: (migrationId, map, actor) => useMap(deps, migrationId, map, actor),
    async plan(migrationId, onProgress) {
      if ((await store.documents.loadSurvey(migrationId)) === undefined)
        await surveyMigration(deps, migrationId);
      return makePlan(
        deps,
        migrationId,
        onProgress === undefined ? {} : { onProgress: asProgress(onProgress) },
      );
    },
    sample: (migrationId: string, actor: Actor, onProgress?: OnProgress): Promise<SampleDiff> =>
      takeSample(deps, migrationId, actor, {
        withoutStaging: "write",
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    async apply(migrationId, planHash, actor, onProgress) {
      await requirePassing(deps, migrationId);
      return execute(await beginFullRun(deps, migrationId, planHash, actor), onProgress);
    },
    async retryFailed(migrationId, planHash, actor, onProgress) {
      return execute(await beginRetry(deps, migrationId, actor, planHash), onProgress);
    },
    async delta(migrationId, actor, onProgress) {
      const report = await execute(await beginDelta(deps, migrationId, actor), onProgress);
      return { ...report, delta: await summarizeDelta(deps, report.run) };
    },
    verify: (migrationId) => verify(deps, migrationId, "production"),
    rollbackPreview: (migrationId) => previewWithWork(deps, migrationId),
    laterEdits: (migrationId) => loadLaterEdits(deps, migrationId),
    async rollback(migrationId, actor, { force }, onProgress) {
      const run = await beginRollback(deps, migrationId, actor);
      return rolledBack(
        await executeRun(deps, run.id, onProgress === undefined ? { force } : { force, onProgress }),
      );
    },
    status: (migrationId) => status(deps, migrationId),
    exportWorkflows: (migrationId, directory) => exportWorkflows(deps, migrationId, directory),
    async signedCertificate(migrationId) {
      const signed = await loadSignedCertificate(deps, migrationId);
      if (signed !== undefined) return signed;
      throw new AskError({ code: "no_certificate_yet" });
    },
    publicKey: () => loadPublicKey(deps),
    auditEntries: (migrationId, after, limit) => store.audit.list(migrationId, after, limit),
    reportLink: (migrationId, page, days) => makeReportLink(deps, migrationId, page, days),
    forget: (migrationId, actor) => forget(deps, migrationId, actor),
  };
}

const asProgress = (onProgress: OnProgress) => (done: number, total: number) => {
  const progress: Progress = {
    phase: "extract",
    phases: { extract: { done, total } },
    writes: 0,
    exceptions: 0,
    rate: 0,
  };
  onProgress(progress);
};

function rolledBack(end: RunEnd): RollbackResult {
  if (end.rollback !== undefined) return end.rollback;
  throw end.error ?? new AskError({ code: "rollback_unfinished", args: { state: end.run.state } });
}
