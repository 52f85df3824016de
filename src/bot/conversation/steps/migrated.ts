// Everything is there; catch up as often as needed, then verify.
import { bound, proceed, type Step } from "../step.ts";
import { settled } from "./rollback.ts";

export const migrated: Step<"migrated"> = {
  ...settled,
  tasks: {
    ...settled.tasks,
    verify: (context) => proceed(context, { ...bound(context.state), step: "certified" }),
  },
};
