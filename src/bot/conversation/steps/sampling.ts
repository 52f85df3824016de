// The sample is on its way to staging.
import { BOTH, backToMap, bound, proceed, type Step, stay, whisper } from "../step.ts";

export const sampling: Step<"sampling"> = {
  works: "sample",
  hash: ({ state }) => state.planHash,
  actions: {
    "plan.back": {
      who: BOTH,
      run: (context) =>
        context.state.halt ? backToMap(context) : stay(context.state, whisper(context.words.refusal.busy)),
    },
  },
  tasks: { sample: (context) => proceed(context, { ...bound(context.state), step: "sample-review" }) },
};
