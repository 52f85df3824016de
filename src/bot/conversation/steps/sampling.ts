// The sample is on its way to staging, or to production where an account manager said so.
import { BOTH, backToMap, postEphemeral, type Step, stay } from "../step.ts";
import { removeSample, showSample } from "./production-sample.ts";

export const sampling: Step<"sampling"> = {
  works: "sample",
  hash: ({ state }) => state.planHash,
  actions: {
    "plan.back": {
      who: BOTH,
      run: (context) =>
        context.state.halt
          ? backToMap(context)
          : stay(context.state, postEphemeral(context.words.refusal.busy)),
    },
    ...removeSample,
  },
  tasks: { sample: showSample, "remove-sample": showSample },
};
