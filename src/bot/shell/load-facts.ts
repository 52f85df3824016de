// What a transition needs to know, asked of the engine just before it.
import type { Engine } from "../../engine/engine.ts";
import { CutoverError } from "../../engine/errors.ts";
import { assembleQuestions } from "../../engine/field-map/questions.ts";
import type { Words } from "../../words/words.ts";
import { countPages } from "../cards/map-rows.ts";
import { termsHash } from "../cards/terms-card.ts";
import type { ConversationEvent, Facts } from "../conversation/event.ts";
import type { ConversationState } from "../conversation/state.ts";

/** Missing in staging or production; undefined when Intercom could not be asked. */
export async function loadMissingTeams(
  engine: Engine,
  migrationId: string,
): Promise<readonly string[] | undefined> {
  try {
    const connected = await engine.connected(migrationId);
    const production = await engine.missingTeams(migrationId, "production");
    const staging = connected?.staging ? await engine.missingTeams(migrationId, "staging") : [];
    return [...new Set([...production, ...staging])];
  } catch (error) {
    if (error instanceof CutoverError) return undefined;
    throw error;
  }
}

async function loadWorkStart(
  engine: Engine,
  migrationId: string,
  event: ConversationEvent,
): Promise<string | undefined> {
  if (event.kind !== "task") return undefined;
  if (event.task.runId) return (await engine.run(event.task.runId))?.startedAt;
  if (event.task.task === "sample") return (await engine.latestRun(migrationId, "sample"))?.startedAt;
  if (event.task.task === "verify") return (await engine.certificate(migrationId))?.verifiedAt;
  return undefined;
}

export async function loadFacts(
  engine: Engine,
  migrationId: string,
  state: ConversationState,
  event: ConversationEvent,
  at: Date,
  words: Words,
): Promise<Facts> {
  const aboutMap =
    ["proposing", "map-review", "planning"].includes(state.step) ||
    event.kind === "corrected" ||
    (event.kind === "clicked" && event.action.startsWith("correction."));
  const aboutTeams =
    event.kind === "clicked" && (event.action === "plan.approve" || event.action === "teams.check");
  const [connected, map, plan, missingTeams, workStartedAt] = await Promise.all([
    engine.connected(migrationId),
    aboutMap ? engine.fieldMap(migrationId) : undefined,
    aboutMap ? engine.plan(migrationId) : undefined,
    aboutTeams ? loadMissingTeams(engine, migrationId) : undefined,
    loadWorkStart(engine, migrationId, event),
  ]);
  return {
    at: at.toISOString(),
    connected: connected !== undefined,
    termsHash: termsHash(words),
    ...(map
      ? {
          map: {
            revision: map.revision,
            hash: map.hash,
            doubtful: assembleQuestions(map.map).length,
            pages: countPages(map.map),
          },
        }
      : {}),
    ...(plan ? { plan: { hash: plan.hash, mapHash: plan.mapHash } } : {}),
    ...(missingTeams ? { missingTeams } : {}),
    ...(workStartedAt ? { workStartedAt } : {}),
  };
}
