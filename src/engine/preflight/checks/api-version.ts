// Whether Intercom answers in the version that was asked for.
import { type Check, ofIntercom } from "../check.ts";

export const apiVersion: Check = {
  name: "api-version",
  system: ofIntercom,
  async run({ production }) {
    const { version, wanted } = await production.destination.look();
    if (version === undefined) return undefined;
    return version === wanted
      ? { result: "passed", code: "api_version", args: { version } }
      : { result: "warning", code: "api_version_other", args: { version: version.slice(0, 40), wanted } };
  },
};
