// The rollback is under way.

import { bound, proceed } from "../conversation/moves.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const rollingBack: Step<"rolling-back"> = {
  ...working("rolling-back", { task: "rollback", run: "rollback", isManagers: true }),
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: noData,
  hash: ({ state }) => state.planHash,
  actions: {},
  tasks: { rollback: (context) => proceed(context, { ...bound(context.state), step: "rolled-back" }) },
};
