// Whether clocks agree: what is dated in the future is refused, and what is fresh is told by its time.
import { type Check, type Finding, ofIntercom, ofSource } from "../check.ts";

const WARN_SECONDS = 30;
/** Records of ours are told from older ones by two minutes (see `isFresh`). */
const FAIL_SECONDS = 120;

/** A server says its time to the second, and its answer was some time on the way. */
function judge(look: { readonly serverTime?: Date; readonly askedAt: Date }): Finding | undefined {
  if (look.serverTime === undefined) return undefined;
  const seconds = Math.round((look.serverTime.getTime() - look.askedAt.getTime()) / 1000);
  const off = Math.abs(seconds);
  if (off < WARN_SECONDS) return { result: "passed", code: "clock_right", args: { seconds } };
  return { result: off < FAIL_SECONDS ? "warning" : "failed", code: "clock_off", args: { seconds } };
}

export const sourceClock: Check = {
  name: "source-clock",
  system: ofSource,
  async run({ source }) {
    const look = await source.look?.();
    return look && judge(look);
  },
};

export const intercomClock: Check = {
  name: "clock",
  system: ofIntercom,
  run: async ({ production }) => judge(await production.destination.look()),
};
