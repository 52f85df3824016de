// What the sample wrote to production is being taken back.
import type { Step } from "../step.ts";
import { showSample } from "./production-sample.ts";

export const removingSample: Step<"removing-sample"> = {
  works: "remove-sample",
  hash: ({ state }) => state.planHash,
  actions: {},
  tasks: { "remove-sample": showSample },
};
