// The rollback is under way.
import { bound, proceed, type Step } from "../step.ts";

export const rollingBack: Step<"rolling-back"> = {
  works: "rollback",
  hash: ({ state }) => state.planHash,
  actions: {},
  tasks: { rollback: (context) => proceed(context, { ...bound(context.state), step: "rolled-back" }) },
};
