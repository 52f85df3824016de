// Taken back; one may start again from the map.
import { BOTH, backToMap, type Step } from "../step.ts";

export const rolledBackStep: Step<"rolled-back"> = {
  actions: { "rolled-back.again": { who: BOTH, run: backToMap } },
};
