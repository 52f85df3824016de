// Hard truths first; somebody says that they decide for the customer.

import { person } from "../../../words/numbers.ts";
import { BOTH, carry, decide, postEphemeral, stay } from "../../conversation/moves.ts";
import { noData } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildWelcomeCard } from "./welcome-card.ts";

export const welcome: Step<"welcome"> = {
  name: "welcome",
  waitsFor: "customer",
  works: null,
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: noData,
  card: buildWelcomeCard,
  actions: {
    "welcome.claim": {
      who: ["observer", "customer", "account-manager"],
      run: (context) => {
        const { state, event, words } = context;
        if (event.role === "account-manager")
          return stay(state, postEphemeral(words.refusal.managerCantClaim));
        if (state.customer) return stay(state, postEphemeral(words.refusal.claimed(person(state.customer))));
        return {
          state: { ...state, customer: event.actor },
          commands: [],
          effects: [
            { kind: "audit", event: "customer-named", detail: { ...event.actor } },
            { kind: "redraw" },
          ],
        };
      },
    },
    "welcome.go": {
      who: BOTH,
      run: (context) => {
        if (!context.state.customer)
          return stay(context.state, postEphemeral(context.words.refusal.noCustomer));
        const step = context.facts.connected ? "terms" : "connect";
        return decide(context, "went", { ...carry(context.state), step });
      },
    },
  },
};
