// Whether staging is another workspace than production: else a sample would be written to customers' inbox.
import { type Check, ofStaging } from "../check.ts";

export const stagingApart: Check = {
  name: "staging-apart",
  system: ofStaging,
  async run({ staging, production }) {
    if (!staging) return undefined;
    const [test, real] = await Promise.all([
      staging.destination.identify(),
      production.destination.identify(),
    ]);
    return test.id === real.id
      ? { result: "failed", code: "staging_same", args: { name: real.name } }
      : { result: "passed", code: "staging_apart" };
  },
};
