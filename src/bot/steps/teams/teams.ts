// People create the teams; the bot checks that they exist.

import { BOTH, backToMap, bound, decide, postEphemeral, proceed, stay } from "../../conversation/moves.ts";
import { loadMissingTeams, present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildTeamsCard } from "./teams-card.ts";

export const teams: Step<"teams"> = {
  name: "teams",
  waitsFor: "customer",
  works: null,
  mapEditable: true,
  shows: "survey",
  facts: [],
  data: async (engine, id) => present({ missingTeams: await loadMissingTeams(engine, id) }),
  card: buildTeamsCard,
  hash: ({ state }) => state.planHash,
  actions: {
    "teams.check": {
      who: BOTH,
      facts: ["missingTeams"],
      run: (context) => {
        const { state, facts, words } = context;
        if (!facts.missingTeams) return stay(state, postEphemeral(words.teams.none));
        if (facts.missingTeams.length > 0)
          return stay(state, postEphemeral(words.teams.still(facts.missingTeams.join(", "))), {
            kind: "redraw",
          });
        return decide(context, "teamsReady", { ...bound(state), step: "sampling" }, [
          { kind: "start", task: "sample", planHash: state.planHash },
        ]);
      },
    },
    "plan.back": { who: BOTH, run: backToMap },
  },
  tasks: {
    sample: (context) => proceed(context, { ...bound(context.state), step: "sample-review" }),
  },
};
