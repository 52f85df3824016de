// The pace follows the answers: faster while all is well, slower at a refusal, and everybody waits on a 429.
import { describe, expect, it } from "vitest";
import {
  createPacing,
  type Pacing,
  type PacingOptions,
} from "../../../../../src/engine/source/connectwise/client/pacing.ts";
import { readRetryAfter } from "../../../../../src/engine/source/connectwise/client/retry-after.ts";

/** A clock that moves only when somebody sleeps. */
function aClock() {
  let ms = 0;
  const options: PacingOptions = {
    now: () => ms,
    sleep: async (wait) => {
      ms += wait;
    },
  };
  const pass = (wait: number) => {
    ms += wait;
  };
  return { options, now: () => ms, pass };
}

describe("the pacing", () => {
  it("lets requests go no faster than its rate", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 10, startConcurrency: 1 });
    const left: number[] = [];
    for (let at = 0; at < 5; at += 1) await pacing.run(async () => left.push(clock.now()));
    expect(left).toEqual([0, 100, 200, 300, 400]);
  });

  it("grows by half, each second, while all answers are good, up to its limit", () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 100, maxPerSecond: 160 });
    clock.pass(1000);
    pacing.answered(10);
    expect(pacing.figures.perSecond).toBeCloseTo(150);
    clock.pass(1000);
    pacing.answered(10);
    expect(pacing.figures.perSecond).toBe(160);
  });

  it("falls at a 429 once for a whole burst of them, and makes everybody wait as long as asked", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 100, startConcurrency: 1 });
    await pacing.run(async () => pacing.throttled(30_000));
    pacing.throttled(20_000);
    expect(pacing.figures).toMatchObject({ perSecond: 60, throttled: 2 });
    await pacing.run(async () => undefined);
    expect(clock.now()).toBeGreaterThanOrEqual(30_000);
  });

  it("finds a quota by the minute from one 429", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 50, startConcurrency: 1 });
    for (let at = 0; at < 1000; at += 1) await pacing.run(async () => undefined);
    // 20 of 60 seconds have passed.
    pacing.throttled(60_000 - clock.now());
    expect(pacing.figures.perSecond).toBeCloseTo((1000 / 60) * 0.98, 1);
  });

  it("climbs carefully near the rate that was refused", () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 10 });
    pacing.throttled(0);
    for (let second = 0; second < 60; second += 1) {
      clock.pass(1000);
      pacing.answered(10);
    }
    expect(pacing.figures.perSecond).toBeGreaterThan(9);
    expect(pacing.figures.perSecond).toBeLessThan(13);
  });

  it("asks fewer at a time when the server is in trouble, and never none", () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startConcurrency: 10 });
    pacing.troubled();
    expect(pacing.figures.concurrency).toBe(6);
    for (let at = 0; at < 20; at += 1) {
      clock.pass(2000);
      pacing.troubled();
    }
    expect(pacing.figures.concurrency).toBe(1);
  });

  /** A server that takes so long for each, whoever else is asking; so many requests, all waiting at once. */
  async function ask(clock: ReturnType<typeof aClock>, pacing: Pacing, tookMs: number, requests: number) {
    const due: { readonly at: number; readonly answer: () => void }[] = [];
    const begin = () =>
      new Promise<void>((resolve) => due.push({ at: clock.now() + tookMs, answer: resolve }));
    const work = Array.from({ length: requests }, () =>
      pacing.run(async () => {
        await begin();
        pacing.answered(tookMs);
      }),
    );
    let left = requests;
    const all = Promise.all(work.map((one) => one.then(() => (left -= 1))));
    while (left > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = due.shift();
      if (!next) continue;
      clock.pass(Math.max(0, next.at - clock.now()));
      next.answer();
    }
    await all;
  }

  it("asks more at a time where turns of its rate are lost for want of room, and few more than it needs", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 100, maxPerSecond: 100 });
    await ask(clock, pacing, 50, 200);
    expect(pacing.figures.concurrency).toBeGreaterThanOrEqual(5);
    expect(pacing.figures.concurrency).toBeLessThanOrEqual(12);
  });

  it("asks a quick server one after another, whoever waits: the rate needs no more", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 17, maxPerSecond: 17 });
    await ask(clock, pacing, 3, 200);
    expect(pacing.figures.concurrency).toBe(1);
  });

  it("takes a busy moment of its own for no want of room", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 17, maxPerSecond: 17 });
    for (let moment = 0; moment < 5; moment += 1) {
      await ask(clock, pacing, 3, 20);
      clock.pass(2000);
    }
    expect(pacing.figures.concurrency).toBe(1);
  });

  it("asks more of a slow server at a time, until it does what the guide names, and no more", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 100, maxPerSecond: 100 });
    // One quick answer in the beginning; lists take a second.
    pacing.answered(20);
    await ask(clock, pacing, 1000, 600);
    expect(pacing.figures.concurrency).toBeGreaterThanOrEqual(16);
    expect(pacing.figures.concurrency).toBeLessThanOrEqual(18);
  });

  it("lets what finishes something begun go before what begins something", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 10 });
    const order: string[] = [];
    const ask = (name: string, priority?: number) =>
      pacing.run(
        async () => {
          order.push(name);
        },
        undefined,
        priority,
      );
    await Promise.all([ask("list 1"), ask("list 2"), ask("list 3"), ask("file", 1), ask("repeat", 2)]);
    expect(order).toEqual(["list 1", "repeat", "file", "list 2", "list 3"]);
  });

  it("has no more under way than it may, and sends the next as soon as one has come back", async () => {
    const pacing = createPacing({
      startConcurrency: 2,
      maxConcurrency: 2,
      startPerSecond: 100_000,
      maxPerSecond: 100_000,
    });
    let [underWay, most] = [0, 0];
    const ask = () =>
      pacing.run(async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
      });
    await Promise.all(Array.from({ length: 30 }, ask));
    expect(most).toBe(2);
    expect(pacing.figures.granted).toBe(30);
  });

  it("makes up for a busy moment, and not for a long rest", async () => {
    const clock = aClock();
    const pacing = createPacing({ ...clock.options, startPerSecond: 10, startConcurrency: 1 });
    await pacing.run(async () => undefined);
    clock.pass(60_000);
    const rested = clock.now();
    for (let at = 0; at < 11; at += 1) await pacing.run(async () => undefined);
    // Five turns of half a second at once, the others each in its turn.
    expect(clock.now() - rested).toBe(500);
  });

  it("lets a waiting request go when its signal aborts", async () => {
    const pacing = createPacing({ startPerSecond: 0.5 });
    await pacing.run(async () => undefined);
    const abort = new AbortController();
    const waiting = pacing.run(async () => "left", abort.signal);
    abort.abort(new Error("stop"));
    await expect(waiting).rejects.toThrow();
  });
});

describe("Retry-After", () => {
  const now = new Date("2026-06-01T12:00:00Z");
  it.each([
    ["7", 7_000],
    ["0", 0],
    ["Mon, 01 Jun 2026 12:00:30 GMT", 30_000],
    [undefined, 5_000],
    ["soon", 5_000],
    ["999999", 900_000],
  ])("%s is %i ms", (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });
});
