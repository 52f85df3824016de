// The survey is there to be looked at: counts, grade, odd cases, estimate.

import { BOTH, carry, decide, proceed } from "../../conversation/moves.ts";
import { present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildSurveyCard } from "./survey-card.ts";

export const surveyReview: Step<"survey-review"> = {
  name: "survey-review",
  waitsFor: "customer",
  works: null,
  mapEditable: false,
  shows: "survey",
  facts: [],
  data: async (engine, id) =>
    present({ survey: await engine.survey(id), preflight: await engine.preflight(id) }),
  card: buildSurveyCard,
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
