// The keys come over a one-time page, or a form where there is no page.

import { moment, person } from "../../../words/numbers.ts";
import { BOTH, carry, stay } from "../../conversation/moves.ts";
import { noData } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildConnectCard } from "./connect-card.ts";

export const connect: Step<"connect"> = {
  name: "connect",
  waitsFor: "customer",
  works: null,
  mapEditable: false,
  shows: "exceptions",
  facts: [],
  data: noData,
  card: buildConnectCard,
  actions: {
    "connect.link": { who: BOTH, run: ({ state }) => stay(state, { kind: "link" }) },
    "connect.form": { who: BOTH, run: ({ state }) => stay(state, { kind: "modal", modal: "connect" }) },
  },
  connected: ({ state, facts, channel }, by) => ({
    state: { ...carry(state), step: "terms" },
    commands: [],
    effects: [{ kind: "settle", line: channel.connect.done(person(by), moment(facts.at)) }, { kind: "card" }],
  }),
};
