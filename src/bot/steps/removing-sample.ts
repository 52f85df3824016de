// What the sample wrote to production is being taken back.

import { showSample } from "./production-sample.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const removingSample: Step<"removing-sample"> = {
  ...working("removing-sample", { task: "remove-sample", run: "rollback", isManagers: true }),
  mapEditable: false,
  shows: "sample",
  facts: [],
  data: noData,
  hash: ({ state }) => state.planHash,
  actions: {},
  tasks: { "remove-sample": showSample },
};
