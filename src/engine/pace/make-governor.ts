// The governor of one process: takes permits in blocks from the shared budget and hands them out in order.
import type { BudgetAnswer, BudgetRules } from "./budget.ts";
import type { BudgetStore } from "./budget-store.ts";
import { FairQueue } from "./fair-queue.ts";
import { FairShares } from "./fair-shares.ts";
import type { Governor } from "./governor.ts";
import { limitedUntil, mergeNews, type News, newsOf } from "./news.ts";

export interface GovernorClock {
  /** Unix milliseconds. */
  now(): number;
  setTimeout(work: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

export interface GovernorOptions {
  readonly store: BudgetStore;
  readonly clock: GovernorClock;
  /** 0 to 1, for the jitter after a 429. */
  readonly random: () => number;
  /** Default 0.1. */
  readonly reserveShare?: number;
  /** Default 10,000. */
  readonly windowMs?: number;
  /** Default 1,666. */
  readonly limitPerWindow?: number;
  /** Permits a visit to the budget; default 10. */
  readonly block?: number;
  /** Default 30. */
  readonly margin?: number;
  /** Default 50. */
  readonly edgeMs?: number;
  /** A budget that can't be reached: requests wait and the visit is repeated. */
  readonly onError?: (error: unknown) => void;
}

interface Waiter {
  readonly resolve: () => void;
  readonly stop: () => void;
}

/** How often a waiting process looks whether other processes' answers have freed something. */
const LOOK_MS = 100;
const JITTER_MS = 500;
/** Longer than an answer takes, as a rule. */
const PATIENCE_MS = 1_000;

/** Everything of this process on one credential. */
export interface SharedGovernor extends Governor {
  /** A run's part of it: shares that wait get permits in turn, however many requests each has waiting. */
  share(): Governor;
}

export function makeGovernor(options: GovernorOptions): SharedGovernor {
  const { store, clock, random, block: blockSize = 10, windowMs = 10_000 } = options;
  const rules: BudgetRules = {
    windowMs,
    limitPerWindow: options.limitPerWindow ?? 1_666,
    reserveShare: options.reserveShare ?? 0.1,
    margin: options.margin ?? 30,
    probe: 2 * blockSize,
    edgeMs: options.edgeMs ?? 50,
    patienceMs: PATIENCE_MS,
  };
  const figures = { granted: 0, limited: 0 };
  const waiters = new FairQueue<Waiter>();
  const shares = new FairShares(windowMs);
  const ownShare = {};
  let block = { left: 0, end: 0 };
  let news: News = { answered: 0, blind: false };
  let holdUntil = 0;
  let visiting: Promise<void> | undefined;
  let waitingFor: BudgetAnswer["waiting"] | undefined;
  let goesOnAt = 0;
  let timer: unknown;
  let idleTimer: unknown;
  let closed = false;

  function arm(at: number): void {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = clock.setTimeout(
      () => {
        timer = undefined;
        pump();
      },
      Math.max(1, at - clock.now()),
    );
  }

  function pump(): void {
    while (waiters.size > 0 && !closed) {
      const now = clock.now();
      if (now < holdUntil) {
        goesOnAt = holdUntil;
        arm(holdUntil);
        return;
      }
      if (block.left === 0 || now >= block.end) {
        void visit(blockSize);
        return;
      }
      const share = waiters.next((one) => shares.may(one, now));
      if (share === undefined) {
        goesOnAt = shares.freeAt;
        arm(shares.freeAt);
        return;
      }
      block.left -= 1;
      figures.granted += 1;
      goesOnAt = 0;
      const waiter = waiters.take(share);
      shares.take(share);
      shares.waits(share, waiters.has(share));
      waiter?.stop();
      waiter?.resolve();
    }
  }

  /** One visit at a time; news that comes meanwhile goes with the next. */
  function visit(want: number): Promise<void> {
    visiting ??= (async () => {
      const told = news;
      const { left: unused, end: unusedEnd } = block;
      news = { answered: 0, blind: false };
      block = { left: 0, end: 0 };
      try {
        const now = clock.now();
        const answer = await store.spend({ ...told, now, want, unused, unusedEnd }, rules);
        receive(answer, want);
      } catch (error) {
        news = mergeNews(told, news);
        block = { left: 0, end: 0 };
        options.onError?.(error);
        arm(clock.now() + 1_000);
      }
    })().finally(() => {
      visiting = undefined;
      // Somebody may have asked while an idle process was only telling: nothing else would wake them.
      if (block.left > 0 || (waiters.size > 0 && timer === undefined)) pump();
    });
    return visiting;
  }

  function receive(answer: BudgetAnswer, want: number): void {
    const now = clock.now();
    block = { left: answer.granted, end: answer.end };
    shares.enter(answer.end);
    if (answer.holdUntil > holdUntil) holdUntil = answer.holdUntil + random() * JITTER_MS;
    if (want === 0) return;
    waitingFor = answer.granted > 0 ? undefined : answer.waiting;
    if (answer.granted > 0) return;
    const windowTurns = answer.waiting === "window" || now >= answer.end;
    if (windowTurns) shares.held();
    goesOnAt = windowTurns ? answer.nextAt : 0;
    arm(windowTurns ? answer.nextAt : Math.min(answer.nextAt, now + LOOK_MS));
  }

  /** An idle process has no reason to visit, and others wait for its answers and its unused permits. */
  function tellWhenIdle(): void {
    idleTimer ??= clock.setTimeout(() => {
      idleTimer = undefined;
      if (waiters.size === 0 && news.answered > 0 && !closed) void visit(0);
    }, LOOK_MS);
  }

  function acquire(share: object, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abort = () => {
        waiters.remove(share, waiter);
        shares.waits(share, waiters.has(share));
        reject(signal?.reason);
      };
      const waiter: Waiter = { resolve, stop: () => signal?.removeEventListener("abort", abort) };
      signal?.addEventListener("abort", abort, { once: true });
      waiters.add(share, waiter);
      shares.waits(share, true);
      // A timer may be armed for others of this process that give way.
      if ((timer === undefined || block.left > 0) && visiting === undefined) pump();
    });
  }

  const governor: Governor = {
    acquire: (signal) => acquire(ownShare, signal),
    report({ headers, limited, retryAfterMs }) {
      const now = clock.now();
      news = mergeNews(news, newsOf(headers));
      if (limited) {
        figures.limited += 1;
        const until = limitedUntil(headers, retryAfterMs, now, windowMs);
        news = { ...news, holdUntil: Math.max(news.holdUntil ?? 0, until) };
        holdUntil = Math.max(holdUntil, until + random() * JITTER_MS);
        // Everybody must hear of it, also when nobody here asks for more.
        const visited = visiting ?? Promise.resolve();
        void visited.then(() => visit(0)).then(() => (waiters.size > 0 ? arm(holdUntil) : undefined));
      } else if (waiters.size > 0 && waitingFor === "answers" && visiting === undefined && now >= holdUntil) {
        pump();
      } else if (waiters.size === 0) tellWhenIdle();
    },
    holdingMs() {
      return waiters.size === 0 ? 0 : Math.max(0, Math.ceil(goesOnAt - clock.now()));
    },
    figures,
    async close() {
      closed = true;
      if (timer !== undefined) clock.clearTimeout(timer);
      if (idleTimer !== undefined) clock.clearTimeout(idleTimer);
      await visiting;
    },
  };
  return {
    ...governor,
    share() {
      const share = {};
      return {
        ...governor,
        acquire: (signal) => acquire(share, signal),
        close: async () => shares.leave(share),
      };
    },
  };
}
