// The full run to production.

import { bound, proceed } from "../conversation/moves.ts";
import { rollBack, rollbackWay, rolledBack } from "./after-cutover.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const running: Step<"running"> = {
  ...working("running", { task: "full", run: "full", ways: rollbackWay }),
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: noData,
  hash: ({ state }) => state.planHash,
  actions: {
    ...rollBack,
  },
  tasks: {
    full: (context) => proceed(context, { ...bound(context.state), step: "migrated" }),
    rollback: rolledBack,
  },
};
