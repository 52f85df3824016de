// The governor: uses what it may, meets no 429, leaves the rest to others, and shares one budget.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RetryError } from "../../../src/engine/errors.ts";
import { type BudgetStore, makeMemoryBudget } from "../../../src/engine/pace/budget-store.ts";
import { type GovernorOptions, makeGovernor } from "../../../src/engine/pace/make-governor.ts";
import { prose } from "../../support/in-words.ts";
import { keepBusy, makeClock, makeServer } from "./simulation.ts";

const start = 1_800_000_003_210;
const LIMIT = 1_666;
const ALLOWED = Math.floor(LIMIT * 0.9);

function setUp(options: Partial<GovernorOptions> & { readonly skewMs?: number } = {}) {
  const clock = makeClock(start);
  const server = makeServer(clock, LIMIT, 10_000, options.skewMs);
  let seed = 42;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const store = options.store ?? makeMemoryBudget();
  const make = () => makeGovernor({ store, clock, random, ...options });
  return { clock, server, random, make, store };
}

/** Windows that lie wholly within the run. */
function whole(served: ReadonlyMap<number, number>): readonly number[] {
  return [...served.values()].slice(1, -1);
}

describe("a governor alone on its credential", () => {
  it("uses at least 95 % of what is allowed, never more, and meets no 429", async () => {
    const { clock, server, random, make } = setUp();
    keepBusy(make(), clock, server, { concurrency: 60, latencyMs: () => 60 + random() * 120 });
    await clock.runUntil(start + 60_000);
    expect(server.limited()).toBe(0);
    for (const used of whole(server.served)) {
      expect(used).toBeGreaterThanOrEqual(ALLOWED * 0.95);
      expect(used).toBeLessThanOrEqual(ALLOWED + 60);
    }
    expect(whole(server.served).length).toBeGreaterThanOrEqual(4);
  });

  it("uses nearly the whole limit when nothing is reserved, and still meets no 429", async () => {
    const { clock, server, random, make } = setUp({ reserveShare: 0 });
    keepBusy(make(), clock, server, { concurrency: 60, latencyMs: () => 60 + random() * 120 });
    await clock.runUntil(start + 60_000);
    expect(server.limited()).toBe(0);
    for (const used of whole(server.served)) expect(used).toBeGreaterThanOrEqual(LIMIT * 0.95);
  });

  it("meets no 429 when it starts in a window that is nearly used up", async () => {
    const { clock, server, random, make } = setUp();
    for (let n = 0; n < LIMIT - 25; n++) server.take();
    keepBusy(make(), clock, server, { concurrency: 60, latencyMs: () => 100 + random() * 50 });
    await clock.runUntil(start + 30_000);
    expect(server.limited()).toBe(0);
    expect([...server.served.values()][1]).toBeGreaterThanOrEqual(ALLOWED * 0.95);
  });

  it.each([-3_000, -400, 400, 3_000])("meets no 429 with a clock that is off by %i ms", async (skewMs) => {
    const { clock, server, random, make } = setUp({ skewMs });
    keepBusy(make(), clock, server, { concurrency: 60, latencyMs: () => 60 + random() * 120 });
    await clock.runUntil(start + 80_000);
    expect(server.limited()).toBe(0);
    for (const used of whole(server.served)) expect(used).toBeGreaterThanOrEqual(ALLOWED * 0.9);
  });

  it("counts by itself when answers carry no rate headers", async () => {
    const { clock, server, random, make } = setUp();
    const latencyMs = () => 60 + random() * 120;
    keepBusy(make(), clock, server, { concurrency: 60, latencyMs, headers: false });
    await clock.runUntil(start + 60_000);
    expect(server.limited()).toBe(0);
    for (const used of whole(server.served)) expect(used).toBeGreaterThanOrEqual(ALLOWED * 0.95);
  });

  it("keeps to a smaller limit that the headers tell", async () => {
    const { clock, random, make } = setUp();
    const small = makeServer(clock, 200);
    keepBusy(make(), clock, small, { concurrency: 20, latencyMs: () => 50 + random() * 50 });
    await clock.runUntil(start + 50_000);
    expect(small.limited()).toBe(0);
    for (const used of whole(small.served)) {
      expect(used).toBeGreaterThanOrEqual(180 * 0.9);
      expect(used).toBeLessThanOrEqual(200);
    }
  });
});

describe("a credential that others use too", () => {
  it("leaves the reserve to them without asking", async () => {
    const { clock, server, random, make } = setUp();
    keepBusy(make(), clock, server, { concurrency: 60, latencyMs: () => 60 + random() * 120 });
    let refused = 0;
    const other = () => {
      if (server.take().limited) refused += 1;
      clock.setTimeout(other, 100);
    };
    other();
    await clock.runUntil(start + 60_000);
    expect(server.limited()).toBe(0);
    expect(refused).toBe(0);
  });

  it("gives way when they use more than the reserve", async () => {
    const { clock, server, random, make } = setUp();
    const governor = make();
    keepBusy(governor, clock, server, { concurrency: 60, latencyMs: () => 60 + random() * 120 });
    const other = () => {
      server.take();
      clock.setTimeout(other, 20);
    };
    other();
    await clock.runUntil(start + 60_000);
    expect(governor.figures.limited).toBe(0);
  });
});

describe("several processes on one budget", () => {
  it("share it to 95 % without a 429", async () => {
    const { clock, server, random, make } = setUp();
    const governors = [make(), make(), make()];
    for (const governor of governors) {
      keepBusy(governor, clock, server, { concurrency: 25, latencyMs: () => 60 + random() * 120 });
    }
    await clock.runUntil(start + 60_000);
    expect(server.limited()).toBe(0);
    for (const used of whole(server.served)) expect(used).toBeGreaterThanOrEqual(ALLOWED * 0.95);
    for (const governor of governors) expect(governor.figures.granted).toBeGreaterThan(1_000);
  });

  it.each([1, 3])(
    "use 97 % of the quota and what others leave of it, %i on a slow database",
    async (many) => {
      const memory = makeMemoryBudget();
      const { clock, server, random, make } = setUp({
        reserveShare: 0,
        store: {
          async spend(request, rules) {
            await new Promise<void>((resolve) => void clock.setTimeout(resolve, 8));
            return memory.spend({ ...request, now: clock.now() }, rules);
          },
        },
      });
      const governors = Array.from({ length: many }, make);
      for (const governor of governors)
        keepBusy(governor, clock, server, { concurrency: 64, latencyMs: () => 150 });
      await clock.runUntil(start + 40_000);
      expect(server.limited()).toBe(0);
      for (const used of whole(server.served)) expect(used).toBeGreaterThanOrEqual(LIMIT * 0.97);

      // Another app takes about a third, in bursts: what it gets counts as served, too.
      const other = () => {
        for (let n = random() * 10; n > 0; n -= 1) server.take();
        clock.setTimeout(other, 20 + random() * 160);
      };
      other();
      const known = server.served.size;
      await clock.runUntil(start + 80_000);
      const limited = governors.reduce((sum, { figures }) => sum + figures.limited, 0);
      const granted = governors.reduce((sum, { figures }) => sum + figures.granted, 0);
      expect(limited).toBeLessThanOrEqual(granted * 0.001);
      for (const used of [...server.served.values()].slice(known, -1))
        expect(used).toBeGreaterThanOrEqual(LIMIT * 0.95);
    },
  );

  it("don't wait for an idle one that took the first permits of a window", async () => {
    const { clock, server, make } = setUp();
    const [idle, busy] = [make(), make()];
    await idle.acquire();
    keepBusy(busy, clock, server, { concurrency: 25, latencyMs: () => 100 });
    const { limited, ...headers } = server.take();
    idle.report({ headers, limited });
    await clock.runUntil(start + 2_000);
    expect(busy.figures.granted).toBeGreaterThan(300);
  });

  it("all wait after a 429 that one of them met, until the reset and no shorter", async () => {
    const { clock, make } = setUp();
    const [one, two] = [make(), make()];
    const reset = Math.ceil(start / 10_000) * 10;
    one.report({ headers: { limit: LIMIT, remaining: 0, reset }, limited: true });
    await clock.runUntil(start + 100);
    const passed: number[] = [];
    for (const governor of [one, two]) void governor.acquire().then(() => passed.push(clock.now()));
    await clock.runUntil(reset * 1_000 - 1);
    expect(passed).toEqual([]);
    expect(one.holdingMs()).toBeGreaterThan(0);
    expect(two.holdingMs()).toBeGreaterThan(0);
    await clock.runUntil(reset * 1_000 + 1_000);
    expect(passed).toHaveLength(2);
    expect(one.holdingMs()).toBe(0);
    expect(one.figures).toEqual({ granted: 1, limited: 1 });
  });

  it("waits a whole window after a 429 that says nothing, or as long as Retry-After says", async () => {
    const { clock, make } = setUp();
    const governor = make();
    governor.report({ headers: {}, limited: true });
    let passed = 0;
    void governor.acquire().then(() => {
      passed = clock.now();
    });
    await clock.runUntil(start + 12_000);
    expect(passed).toBeGreaterThanOrEqual(start + 10_000);
    governor.report({ headers: {}, limited: true, retryAfterMs: 3_000 });
    const since = clock.now();
    void governor.acquire().then(() => {
      passed = clock.now();
    });
    await clock.runUntil(since + 20_000);
    expect(passed).toBeGreaterThanOrEqual(since + 3_000);
    expect(passed).toBeLessThan(since + 5_000);
  });
});

describe("a process that is killed", () => {
  /** From the moment of its death nothing comes of it: no answer is told, no permit given back. */
  function mortal(governor: ReturnType<typeof makeGovernor>) {
    let dead = false;
    const never = new Promise<void>(() => undefined);
    return {
      kill: () => {
        dead = true;
        // Closing gives nothing back; it stops the timers that died with the process.
        void governor.close();
      },
      governor: {
        ...governor,
        acquire: async (signal?: AbortSignal) => {
          if (dead) return never;
          await governor.acquire(signal);
          if (dead) await never;
        },
        report: (answer: Parameters<typeof governor.report>[0]) => {
          if (!dead) governor.report(answer);
        },
      },
    };
  }

  it.each([
    ["at the beginning of a window", 6_850],
    ["in the middle of one", 1_000],
    ["when one is used up", 5_000],
  ])("%s with its permits holds the next one up for a second, not for windows", async (_, at) => {
    const { clock, server, random, make } = setUp();
    const first = mortal(make());
    keepBusy(first.governor, clock, server, { concurrency: 90, latencyMs: () => 100 + random() * 100 });
    await clock.runUntil(start + at);
    first.kill();
    const second = make();
    keepBusy(second, clock, server, { concurrency: 60, latencyMs: () => 100 });
    // Windows turn 6.79 s after the start; one that is used up has to be waited for.
    const from = Math.max(start + at, at === 5_000 ? start + 6_790 : 0);
    await clock.runUntil(from + 2_500);
    expect(second.figures.granted).toBeGreaterThan(300);
    await clock.runUntil(from + 30_000);
    expect(server.limited()).toBe(0);
  });

  it("never makes the others exceed the quota, whenever it dies", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            lives: fc.integer({ min: 50, max: 9_000 }),
            concurrency: fc.integer({ min: 1, max: 80 }),
          }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.integer({ min: 20, max: 1_500 }),
        fc.integer({ min: 0, max: 500 }),
        async (processes, latency, taken) => {
          const { clock, server, random, make } = setUp({ reserveShare: 0 });
          for (let n = 0; n < taken; n++) server.take();
          const options = { latencyMs: () => latency * (0.5 + random()) };
          keepBusy(make(), clock, server, { ...options, concurrency: 30 });
          let now = start;
          for (const { lives, concurrency } of processes) {
            const one = mortal(make());
            keepBusy(one.governor, clock, server, { ...options, concurrency });
            now += lives;
            await clock.runUntil(now);
            one.kill();
          }
          await clock.runUntil(now + 12_000);
          expect(server.limited()).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("several runs of one process", () => {
  it("come forward alike, however many requests each has waiting, and use the budget as one", async () => {
    const { clock, server, random, make } = setUp();
    const governor = make();
    const granted = [0, 0, 0];
    const concurrency = [90, 12, 30];
    for (const [run, many] of concurrency.entries()) {
      const share = governor.share();
      const counted = {
        ...share,
        acquire: async (signal?: AbortSignal) => {
          await share.acquire(signal);
          granted[run] = (granted[run] ?? 0) + 1;
        },
      };
      keepBusy(counted, clock, server, { concurrency: many, latencyMs: () => 40 + random() * 20 });
    }
    // What each needs is learned in the first windows.
    await clock.runUntil(start + 20_000);
    const before = [...granted];
    await clock.runUntil(start + 60_000);
    const since = granted.map((count, run) => count - (before[run] ?? 0));
    expect(server.limited()).toBe(0);
    for (const used of whole(server.served)) expect(used).toBeGreaterThanOrEqual(ALLOWED * 0.95);
    const mean = since.reduce((sum, one) => sum + one, 0) / since.length;
    for (const one of since) expect(Math.abs(one - mean)).toBeLessThan(mean * 0.05);
    expect(governor.figures.granted).toBe(granted.reduce((sum, one) => sum + one, 0));
  });

  it("leave the whole budget to the one that has something to do", async () => {
    const { clock, server, make } = setUp();
    const governor = make();
    const modest = governor.share();
    keepBusy(modest, clock, server, { concurrency: 1, latencyMs: () => 400 });
    keepBusy(governor.share(), clock, server, { concurrency: 60, latencyMs: () => 100 });
    governor.share();
    await clock.runUntil(start + 60_000);
    expect(server.limited()).toBe(0);
    for (const used of whole(server.served)) expect(used).toBeGreaterThanOrEqual(ALLOWED * 0.95);
  });

  it("wait for one another only where a window was used up", async () => {
    const { clock, server, make } = setUp();
    const governor = make();
    const short = governor.share();
    await clock.runUntil(start + 1);
    keepBusy(short, clock, server, {
      concurrency: 1,
      latencyMs: () => 900,
    });
    const before = governor.figures.granted;
    keepBusy(governor.share(), clock, server, { concurrency: 20, latencyMs: () => 50 });
    await clock.runUntil(start + 2_000);
    expect(governor.figures.granted - before).toBeGreaterThan(100);
  });

  it("forget a request that its run has given up, and end with the process alone", async () => {
    const { clock, make } = setUp();
    const governor = make();
    governor.report({ headers: {}, limited: true });
    const [one, two] = [governor.share(), governor.share()];
    const controller = new AbortController();
    const given = one.acquire(controller.signal);
    const kept = two.acquire();
    controller.abort(new Error("paused"));
    await expect(given).rejects.toThrow("paused");
    await one.close();
    await clock.runUntil(start + 15_000);
    await kept;
    expect(governor.figures.granted).toBe(1);
  });
});

describe("waiting for a permit", () => {
  it("ends when its signal aborts, and costs nothing", async () => {
    const { clock, make } = setUp();
    const governor = make();
    governor.report({ headers: {}, limited: true });
    const controller = new AbortController();
    const waiting = governor.acquire(controller.signal);
    controller.abort(new Error("paused"));
    await expect(waiting).rejects.toThrow("paused");
    await expect(governor.acquire(AbortSignal.abort(new Error("over")))).rejects.toThrow("over");
    await clock.runUntil(start + 30_000);
    expect(governor.figures.granted).toBe(0);
  });

  it("outlasts a budget that can't be reached for a while", async () => {
    const memory = makeMemoryBudget();
    let failures = 2;
    const store: BudgetStore = {
      spend: async (request, rules) => {
        if (failures-- > 0)
          throw new RetryError(prose({ code: "database_away", message: "Away.", remedy: "Wait." }));
        return memory.spend(request, rules);
      },
    };
    const errors: unknown[] = [];
    const { clock, make } = setUp({ store, onError: (error) => errors.push(error) });
    let passed = false;
    void make()
      .acquire()
      .then(() => {
        passed = true;
      });
    await clock.runUntil(start + 5_000);
    expect(passed).toBe(true);
    expect(errors).toHaveLength(2);
  });

  it("lets a request through that comes while an idle process is only telling of its answers", async () => {
    const memory = makeMemoryBudget();
    let letGo: () => void = () => undefined;
    const store: BudgetStore = {
      spend: async (request, rules) => {
        if (request.want === 0) await new Promise<void>((resolve) => (letGo = resolve));
        return memory.spend(request, rules);
      },
    };
    const { clock, make } = setUp({ store });
    const governor = make();
    for (let i = 0; i < 10; i++) await governor.acquire();
    governor.report({
      headers: { limit: LIMIT, remaining: LIMIT - 10, reset: Math.ceil(start / 10_000) * 10 },
      limited: false,
    });
    await clock.runUntil(start + 500);
    let passed = false;
    void governor.acquire().then(() => {
      passed = true;
    });
    letGo();
    await clock.runUntil(start + 5_000);
    expect(passed).toBe(true);
  });
});
