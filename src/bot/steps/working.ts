// What all steps share whose work is under way: nobody is waited for, and the card is its progress or why it stands still.
import { buildHaltCard } from "../cards/halt-card.ts";
import { buildProgressCard } from "../cards/progress-card.ts";
import type { Step, Work, WorkStep } from "./step.ts";

export function working<S extends WorkStep>(
  name: S,
  works: Work<NoInfer<S>>,
): Pick<Step<S>, "name" | "waitsFor" | "works" | "card"> {
  return {
    name,
    waitsFor: "cutover",
    // For any one step of those the two are the same type; of all of them at once the compiler can't tell.
    works: works as Step<S>["works"],
    card: (state, data, words) =>
      state.halt
        ? buildHaltCard(state, state.halt, works, data, words)
        : buildProgressCard(state, works, data, words),
  };
}
