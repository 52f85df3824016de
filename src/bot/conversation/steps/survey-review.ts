// The survey is there to be looked at: counts, grade, odd cases, estimate.
import { BOTH, carry, decide, proceed, type Step } from "../step.ts";

export const surveyReview: Step<"survey-review"> = {
  actions: {
    "survey.propose": {
      who: BOTH,
      run: (context) =>
        context.event.argument === "again"
          ? decide(context, "resurveyed", { ...carry(context.state), step: "surveying" }, [
              { kind: "start", task: "survey" },
            ])
          : decide(context, "surveyed", { ...carry(context.state), step: "proposing" }, [
              { kind: "start", task: "propose" },
            ]),
    },
  },
  tasks: {
    propose: (context) => proceed(context, { ...carry(context.state), step: "map-review", page: 0 }),
  },
};
