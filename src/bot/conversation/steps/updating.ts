// A delta: what changed in ConnectWise since the last run.
import { BOTH, bound, MANAGER, postEphemeral, proceed, type Step, stay } from "../step.ts";
import { confirmRollback, openRollback, rolledBack, verify } from "./rollback.ts";

export const updating: Step<"updating"> = {
  works: "delta",
  hash: ({ state }) => state.planHash,
  actions: {
    "migrated.verify": {
      who: BOTH,
      run: (context) =>
        context.state.halt ? verify(context) : stay(context.state, postEphemeral(context.words.refusal.busy)),
    },
    "rollback.open": { who: MANAGER, run: openRollback },
    "rollback.confirm": { who: MANAGER, run: confirmRollback },
  },
  tasks: {
    delta: (context) => proceed(context, { ...bound(context.state), step: "migrated" }),
    rollback: rolledBack,
  },
};
