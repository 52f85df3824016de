// A second person, the account manager, approves the cutover; the full run starts.
import { BOTH, backToMap, bound, decide, MANAGER, proceed, type Step, stay, whisper } from "../step.ts";

export const cutoverReview: Step<"cutover-review"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "cutover.approve": {
      who: MANAGER,
      run: (context) => {
        const { state, event, words } = context;
        const { approver } = state;
        if (approver.user === event.actor.user && approver.team === event.actor.team)
          return stay(
            state,
            {
              kind: "audit",
              event: "click-refused",
              detail: { action: event.action, why: "two people needed" },
            },
            whisper(words.refusal.twoPeople),
          );
        return decide(context, "cutover", { ...bound(state), step: "running" }, [
          { kind: "approve", approval: "cutover", hash: state.planHash },
          { kind: "start", task: "full", planHash: state.planHash },
        ]);
      },
    },
    "cutover.back": { who: BOTH, run: backToMap },
  },
  tasks: {
    full: (context) => proceed(context, { ...bound(context.state), step: "migrated" }),
  },
};
