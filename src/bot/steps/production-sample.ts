// A sample in production, where there is no staging workspace: written, and taken back again, by the account manager.

import {
  bound,
  type ClickContext,
  decide,
  MANAGER,
  onceStill,
  proceed,
  type StepContext,
} from "../conversation/moves.ts";
import type { Outcome } from "../conversation/outcome.ts";
import { refuseOnePerson } from "./two-people.ts";

/** Steps between the sample and the full run. */
type BeforeFull = "sampling" | "sample-review" | "silence" | "cutover-review" | "removing-sample";

/** Two people: the one who approved the plan, and this one. */
const write = (context: ClickContext<"sample-review">): Outcome => {
  const { state } = context;
  return (
    refuseOnePerson(context, state.approver) ??
    decide(context, "wroteSample", { ...bound(state), step: "sampling", toProduction: true }, [
      { kind: "approve", approval: "sample-slice", hash: state.planHash },
      { kind: "start", task: "sample", planHash: state.planHash, toProduction: true },
    ])
  );
};

function remove(context: ClickContext<BeforeFull>): Outcome {
  const { state } = context;
  return decide(context, "removedSample", { ...bound(state), step: "removing-sample" }, [
    { kind: "approve", approval: "sample-removal", hash: state.planHash },
    { kind: "start", task: "remove-sample", planHash: state.planHash },
  ]);
}

export const writeSample = { "sample.write": { who: MANAGER, run: write } };
export const removeSample = { "sample.remove": { who: MANAGER, run: onceStill(remove) } };

/** The sample is there to be looked at, as it is now. */
export const showSample = (context: StepContext<BeforeFull>): Outcome =>
  proceed(context, { ...bound(context.state), step: "sample-review" });
