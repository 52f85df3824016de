// Whether the source shows everything: a right below All shortens every list without a word.
import { type Check, ofSource } from "../check.ts";

/** Without these there is no move; the others' lists are shorter, which the survey says. */
const ESSENTIAL = new Set(["Companies", "Contacts", "Service tickets", "Time entries", "Members"]);

export const rights: Check = {
  name: "source-rights",
  system: ofSource,
  async run({ source }) {
    const { modules } = await source.fetchRights();
    if (modules.length === 0) return undefined;
    if (modules.every(({ level }) => level === "unknown"))
      return { result: "warning", code: "rights_untold" };
    const short = modules.filter(({ enough }) => !enough);
    if (short.length === 0) return { result: "passed", code: "rights_enough" };
    return {
      result: short.some(({ module }) => ESSENTIAL.has(module)) ? "failed" : "warning",
      code: "rights_short",
      args: { modules: short.map(({ module, level }) => ({ module, level })) },
    };
  },
};
