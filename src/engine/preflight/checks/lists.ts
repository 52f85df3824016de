// Whether lists are as long as the source counts them: a customized role leaves records out in silence.
import type { Source } from "../../source/port.ts";
import { type Check, ofSource } from "../check.ts";

/** Tickets are counted when they are extracted. */
const LISTS = ["board", "member", "company", "contact"] as const;
type ListType = (typeof LISTS)[number];
/** Of a thousand records; a longer list says its length when it is extracted. */
const MOST_PAGES = 5;

export const lists: Check = {
  name: "source-lists",
  system: ofSource,
  async run({ source, signal }) {
    const short = [];
    for (const type of LISTS) {
      const counted = await source.count(type);
      const listed = await measure(source, type, signal);
      if (listed !== undefined && listed < counted) short.push({ type, counted, listed });
    }
    if (short.length === 0) return { result: "passed", code: "lists_whole", args: { lists: LISTS.length } };
    return { result: "failed", code: "lists_short", args: { lists: short } };
  },
};

/** How many records a list has; undefined when that takes too many requests. */
async function measure(
  source: Source,
  type: ListType,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  let listed = 0;
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await source.fetchPage(type, {
      ...(after === undefined ? {} : { after }),
      ...(signal ? { signal } : {}),
    });
    const found = page.records.length + page.rejects.length;
    listed += found;
    after = page.next;
    if (after === undefined || found === 0) return listed;
  }
  return undefined;
}
