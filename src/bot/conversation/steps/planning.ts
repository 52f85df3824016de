// The plan is being computed; a map that can't be planned leads back to the map.
import {
  BOTH,
  backToMap,
  carry,
  postEphemeral,
  proceed,
  type Step,
  type StepContext,
  stay,
} from "../step.ts";

/** The end of a planning that left no plan. */
function missingPlan({ state, words }: StepContext<"planning">) {
  const { unknown: message, unknownRemedy: remedy } = words.halt;
  const halt = { kind: "failed", message, remedy } as const;
  return { ...stay(state, { kind: "card" }), state: { ...state, card: null, halt } };
}

export const planning: Step<"planning"> = {
  works: "plan",
  actions: {
    "plan.back": {
      who: BOTH,
      run: (context) =>
        context.state.halt
          ? backToMap(context)
          : stay(context.state, postEphemeral(context.words.refusal.busy)),
    },
  },
  tasks: {
    plan: (context) => {
      const { plan } = context.facts;
      if (!plan) return missingPlan(context);
      return proceed(context, { ...carry(context.state), step: "plan-review", planHash: plan.hash });
    },
  },
};
