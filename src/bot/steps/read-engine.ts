// Reads of the engine that the cards of several steps need, forgiving where Intercom does not answer.
import type { Engine } from "../../engine/engine.ts";
import { CutoverError } from "../../engine/errors.ts";
import type { CardData } from "../cards/card-data.ts";

/** For a card that is drawn from the state alone. */
export const noData = async (): Promise<Partial<CardData>> => ({});

/** Leaves out what is undefined, so that absent means absent. */
export function present(
  values: {
    readonly [K in keyof CardData]?: CardData[K] | undefined;
  },
): Partial<CardData> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
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
