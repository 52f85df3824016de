// The customer looks at the sample, field by field: right, or back to the map.
import { BOTH, backToMap, bound, CUSTOMER, decide, type Step, stay } from "../step.ts";
import { removeSample, showSample, writeSample } from "./production-sample.ts";

export const sampleReview: Step<"sample-review"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "sample.approve": {
      who: CUSTOMER,
      run: (context) => {
        const next = { ...bound(context.state), step: "silence", ticked: [] } as const;
        return decide(context, "approvedSample", { ...next, ticked: [] }, [
          { kind: "approve", approval: "sample", hash: context.state.planHash },
        ]);
      },
    },
    "sample.show": {
      who: ["customer", "account-manager", "observer"],
      run: ({ state }) => stay(state, { kind: "modal", modal: "tickets" }),
    },
    "sample.back": { who: BOTH, run: backToMap },
    ...writeSample,
    ...removeSample,
  },
  tasks: { sample: showSample, "remove-sample": showSample },
};
