// How many texts hold what looks like a tag (an address in angle brackets): some workspaces lose it from plain text.
import { type Check, ofSource } from "../check.ts";
import { someBundles } from "../some-bundles.ts";

const TAG_LIKE = /<[a-z/!][^<>\n]{0,200}>/i;

export const texts: Check = {
  name: "texts",
  system: ofSource,
  async run(context) {
    let looked = 0;
    let found = 0;
    for await (const { notes } of someBundles(context)) {
      for (const { text } of notes) {
        looked += 1;
        if (TAG_LIKE.test(text)) found += 1;
      }
    }
    if (looked === 0) return undefined;
    if (found === 0) return { result: "passed", code: "texts_plain", args: { looked } };
    const profile = await context.profiles.load(context.production.workspace.id);
    const fates = profile && [profile.texts.opening, profile.texts.contact];
    const kept = fates?.every((fate) => fate === "kept");
    const args = { texts: found, looked, ...(kept === undefined ? {} : { kept }) };
    return { result: kept === false ? "warning" : "passed", code: "texts_with_tags", args };
  },
};
