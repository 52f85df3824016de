// The customer approves the plan by its hash.

import { BOTH, backToMap, CUSTOMER, carry, decide } from "../../conversation/moves.ts";
import { present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildPlanCard } from "./plan-card.ts";

export const planReview: Step<"plan-review"> = {
  name: "plan-review",
  waitsFor: "customer",
  works: null,
  mapEditable: true,
  shows: "survey",
  facts: [],
  data: async (engine, id, { planHash }) =>
    present({ plan: await engine.plan(id, planHash), survey: await engine.survey(id) }),
  card: buildPlanCard,
  hash: ({ state }) => state.planHash,
  actions: {
    "plan.approve": {
      who: CUSTOMER,
      facts: ["missingTeams"],
      run: (context) => {
        const { state, event, facts } = context;
        const approved = { ...carry(state), planHash: state.planHash, approver: event.actor };
        const ready = facts.missingTeams !== undefined && facts.missingTeams.length === 0;
        return decide(context, "approvedPlan", { ...approved, step: ready ? "sampling" : "teams" }, [
          { kind: "approve", approval: "plan", hash: state.planHash },
          ...(ready ? [{ kind: "start", task: "sample", planHash: state.planHash } as const] : []),
        ]);
      },
    },
    "plan.back": { who: BOTH, run: backToMap },
  },
};
