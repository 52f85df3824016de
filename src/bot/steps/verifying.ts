// Every record is read back and compared.

import { button } from "../blocks/block.ts";
import { BOTH, bound, onceStill, proceed } from "../conversation/moves.ts";
import { rollBack, rollbackWay, rolledBack, startDelta } from "./after-cutover.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const verifying: Step<"verifying"> = {
  ...working("verifying", {
    task: "verify",
    ways: (state, value, words) => [
      button(words.migrated.delta, "migrated.delta", value),
      ...rollbackWay(state, value, words),
    ],
  }),
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: noData,
  hash: ({ state }) => state.planHash,
  actions: {
    "migrated.delta": { who: BOTH, run: onceStill(startDelta) },
    ...rollBack,
  },
  tasks: {
    verify: (context) => proceed(context, { ...bound(context.state), step: "certified" }),
    rollback: rolledBack,
  },
};
