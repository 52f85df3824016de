// The plan is being computed.
import { carry, proceed, type Step, stay } from "../step.ts";

export const planning: Step<"planning"> = {
  actions: {},
  works: "plan",
  tasks: {
    plan: (context) => {
      const { plan } = context.facts;
      if (!plan) {
        const { words } = context;
        const halt = {
          kind: "failed",
          message: words.halt.unknown,
          remedy: words.halt.unknownRemedy,
        } as const;
        return { ...stay(context.state, { kind: "card" }), state: { ...context.state, card: null, halt } };
      }
      return proceed(context, { ...carry(context.state), step: "plan-review", planHash: plan.hash });
    },
  },
};
