// The governor's clock in real life.
import type { GovernorClock } from "./make-governor.ts";

export const systemClock: GovernorClock = {
  now: () => Date.now(),
  setTimeout: (work, ms) => setTimeout(work, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
