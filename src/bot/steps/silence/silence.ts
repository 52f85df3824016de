// The customer's switches, so that their customers notice nothing.

import { BOTH, backToMap, bound, CUSTOMER, decide, postEphemeral, stay } from "../../conversation/moves.ts";
import { removeSample, showSample } from "../production-sample.ts";
import { present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildSilenceCard } from "./silence-card.ts";

export const silence: Step<"silence"> = {
  name: "silence",
  waitsFor: "customer",
  works: null,
  mapEditable: true,
  shows: "sample",
  facts: [],
  data: async (engine, id) => present({ productionSample: await engine.productionSample(id) }),
  card: buildSilenceCard,
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
