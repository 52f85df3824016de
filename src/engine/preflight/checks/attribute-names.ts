// Whether Intercom takes the names: contacts' and companies' attributes have letters, digits, currency symbols, hyphens.
import { attributesOfMap } from "../../field-map/attributes.ts";
import { type Check, ofIntercom } from "../check.ts";

/** Spaces and underscores occur in the description's examples [E]. */
const TAKEN = /^[\p{L}\p{N}\p{Sc} _-]+$/u;

export const attributeNames: Check = {
  name: "attribute-names",
  system: ofIntercom,
  async run({ production, map }) {
    if (!map) return undefined;
    const existing = await production.destination.fetchAttributes();
    const names = attributesOfMap(map).flatMap(({ model, name }) => {
      const there = existing.some((one) => one.model === model && one.name === name);
      return model === "conversation" || there || TAKEN.test(name) ? [] : [`${model}: ${name}`];
    });
    return names.length === 0
      ? { result: "passed", code: "names_fit" }
      : { result: "failed", code: "names_refused", args: { names: names.slice(0, 20) } };
  },
};
