// A simulated clock and a destination that counts requests in aligned windows, for tests of the governor.
import type { Governor } from "../../../src/engine/pace/governor.ts";
import type { GovernorClock } from "../../../src/engine/pace/make-governor.ts";

export interface SimulatedClock extends GovernorClock {
  /** Runs everything that is due until then; time jumps from event to event. */
  runUntil(moment: number): Promise<void>;
}

export function makeClock(start: number): SimulatedClock {
  let now = start;
  let number = 0;
  let events: { readonly at: number; readonly id: number; readonly work: () => void }[] = [];
  return {
    now: () => now,
    setTimeout(work, ms) {
      number += 1;
      events.push({ at: now + Math.max(0, ms), id: number, work });
      return number;
    },
    clearTimeout(id) {
      events = events.filter((event) => event.id !== id);
    },
    async runUntil(moment) {
      for (;;) {
        await settle();
        const [next] = events.toSorted((one, two) => one.at - two.at || one.id - two.id);
        if (next === undefined || next.at > moment) break;
        events = events.filter((event) => event !== next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = moment;
    },
  };
}

/** All promise reactions run before an immediate does. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export interface SimulatedServer {
  /** Counts a request now, and says what the headers say. */
  take(): {
    readonly limited: boolean;
    readonly limit: number;
    readonly remaining: number;
    readonly reset: number;
  };
  /** Requests that were let through, by the second their window ends. */
  readonly served: Map<number, number>;
  readonly limited: () => number;
}

/** Windows are aligned to its own clock, which may be off from everybody else's by `skewMs`. */
export function makeServer(
  clock: SimulatedClock,
  limit: number,
  windowMs = 10_000,
  skewMs = 0,
): SimulatedServer {
  const served = new Map<number, number>();
  let limited = 0;
  return {
    take() {
      const reset = ((Math.floor((clock.now() + skewMs) / windowMs) + 1) * windowMs) / 1_000;
      const used = served.get(reset) ?? 0;
      if (used >= limit) {
        limited += 1;
        return { limited: true, limit, remaining: 0, reset };
      }
      served.set(reset, used + 1);
      return { limited: false, limit, remaining: limit - used - 1, reset };
    },
    served,
    limited: () => limited,
  };
}

/** Keeps `concurrency` requests under way; half of the latency passes before the server counts, half after. */
export function keepBusy(
  governor: Governor,
  clock: SimulatedClock,
  server: SimulatedServer,
  options: { readonly concurrency: number; readonly latencyMs: () => number; readonly headers?: boolean },
): void {
  const wait = (ms: number) => new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));
  const work = async () => {
    for (;;) {
      await governor.acquire();
      const half = options.latencyMs() / 2;
      await wait(half);
      const { limited, ...headers } = server.take();
      await wait(half);
      governor.report({ headers: options.headers === false ? {} : headers, limited });
    }
  };
  for (let n = 0; n < options.concurrency; n++) void work();
}
