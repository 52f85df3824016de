// What every card is drawn from, in a given size.
import type { CardData } from "../../../../src/bot/cards/card-data.ts";
import { someGuides } from "../../../support/guide-builders.ts";
import { told } from "../../../support/in-words.ts";
import { aPreflight } from "../../../support/preflight-report.ts";
import * as models from "./read-models.ts";

export const migrationOf = ({ name }: models.Size) => ({
  id: "m1",
  key: "slack:T/C",
  title: name("#helpdesk"),
  channel: { team: "T", id: "C" },
  createdBy: { team: "T", user: "U" },
  createdAt: "2026-01-01T00:00:00Z",
});

export function dataOf(size: models.Size): CardData {
  const workspace = { id: "w1", name: size.name("Harborline"), adminId: "1" };
  const run = models.aRun();
  return {
    migration: migrationOf(size),
    hasPage: true,
    termsHash: "t".repeat(64),
    connected: { source: { title: size.name("CW") }, production: workspace, staging: workspace },
    survey: models.aSurvey(size),
    preflight: aPreflight(size.name("Priya"), size.many),
    notes: [size.name("The model did not answer.")],
    map: { map: models.aFieldMap(size), revision: 3, hash: "m".repeat(64) },
    admins: models.admins(size),
    teams: models.teams(size),
    plan: models.aPlan(size),
    missingTeams: models.teams(size).map(({ name }) => name),
    sample: models.aSample(size),
    productionSample: models.aProductionSample(size),
    delta: models.aDeltaSummary(size),
    schedule: { ...models.aSchedule, on: size.many < 100, by: { team: "TC", user: "UDANA" } },
    run: { ...run, progress: { ...run.progress, waiting: told(size.name("Intercom's quota is used up.")) } },
    certificate: models.aCertificate(size, true),
    guides: someGuides(size.name("Remind client")),
    rollbackPreview: models.aRollbackPreview(size),
    rollbackResult: models.aRollbackResult(size),
  };
}
