// The field map as people meet it: proposed, corrected row by row, accepted, or taken from a file.
import { z } from "zod";
import { InputError } from "../../errors.ts";
import {
  applyChange,
  assembleQuestions,
  diffMaps,
  type FieldMap,
  fieldMap,
  isApplicable,
  type MapChange,
  mapHash,
  reuseMap,
  validateMap,
} from "../../field-map/index.ts";
import type { Actor } from "../../model/migration.ts";
import { type Dependencies, requireConnection, withDestination } from "../dependencies.ts";
import { requireSurvey } from "../extract/survey.ts";
import { countTokensLeft, recordModelUsage } from "./model-costs.ts";

export async function requireMap({ store }: Dependencies, migrationId: string) {
  const found = await store.documents.loadFieldMap(migrationId);
  if (found !== undefined) return found;
  throw new InputError({ code: "no_field_map" });
}

/** Drafts a map from the survey and what the workspace has, and saves it as a new revision. */
export async function propose(
  deps: Dependencies,
  migrationId: string,
  { signal, earlier }: { readonly signal?: AbortSignal; readonly earlier?: unknown } = {},
) {
  const { store, clock, proposer } = deps;
  const [survey, connection] = await Promise.all([
    requireSurvey(deps, migrationId),
    requireConnection(deps, migrationId),
  ]);
  const people = await withDestination(deps, connection, "production", async (destination) => ({
    admins: await destination.fetchAdmins(),
    teams: await destination.fetchTeams(),
  }));
  const before = earlier === undefined ? undefined : parseMap(earlier);
  const tokensLeft = await countTokensLeft(deps, migrationId);
  const { map: drafted, notes, usage } = await proposer.propose({ survey, ...people, tokensLeft }, signal);
  if (usage !== undefined) await recordModelUsage(deps, migrationId, usage);
  const map = before === undefined ? drafted : reuseMap(drafted, before, people);
  await store.documents.saveFieldMap(migrationId, map, "proposer", clock());
  await store.documents.saveReport(migrationId, "proposal-notes", notes, clock());
  return { map, notes, questions: assembleQuestions(map).map((question) => question.reason) };
}

export async function changeMap(deps: Dependencies, migrationId: string, change: MapChange, actor: Actor) {
  const { map } = await requireMap(deps, migrationId);
  if (!isApplicable(map, change)) {
    throw new InputError({ code: "no_such_row" });
  }
  const changed = applyChange(map, change);
  const saved = await saveByPerson(deps, migrationId, changed, actor);
  return { ...saved, changes: diffMaps(map, changed) };
}

/** Every open row is confirmed as it stands. */
export async function acceptMap(deps: Dependencies, migrationId: string, actor: Actor): Promise<void> {
  const { map } = await requireMap(deps, migrationId);
  const decided = <Row extends { decided: boolean }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, decided: true }));
  const accepted: FieldMap = {
    ...map,
    fields: decided(map.fields),
    statuses: decided(map.statuses),
    boards: decided(map.boards),
    members: decided(map.members),
  };
  await saveByPerson(deps, migrationId, accepted, actor);
}

/** A map from a file: shape and contents are checked against both sides; nothing is saved if it can't be used. */
export async function useMap(deps: Dependencies, migrationId: string, document: unknown, actor: Actor) {
  const map = parseMap(document);
  const current = await deps.store.documents.loadFieldMap(migrationId);
  if (current?.hash === mapHash(map)) return { hash: current.hash };
  const errors = await findErrors(deps, migrationId, map);
  if (errors.length > 0) throw unusable(errors);
  return saveByPerson(deps, migrationId, map, actor);
}

function parseMap(document: unknown): FieldMap {
  const parsed = fieldMap.safeParse(document);
  if (parsed.success) return parsed.data;
  throw unusable([z.prettifyError(parsed.error)]);
}

/** Sentences of what makes a map unusable; empty when it can be run. */
async function findErrors(
  deps: Dependencies,
  migrationId: string,
  map: FieldMap,
): Promise<readonly string[]> {
  const survey = await deps.store.documents.loadSurvey(migrationId);
  if (survey === undefined) return [];
  const connection = await requireConnection(deps, migrationId);
  const around = await withDestination(deps, connection, "production", async (destination) => ({
    survey,
    admins: await destination.fetchAdmins(),
    teams: await destination.fetchTeams(),
    existing: await destination.fetchAttributes(),
  }));
  return validateMap(map, around).flatMap((issue) => (issue.severity === "error" ? [issue.sentence] : []));
}

async function saveByPerson(
  { store, clock }: Dependencies,
  migrationId: string,
  map: FieldMap,
  actor: Actor,
) {
  const before = await store.documents.loadFieldMap(migrationId);
  const saved = await store.documents.saveFieldMap(migrationId, map, actor, clock());
  await store.audit.append({
    migrationId,
    at: clock().toISOString(),
    actor,
    event: "map-changed",
    detail: {
      revision: saved.revision,
      hash: saved.hash,
      changes: before ? diffMaps(before.map, map).slice(0, 50) : [],
    },
  });
  return saved;
}

function unusable(issues: readonly string[]): InputError {
  return new InputError({ code: "invalid_map", args: { issues } });
}
