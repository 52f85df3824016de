// The survey is under way.

import { carry, proceed } from "../conversation/moves.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const surveying: Step<"surveying"> = {
  ...working("surveying", { task: "survey" }),
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: noData,
  actions: {},
  tasks: { survey: (context) => proceed(context, { ...carry(context.state), step: "survey-review" }) },
};
