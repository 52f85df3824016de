// The customer looks at the sample, field by field: right, or back to the map.

import { BOTH, backToMap, bound, CUSTOMER, decide, stay } from "../../conversation/moves.ts";
import { removeSample, showSample, writeSample } from "../production-sample.ts";
import { orNone, present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { loadSample } from "./load-sample.ts";
import { buildSampleCard } from "./sample-card.ts";

export const sampleReview: Step<"sample-review"> = {
  name: "sample-review",
  waitsFor: "customer",
  works: null,
  mapEditable: true,
  shows: "sample",
  facts: [],
  data: async (engine, id) =>
    present({
      sample: await loadSample(engine, id),
      productionSample: await engine.productionSample(id),
      admins: await orNone(engine.admins(id)),
      teams: await orNone(engine.teams(id)),
    }),
  card: buildSampleCard,
  hash: ({ state }) => state.planHash,
  actions: {
    "sample.approve": {
      who: CUSTOMER,
      run: (context) => {
        const next = { ...bound(context.state), step: "silence", ticked: [] } as const;
        return decide(context, "approvedSample", { ...next, ticked: [] }, [
          { kind: "approve", approval: "sample", hash: context.state.planHash },
        ]);
      },
    },
    "sample.show": {
      who: ["customer", "account-manager", "observer"],
      run: ({ state }) => stay(state, { kind: "modal", modal: "tickets" }),
    },
    "sample.back": { who: BOTH, run: backToMap },
    ...writeSample,
    ...removeSample,
  },
  tasks: { sample: showSample, "remove-sample": showSample },
};
