// What a transition needs to know, asked of the engine just before it.
import type { Engine } from "../../engine/engine.ts";
import { assembleQuestions } from "../../engine/field-map/questions.ts";
import type { Words } from "../../words/words.ts";
import { countPages } from "../cards/map-rows.ts";
import type { ConversationEvent, Facts } from "../conversation/event.ts";
import type { ConversationState } from "../conversation/state.ts";
import { stepOf } from "../steps/catalogue.ts";
import { loadMissingTeams } from "../steps/read-engine.ts";
import type { FactName } from "../steps/step.ts";
import { termsHash } from "../steps/terms/terms-card.ts";

/** What the step and the button need, and a change in words. */
function wantedFacts(state: ConversationState, event: ConversationEvent): ReadonlySet<FactName> {
  const { facts, actions } = stepOf(state);
  const changesMap =
    event.kind === "corrected" || (event.kind === "clicked" && event.action.startsWith("correction."));
  return new Set([
    ...facts,
    ...(event.kind === "clicked" ? (actions[event.action]?.facts ?? []) : []),
    ...(changesMap ? ["map" as const] : []),
  ]);
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
  const wanted = wantedFacts(state, event);
  const [connected, map, plan, missingTeams, workStartedAt] = await Promise.all([
    engine.connected(migrationId),
    wanted.has("map") ? engine.fieldMap(migrationId) : undefined,
    wanted.has("map") ? engine.plan(migrationId) : undefined,
    wanted.has("missingTeams") ? loadMissingTeams(engine, migrationId) : undefined,
    loadWorkStart(engine, migrationId, event),
  ]);
  return {
    at: at.toISOString(),
    connected: connected !== undefined,
    ...(connected ? { workspace: connected.production.name } : {}),
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
