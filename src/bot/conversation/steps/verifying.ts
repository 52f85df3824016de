// Every record is read back and compared.
import { BOTH, bound, MANAGER, postEphemeral, proceed, type Step, stay } from "../step.ts";
import { catchUp, confirmRollback, openRollback, rolledBack } from "./rollback.ts";

export const verifying: Step<"verifying"> = {
  works: "verify",
  hash: ({ state }) => state.planHash,
  actions: {
    "migrated.delta": {
      who: BOTH,
      run: (context) =>
        context.state.halt
          ? catchUp(context)
          : stay(context.state, postEphemeral(context.words.refusal.busy)),
    },
    "rollback.open": { who: MANAGER, run: openRollback },
    "rollback.confirm": { who: MANAGER, run: confirmRollback },
  },
  tasks: {
    verify: (context) => proceed(context, { ...bound(context.state), step: "certified" }),
    rollback: rolledBack,
  },
};
