// Taken back; one may start again from the map.

import { BOTH, backToMap } from "../../conversation/moves.ts";
import { present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildRolledBackCard } from "./rolled-back-card.ts";

export const rolledBack: Step<"rolled-back"> = {
  name: "rolled-back",
  waitsFor: "nobody",
  works: null,
  mapEditable: true,
  shows: "exceptions",
  facts: [],
  data: async (engine, id) => present({ rollbackResult: await engine.rollbackResult(id) }),
  card: buildRolledBackCard,
  actions: { "rolled-back.again": { who: BOTH, run: backToMap } },
};
