// The customer approves the plan by its hash.
import { BOTH, backToMap, CUSTOMER, carry, decide, type Step } from "../step.ts";

export const planReview: Step<"plan-review"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "plan.approve": {
      who: CUSTOMER,
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
