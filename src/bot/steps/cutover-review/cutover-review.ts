// A second person, the account manager, approves the cutover; the full run starts.

import { BOTH, backToMap, bound, decide, MANAGER, proceed } from "../../conversation/moves.ts";
import { removeSample, showSample } from "../production-sample.ts";
import { present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { refuseOnePerson } from "../two-people.ts";
import { buildCutoverCard } from "./cutover-card.ts";

export const cutoverReview: Step<"cutover-review"> = {
  name: "cutover-review",
  waitsFor: "account-manager",
  works: null,
  mapEditable: true,
  shows: "sample",
  facts: [],
  data: async (engine, id, { planHash }) =>
    present({
      plan: await engine.plan(id, planHash),
      productionSample: await engine.productionSample(id),
      preflight: await engine.preflight(id),
    }),
  card: buildCutoverCard,
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
