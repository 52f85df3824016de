// Whether the map's attributes find a place: 250 a workspace, and no other type under the same name.
import { CutoverError } from "../../errors.ts";
import { attributesOfMap } from "../../field-map/attributes.ts";
import { assembleProvisionSteps } from "../../stages/provision/attributes.ts";
import { type Check, ofIntercom } from "../check.ts";

/** Custom attributes a workspace [D]. */
const LIMIT = 250;
/** Below that little is left for what the customer adds themselves. */
const TIGHT = 240;

export const attributeRoom: Check = {
  name: "attribute-room",
  system: ofIntercom,
  async run({ production, map }) {
    const existing = await production.destination.fetchAttributes();
    const used = existing.filter(({ archived, custom }) => !archived && custom).length;
    try {
      const { created } = assembleProvisionSteps(map ? attributesOfMap(map) : [], existing);
      const args = { total: used + created.length, limit: LIMIT };
      if (args.total > TIGHT) return { result: "warning", code: "attributes_tight", args };
      return { result: "passed", code: "attributes_fit", args };
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      // Twins have a check of their own, which names all of them.
      if (error.code === "attribute_twins") return undefined;
      return { result: "failed", code: "attributes_refused", args: { error: error.saying } };
    }
  },
};
