// The survey is under way.
import { carry, proceed, type Step } from "../step.ts";

export const surveying: Step<"surveying"> = {
  actions: {},
  works: "survey",
  tasks: { survey: (context) => proceed(context, { ...carry(context.state), step: "survey-review" }) },
};
