// How much of Intercom's quota the customer's other apps leave: it is shared by all of a workspace.
import { type Check, ofIntercom } from "../check.ts";

const BUSY = 0.5;
/** So little that a run would crawl and the other apps with it. */
const EXHAUSTED = 0.05;

export const quota: Check = {
  name: "quota",
  system: ofIntercom,
  async run({ production }) {
    const look = await production.destination.look();
    if (!look.quota) return { result: "warning", code: "quota_untold" };
    const share = Math.max(0, look.quota.remaining / look.quota.limit);
    if (share >= BUSY) return { result: "passed", code: "quota_free", args: { share } };
    return { result: share < EXHAUSTED ? "failed" : "warning", code: "quota_busy", args: { share } };
  },
};
