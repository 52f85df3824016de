// What the card of a state is drawn from, asked of the engine; only what that card shows.
import type { Engine, SampleDiff, TaskName } from "../../engine/engine.ts";
import { CutoverError } from "../../engine/errors.ts";
import type { Migration } from "../../engine/model/migration.ts";
import type { Run, RunKind } from "../../engine/model/run.ts";
import type { Words } from "../../words/words.ts";
import type { CardData } from "../cards/card-data.ts";
import { termsHash } from "../cards/terms-card.ts";
import { type ConversationState, planHashOf } from "../conversation/state.ts";
import { stepsByName } from "../conversation/steps/index.ts";
import { loadMissingTeams } from "./load-facts.ts";

const kinds: Readonly<Partial<Record<TaskName, RunKind>>> = {
  sample: "sample",
  "remove-sample": "rollback",
  full: "full",
  delta: "delta",
  rollback: "rollback",
};

/** The run that a step works on; undefined for work without a run. */
export function runKindOf(state: ConversationState): RunKind | undefined {
  const task = stepsByName[state.step].works;
  return task ? kinds[task] : undefined;
}

/** Leaves out what is undefined, so that absent means absent. */
function present<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** A card is drawn although Intercom does not answer just now. */
export async function orNone<T>(list: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof CutoverError) return [];
    throw error;
  }
}

/** Enough for examples from several tickets. */
const TICKET_ROWS = 600;

/** What is kept of a diff may end before its tickets, and those are what people look for. */
async function loadSample(engine: Engine, id: string): Promise<SampleDiff | undefined> {
  const [sample, tickets] = await Promise.all([
    engine.sampleDiff(id),
    engine.sampleRows(id, { type: "ticket", offset: 0, limit: TICKET_ROWS }),
  ]);
  if (!sample) return undefined;
  const known = new Set<string>();
  const rows = [...tickets.rows, ...sample.rows].filter(({ source, field }) => {
    const key = `${source.type} ${source.id} ${field}`;
    return !known.has(key) && known.add(key);
  });
  return { ...sample, rows };
}

async function loadForStep(engine: Engine, id: string, state: ConversationState): Promise<Partial<CardData>> {
  switch (state.step) {
    case "terms":
      return present<Partial<CardData>>({ connected: await engine.connected(id) });
    case "survey-review":
      return present<Partial<CardData>>({ survey: await engine.survey(id) });
    case "map-review": {
      const [map, survey, notes, admins, teams] = await Promise.all([
        engine.fieldMap(id),
        engine.survey(id),
        engine.proposalNotes(id),
        orNone(engine.admins(id)),
        orNone(engine.teams(id)),
      ]);
      return present<Partial<CardData>>({ map, survey, notes, admins, teams });
    }
    case "planning":
      return present<Partial<CardData>>({ reading: await engine.extractProgress(id) });
    case "plan-review":
      return present<Partial<CardData>>({
        plan: await engine.plan(id, planHashOf(state)),
        survey: await engine.survey(id),
      });
    case "silence":
      return present<Partial<CardData>>({ productionSample: await engine.productionSample(id) });
    case "cutover-review":
      return present<Partial<CardData>>({
        plan: await engine.plan(id, planHashOf(state)),
        productionSample: await engine.productionSample(id),
      });
    case "teams":
      return present<Partial<CardData>>({ missingTeams: await loadMissingTeams(engine, id) });
    case "sample-review":
      return present<Partial<CardData>>({
        sample: await loadSample(engine, id),
        productionSample: await engine.productionSample(id),
        admins: await orNone(engine.admins(id)),
        teams: await orNone(engine.teams(id)),
      });
    case "migrated": {
      // Not one that has just begun: the card is drawn once more when it is settled.
      const run = await engine.latestMove(id);
      const delta = run?.kind === "delta" ? await engine.deltaSummary(id) : undefined;
      return present<Partial<CardData>>({ run, delta, schedule: await engine.deltaSchedule(id) });
    }
    case "certified":
      return present<Partial<CardData>>({
        certificate: await engine.certificate(id),
        guides: await engine.rebuildGuides(id),
        schedule: await engine.deltaSchedule(id),
        admins: await orNone(engine.admins(id)),
        teams: await orNone(engine.teams(id)),
      });
    case "rolled-back":
      return present<Partial<CardData>>({ rollbackResult: await engine.rollbackResult(id) });
    default:
      return {};
  }
}

export async function loadCardData(
  engine: Engine,
  migration: Migration,
  state: ConversationState,
  context: { readonly hasPage: boolean; readonly words: Words; readonly run?: Run },
): Promise<CardData> {
  return {
    migration,
    hasPage: context.hasPage,
    termsHash: termsHash(context.words),
    ...(context.run ? { run: context.run } : {}),
    ...(await loadForStep(engine, migration.id, state)),
  };
}
