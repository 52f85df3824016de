// The customer confirms the terms; only then is anything read.

import { CUSTOMER, carry, decide, proceed } from "../../conversation/moves.ts";
import { present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildTermsCard } from "./terms-card.ts";

export const terms: Step<"terms"> = {
  name: "terms",
  waitsFor: "customer",
  works: null,
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: async (engine, id) => present({ connected: await engine.connected(id) }),
  card: buildTermsCard,
  hash: ({ facts }) => facts.termsHash,
  actions: {
    "terms.agree": {
      who: CUSTOMER,
      run: (context) =>
        decide(context, "agreed", { ...carry(context.state), step: "surveying" }, [
          { kind: "approve", approval: "terms", hash: context.facts.termsHash },
          { kind: "start", task: "survey" },
        ]),
    },
  },
  tasks: { survey: (context) => proceed(context, { ...carry(context.state), step: "survey-review" }) },
};
