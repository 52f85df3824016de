// The map: doubtful rows are asked about, any row may be changed, the customer accepts it.

import {
  BOTH,
  CUSTOMER,
  carry,
  decide,
  postEphemeral,
  proceed,
  type StepContext,
  stay,
} from "../../conversation/moves.ts";
import { orNone, present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildMapCard } from "./map-card.ts";

/** The plan that a finished planning made, if it is of the map as it is now. */
function showPlan(context: StepContext<"map-review">) {
  const { plan, map } = context.facts;
  if (!plan || plan.mapHash !== map?.hash) return stay(context.state);
  return proceed(context, { ...carry(context.state), step: "plan-review", planHash: plan.hash });
}

export const mapReview: Step<"map-review"> = {
  name: "map-review",
  waitsFor: "customer",
  works: null,
  mapEditable: true,
  shows: "survey",
  facts: ["map"],
  data: async (engine, id) => {
    const [map, survey, notes, admins, teams] = await Promise.all([
      engine.fieldMap(id),
      engine.survey(id),
      engine.proposalNotes(id),
      orNone(engine.admins(id)),
      orNone(engine.teams(id)),
    ]);
    return present({ map, survey, notes, admins, teams });
  },
  card: buildMapCard,
  hash: ({ facts }) => facts.map?.hash,
  actions: {
    "map.change": {
      who: BOTH,
      withoutHash: true,
      run: ({ state, event, words }) => {
        if (!event.changes) return stay(state, postEphemeral(words.refusal.changedSince), { kind: "redraw" });
        return {
          state,
          commands: event.changes.map((change) => ({ kind: "change-map", change }) as const),
          effects: [{ kind: "redraw" }],
        };
      },
    },
    "map.choose": {
      who: BOTH,
      withoutHash: true,
      run: ({ state, event }) =>
        stay(state, { kind: "modal", modal: "choose", argument: event.argument ?? "" }),
    },
    "map.page": {
      who: BOTH,
      run: ({ state, event, facts }) => {
        const wanted = Number(event.argument);
        const last = Math.max(0, (facts.map?.pages ?? 1) - 1);
        const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 0), last) : state.page;
        return { state: { ...state, page }, commands: [], effects: [{ kind: "redraw" }] };
      },
    },
    "map.accept": {
      who: CUSTOMER,
      run: (context) => {
        const { facts, state, words } = context;
        if (!facts.map) return stay(state, postEphemeral(words.refusal.changedSince));
        return decide(context, "accepted", { ...carry(state), step: "planning" }, [
          { kind: "accept-map" },
          { kind: "start", task: "plan" },
        ]);
      },
    },
  },
  tasks: { plan: showPlan },
};
