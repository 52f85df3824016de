// A delta: what changed in ConnectWise since the last run.

import { button } from "../blocks/block.ts";
import { BOTH, bound, onceStill, proceed } from "../conversation/moves.ts";
import { rollBack, rollbackWay, rolledBack, verify } from "./after-cutover.ts";
import { noData } from "./read-engine.ts";
import type { Step } from "./step.ts";
import { working } from "./working.ts";

export const delta: Step<"delta"> = {
  ...working("delta", {
    task: "delta",
    run: "delta",
    options: ({ onlyFailed }) => (onlyFailed ? { onlyFailed } : {}),
    ways: (state, value, words) => [
      button(words.migrated.verify, "migrated.verify", value),
      ...rollbackWay(state, value, words),
    ],
  }),
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: noData,
  hash: ({ state }) => state.planHash,
  actions: {
    "migrated.verify": { who: BOTH, run: onceStill(verify) },
    ...rollBack,
  },
  tasks: {
    delta: (context) => proceed(context, { ...bound(context.state), step: "migrated" }),
    rollback: rolledBack,
  },
};
