// Surveys the source and keeps what was found.
import { InputError } from "../../errors.ts";
import type { Survey } from "../../model/survey.ts";
import { survey as surveySource } from "../../stages/survey/survey.ts";
import { type Dependencies, requireConnection, withSource } from "../dependencies.ts";

export async function surveyMigration(
  deps: Dependencies,
  migrationId: string,
  signal?: AbortSignal,
): Promise<Survey> {
  const connection = await requireConnection(deps, migrationId);
  const survey = await withSource(deps, connection, (source) =>
    surveySource({
      source,
      clock: deps.clock,
      ...(signal === undefined ? {} : { signal }),
      ...(deps.rateCard === undefined ? {} : { rateCard: deps.rateCard }),
    }),
  );
  await deps.store.documents.saveSurvey(migrationId, survey);
  return survey;
}

export async function requireSurvey({ store }: Dependencies, migrationId: string): Promise<Survey> {
  const survey = await store.documents.loadSurvey(migrationId);
  if (survey !== undefined) return survey;
  throw new InputError({ code: "no_survey" });
}
