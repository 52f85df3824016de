// People create the teams; the bot checks that they exist.
import { BOTH, backToMap, bound, decide, postEphemeral, proceed, type Step, stay } from "../step.ts";

export const teams: Step<"teams"> = {
  hash: ({ state }) => state.planHash,
  actions: {
    "teams.check": {
      who: BOTH,
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
