// Which version of the source answers, for whoever looks into trouble later.
import { type Check, ofSource } from "../check.ts";

export const sourceVersion: Check = {
  name: "source-version",
  system: ofSource,
  async run({ source }) {
    const { version } = await source.identify();
    return version === undefined
      ? undefined
      : { result: "passed", code: "source_version", args: { version: version.slice(0, 40) } };
  },
};
