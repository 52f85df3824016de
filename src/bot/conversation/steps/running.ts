// The full run to production.
import { bound, MANAGER, proceed, type Step } from "../step.ts";
import { confirmRollback, openRollback, rolledBack } from "./rollback.ts";

export const running: Step<"running"> = {
  works: "full",
  hash: ({ state }) => state.planHash,
  actions: {
    "rollback.open": { who: MANAGER, run: openRollback },
    "rollback.confirm": { who: MANAGER, run: confirmRollback },
  },
  tasks: {
    full: (context) => proceed(context, { ...bound(context.state), step: "migrated" }),
    rollback: rolledBack,
  },
};
