// The sample is on its way to staging, or to production where an account manager said so.

import { button } from "../blocks/block.ts";
import { removeButton } from "../cards/production-sample-buttons.ts";
import { BOTH, backToMap, onceStill } from "../conversation/moves.ts";
import { removeSample, showSample } from "./production-sample.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const sampling: Step<"sampling"> = {
  ...working("sampling", {
    task: "sample",
    run: "sample",
    options: ({ toProduction }) => (toProduction ? { toProduction } : {}),
    ways: ({ toProduction }, value, words) => [
      button(words.plan.back, "plan.back", value),
      ...(toProduction ? [removeButton(value, words)] : []),
    ],
  }),
  mapEditable: true,
  shows: "survey",
  facts: [],
  data: noData,
  hash: ({ state }) => state.planHash,
  actions: {
    "plan.back": { who: BOTH, run: onceStill(backToMap) },
    ...removeSample,
  },
  tasks: { sample: showSample, "remove-sample": showSample },
};
