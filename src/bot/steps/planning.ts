// The plan is being computed; a map that can't be planned leads back to the map.
import { button } from "../blocks/block.ts";
import { BOTH, backToMap, carry, onceStill, proceed, type StepContext, stay } from "../conversation/moves.ts";
import { present } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

/** The end of a planning that left no plan. */
function missingPlan({ state }: StepContext<"planning">) {
  const halt = { kind: "failed" } as const;
  return { ...stay(state, { kind: "card" }), state: { ...state, card: null, halt } };
}

export const planning: Step<"planning"> = {
  ...working("planning", {
    task: "plan",
    ways: (_state, value, words) => [button(words.plan.back, "plan.back", value)],
  }),
  mapEditable: true,
  shows: "survey",
  facts: ["map"],
  data: async (engine, id) => present({ reading: await engine.extractProgress(id) }),
  actions: {
    "plan.back": { who: BOTH, run: onceStill(backToMap) },
  },
  tasks: {
    plan: (context) => {
      const { plan } = context.facts;
      if (!plan) return missingPlan(context);
      return proceed(context, { ...carry(context.state), step: "plan-review", planHash: plan.hash });
    },
  },
};
