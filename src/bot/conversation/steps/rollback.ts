// What all steps after the cutover share: catching up, verifying, and the account manager's way back.
import type { Outcome } from "../outcome.ts";
import {
  BOTH,
  bound,
  type ClickContext,
  decide,
  MANAGER,
  postEphemeral,
  proceed,
  type StepContext,
  stay,
} from "../step.ts";

export type AfterCutover = "running" | "migrated" | "updating" | "verifying" | "certified";

/** True while a task of ours may still write. */
const busy = (context: StepContext<AfterCutover>): boolean =>
  ["running", "updating", "verifying"].includes(context.state.step) && !context.state.halt;

export function openRollback(context: ClickContext<AfterCutover>): Outcome {
  const { state, words } = context;
  if (busy(context)) return stay(state, postEphemeral(words.refusal.busy));
  return stay(state, { kind: "modal", modal: "rollback" });
}

/** The typed word is the confirmation; the approval is recorded before the task starts. */
export function confirmRollback(context: ClickContext<AfterCutover>): Outcome {
  const { state, event, words } = context;
  if (busy(context)) return stay(state, postEphemeral(words.refusal.busy));
  const word = words.rollback.word;
  if (event.typed?.trim() !== word) return stay(state, postEphemeral(words.rollback.wrong(word)));
  return decide(context, "rollback", { ...bound(state), step: "rolling-back" }, [
    { kind: "approve", approval: "rollback", hash: state.planHash },
    { kind: "start", task: "rollback", planHash: state.planHash },
  ]);
}

/** A rollback that began just before a crash, and has ended. */
export const rolledBack = (context: StepContext<AfterCutover>): Outcome =>
  proceed(context, { ...bound(context.state), step: "rolled-back" });

/** A delta that began by the clock has ended: its own card, and what was verified before is verified again. */
const caughtUp = (context: StepContext<AfterCutover>): Outcome =>
  proceed(context, { ...bound(context.state), step: "migrated" });

export const catchUp = (context: ClickContext<AfterCutover>): Outcome =>
  decide(context, "delta", { ...bound(context.state), step: "updating" }, [
    { kind: "start", task: "delta", planHash: context.state.planHash },
  ]);

/** What did not make it, alone. */
const retryFailed = (context: ClickContext<AfterCutover>): Outcome =>
  decide(context, "failedAgain", { ...bound(context.state), step: "updating", onlyFailed: true }, [
    { kind: "start", task: "delta", planHash: context.state.planHash, onlyFailed: true },
  ]);

export const verify = (context: ClickContext<AfterCutover>): Outcome =>
  decide(context, "verify", { ...bound(context.state), step: "verifying" }, [
    { kind: "start", task: "verify", planHash: context.state.planHash },
  ]);

/** Nothing is decided about the step, so its card stays and says how it is now. */
const switchDeltas =
  (on: boolean) =>
  ({ state }: ClickContext<AfterCutover>): Outcome => ({
    state,
    commands: [{ kind: "switch-deltas", on }],
    effects: [{ kind: "redraw" }],
  });

/** Nothing of ours is under way: what may be done then, whether it is verified yet or not. */
export const settled = {
  hash: ({ state }: StepContext<"migrated" | "certified">) => state.planHash,
  actions: {
    "migrated.delta": { who: BOTH, run: catchUp },
    "migrated.retry": { who: BOTH, run: retryFailed },
    "migrated.verify": { who: BOTH, run: verify },
    "deltas.off": { who: BOTH, run: switchDeltas(false) },
    "deltas.on": { who: BOTH, run: switchDeltas(true) },
    "rollback.open": { who: MANAGER, run: openRollback },
    "rollback.confirm": { who: MANAGER, run: confirmRollback },
  },
  tasks: { delta: caughtUp, rollback: rolledBack },
};
