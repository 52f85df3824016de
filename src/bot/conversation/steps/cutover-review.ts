// A second person, the account manager, approves the cutover; the full run starts.
import { BOTH, backToMap, bound, decide, MANAGER, proceed, type Step } from "../step.ts";
import { removeSample, showSample } from "./production-sample.ts";
import { refuseOnePerson } from "./two-people.ts";

export const cutoverReview: Step<"cutover-review"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "cutover.approve": {
      who: MANAGER,
      run: (context) => {
        const { state } = context;
        return (
          refuseOnePerson(context, state.approver) ??
          decide(context, "cutover", { ...bound(state), step: "running" }, [
            { kind: "approve", approval: "cutover", hash: state.planHash },
            { kind: "start", task: "full", planHash: state.planHash },
          ])
        );
      },
    },
    "cutover.back": { who: BOTH, run: backToMap },
    ...removeSample,
  },
  tasks: {
    full: (context) => proceed(context, { ...bound(context.state), step: "migrated" }),
    "remove-sample": showSample,
  },
};
