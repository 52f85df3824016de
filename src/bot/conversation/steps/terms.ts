// The customer confirms the terms; only then is anything read.
import { CUSTOMER, carry, decide, proceed, type Step } from "../step.ts";

export const terms: Step<"terms"> = {
  hash: ({ facts }) => facts.termsHash,
  actions: {
    "terms.agree": {
      who: CUSTOMER,
      run: (context) =>
        decide(context, "agreed", { ...carry(context.state), step: "surveying" }, [
          { kind: "approve", approval: "terms", hash: context.facts.termsHash },
          { kind: "start", task: "survey" },
        ]),
    },
  },
  tasks: { survey: (context) => proceed(context, { ...carry(context.state), step: "survey-review" }) },
};
