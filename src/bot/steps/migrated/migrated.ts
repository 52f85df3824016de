// Everything is there; catch up as often as needed, then verify.

import { bound, proceed } from "../../conversation/moves.ts";
import { settled } from "../after-cutover.ts";
import { present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildMigratedCard } from "./migrated-card.ts";

export const migrated: Step<"migrated"> = {
  name: "migrated",
  waitsFor: "customer",
  works: null,
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: async (engine, id) => {
    // Not one that has just begun: the card is drawn once more when it is settled.
    const run = await engine.latestMove(id);
    const delta = run?.kind === "delta" ? await engine.deltaSummary(id) : undefined;
    return present({ run, delta, schedule: await engine.deltaSchedule(id) });
  },
  card: buildMigratedCard,
  ...settled,
  tasks: {
    ...settled.tasks,
    verify: (context) => proceed(context, { ...bound(context.state), step: "certified" }),
  },
};
