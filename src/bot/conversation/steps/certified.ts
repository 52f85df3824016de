// The certificate is there: catch up, verify again, or roll back.
import { BOTH, MANAGER, type Step } from "../step.ts";
import {
  catchUp,
  caughtUp,
  confirmRollback,
  openRollback,
  retryFailed,
  rolledBack,
  verify,
} from "./rollback.ts";

export const certified: Step<"certified"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "migrated.delta": { who: BOTH, run: catchUp },
    "migrated.retry": { who: BOTH, run: retryFailed },
    "migrated.verify": { who: BOTH, run: verify },
    "rollback.open": { who: MANAGER, run: openRollback },
    "rollback.confirm": { who: MANAGER, run: confirmRollback },
  },
  tasks: { delta: caughtUp, rollback: rolledBack },
};
