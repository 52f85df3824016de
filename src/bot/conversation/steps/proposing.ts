// The map is being drafted.
import { carry, proceed, type Step } from "../step.ts";

export const proposing: Step<"proposing"> = {
  actions: {},
  works: "propose",
  tasks: {
    propose: (context) => proceed(context, { ...carry(context.state), step: "map-review", page: 0 }),
  },
};
