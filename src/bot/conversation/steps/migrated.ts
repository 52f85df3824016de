// Everything is there; catch up as often as needed, then verify.
import { BOTH, bound, MANAGER, proceed, type Step } from "../step.ts";
import {
  catchUp,
  caughtUp,
  confirmRollback,
  openRollback,
  retryFailed,
  rolledBack,
  verify,
} from "./rollback.ts";

export const migrated: Step<"migrated"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "migrated.delta": { who: BOTH, run: catchUp },
    "migrated.retry": { who: BOTH, run: retryFailed },
    "migrated.verify": { who: BOTH, run: verify },
    "rollback.open": { who: MANAGER, run: openRollback },
    "rollback.confirm": { who: MANAGER, run: confirmRollback },
  },
  tasks: {
    verify: (context) => proceed(context, { ...bound(context.state), step: "certified" }),
    delta: caughtUp,
    rollback: rolledBack,
  },
};
