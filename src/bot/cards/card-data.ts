// What cards are drawn from: the engine's read models, loaded before and passed in.
import type { Connected, RollbackPreview, SampleDiff } from "../../engine/engine.ts";
import type { FieldMap } from "../../engine/field-map/schema.ts";
import type { Actor, Migration } from "../../engine/model/migration.ts";
import type { Admin, Team } from "../../engine/model/observed.ts";
import type { Plan } from "../../engine/model/plan.ts";
import type { PreflightReport } from "../../engine/model/preflight.ts";
import type { Certificate } from "../../engine/model/reports/certificate.ts";
import type { DeltaSchedule } from "../../engine/model/reports/delta-schedule.ts";
import type { DeltaSummary } from "../../engine/model/reports/delta-summary.ts";
import type { RebuildGuides } from "../../engine/model/reports/rebuild-guides.ts";
import type { RollbackResult, Run } from "../../engine/model/run.ts";
import type { ProductionSample } from "../../engine/model/sample.ts";
import type { ReadSoFar } from "../../engine/model/source/extract-progress.ts";
import type { Survey } from "../../engine/model/survey.ts";

/** Only what the step's card needs is there. */
export interface CardData {
  readonly migration: Migration;
  /** True when credentials are entered on our own page. */
  readonly hasPage: boolean;
  readonly termsHash: string;
  /** Who may approve the cutover. */
  readonly managers?: readonly Actor[];
  readonly connected?: Connected;
  readonly survey?: Survey;
  readonly preflight?: PreflightReport;
  readonly notes?: readonly string[];
  readonly map?: { readonly map: FieldMap; readonly revision: number; readonly hash: string };
  readonly admins?: readonly Admin[];
  readonly teams?: readonly Team[];
  /** While ConnectWise is being read. */
  readonly reading?: ReadSoFar;
  readonly plan?: Plan;
  readonly missingTeams?: readonly string[];
  readonly sample?: SampleDiff;
  /** What of a sample stands in production. */
  readonly productionSample?: ProductionSample;
  readonly run?: Run;
  /** What the newest run did, where it was a delta. */
  readonly delta?: DeltaSummary;
  /** Deltas that begin by the clock, where one is to come. */
  readonly schedule?: DeltaSchedule;
  readonly certificate?: Certificate;
  readonly guides?: RebuildGuides;
  readonly rollbackPreview?: RollbackPreview;
  readonly rollbackResult?: RollbackResult;
}
