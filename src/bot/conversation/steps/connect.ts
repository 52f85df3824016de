// The keys come over a one-time page, or a form where there is no page.
import { BOTH, type Step, stay } from "../step.ts";

export const connect: Step<"connect"> = {
  actions: {
    "connect.link": { who: BOTH, run: ({ state }) => stay(state, { kind: "link" }) },
    "connect.form": { who: BOTH, run: ({ state }) => stay(state, { kind: "modal", modal: "connect" }) },
  },
};
