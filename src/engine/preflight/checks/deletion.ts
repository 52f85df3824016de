// What a rollback may delete, as the canary found; before it asked there is nothing to say, and nothing is tried here.
import { type Check, ofIntercom } from "../check.ts";

export const deletion: Check = {
  name: "deletion",
  system: ofIntercom,
  async run({ profiles, production }) {
    const profile = await profiles.load(production.workspace.id);
    if (!profile) return undefined;
    return profile.metricsRemain
      ? { result: "warning", code: "numbers_remain" }
      : { result: "passed", code: "may_delete" };
  },
};
