// The customer's switches, so that their customers notice nothing.
import { BOTH, backToMap, bound, CUSTOMER, decide, postEphemeral, type Step, stay } from "../step.ts";
import { removeSample, showSample } from "./production-sample.ts";

export const silence: Step<"silence"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "silence.tick": {
      who: CUSTOMER,
      run: ({ state, event, words }) => {
        const item = words.silence.items.find(({ id }) => id === event.argument);
        if (!item || state.ticked.includes(item.id)) return stay(state, { kind: "redraw" });
        return {
          state: { ...state, ticked: [...state.ticked, item.id] },
          commands: [],
          effects: [{ kind: "redraw" }],
        };
      },
    },
    "silence.confirm": {
      who: CUSTOMER,
      run: (context) => {
        const { state, words } = context;
        const open = words.silence.items.filter(({ id }) => !state.ticked.includes(id)).length;
        if (open > 0) return stay(state, postEphemeral(words.silence.open(open)));
        return decide(context, "silenced", { ...bound(state), step: "cutover-review" }, [
          { kind: "approve", approval: "silence", hash: state.planHash },
        ]);
      },
    },
    "sample.back": { who: BOTH, run: backToMap },
    ...removeSample,
  },
  tasks: { "remove-sample": showSample },
};
