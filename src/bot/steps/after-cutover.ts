// What all steps after the cutover share: catching up, verifying, and the account manager's way back.
import { button } from "../blocks/block.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import {
  BOTH,
  bound,
  type ClickContext,
  decide,
  MANAGER,
  onceStill,
  postEphemeral,
  proceed,
  type StepContext,
  stay,
} from "../conversation/moves.ts";
import type { Outcome } from "../conversation/outcome.ts";
import { confirmationWord, isTyped } from "../conversation/typed-word.ts";
import type { Work } from "./step.ts";

export type AfterCutover = "running" | "migrated" | "delta" | "verifying" | "certified";

/** The typed word is the confirmation; the approval is recorded before the task starts. */
function confirmRollback(context: ClickContext<AfterCutover>): Outcome {
  const { state, event, facts, words } = context;
  const word = confirmationWord(facts.workspace, words);
  if (!isTyped(event.typed, word))
    return stay(state, postEphemeral(words.rollback.wrong(escapeMrkdwn(word))));
  return decide(context, "rollback", { ...bound(state), step: "rolling-back" }, [
    { kind: "approve", approval: "rollback", hash: state.planHash },
    { kind: "start", task: "rollback", planHash: state.planHash },
  ]);
}

/** Once nothing of ours is under way. */
export const rollBack = {
  "rollback.open": {
    who: MANAGER,
    run: onceStill<AfterCutover>(({ state }) => stay(state, { kind: "modal", modal: "rollback" })),
  },
  "rollback.confirm": { who: MANAGER, run: onceStill(confirmRollback) },
};

/** The same way out where work stands still. */
export const rollbackWay: NonNullable<Work<AfterCutover>["ways"]> = (_state, value, words) => [
  button(words.certificate.rollback, "rollback.open", value, { style: "danger" }),
];

/** A rollback that began just before a crash, and has ended. */
export const rolledBack = (context: StepContext<AfterCutover>): Outcome =>
  proceed(context, { ...bound(context.state), step: "rolled-back" });

/** A delta that began by the clock has ended: its own card, and what was verified before is verified again. */
const showDelta = (context: StepContext<AfterCutover>): Outcome =>
  proceed(context, { ...bound(context.state), step: "migrated" });

export const startDelta = (context: ClickContext<AfterCutover>): Outcome =>
  decide(context, "delta", { ...bound(context.state), step: "delta" }, [
    { kind: "start", task: "delta", planHash: context.state.planHash },
  ]);

/** What did not make it, alone. */
const retryFailed = (context: ClickContext<AfterCutover>): Outcome =>
  decide(context, "failedAgain", { ...bound(context.state), step: "delta", onlyFailed: true }, [
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
    "migrated.delta": { who: BOTH, run: startDelta },
    "migrated.retry": { who: BOTH, run: retryFailed },
    "migrated.verify": { who: BOTH, run: verify },
    "deltas.off": { who: BOTH, run: switchDeltas(false) },
    "deltas.on": { who: BOTH, run: switchDeltas(true) },
    ...rollBack,
  },
  tasks: { delta: showDelta, rollback: rolledBack },
};
