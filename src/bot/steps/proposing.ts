// The map is being drafted.

import { carry, proceed } from "../conversation/moves.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const proposing: Step<"proposing"> = {
  ...working("proposing", { task: "propose" }),
  mapEditable: false,
  shows: "survey",
  facts: ["map"],
  data: noData,
  actions: {},
  tasks: {
    propose: (context) => proceed(context, { ...carry(context.state), step: "map-review", page: 0 }),
  },
};
