// How far a load is: counts per phase, writes, pace and the time that is left.

import type { PhaseProgress, Progress, RunPhase } from "../../model/run.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import type { Clock } from "../../write/retry.ts";

const WINDOW_MS = 30_000;
const REPORT_EVERY_MS = 1000;
/** The pace varies with the quota that other apps leave. */
const SPREAD = { low: 0.85, high: 1.4 };

export class LoadProgress {
  readonly #clock: Clock;
  readonly #report: ((progress: Progress) => void) | undefined;
  readonly #holdingMs: () => number;
  readonly #phases = new Map<RunPhase, { done: number; total: number }>();
  #phase: RunPhase | undefined;
  #writes = 0;
  #exceptions = 0;
  #recordsDone = 0;
  #samples: { at: number; writes: number; records: number }[] = [];
  #waiting: Saying | undefined;
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, holdingMs: () => number, report?: (progress: Progress) => void) {
    this.#clock = clock;
    this.#holdingMs = holdingMs;
    this.#report = report;
  }

  plan(phase: RunPhase, total: number): void {
    this.#phases.set(phase, { done: 0, total });
  }

  begin(phase: RunPhase): void {
    this.#phase = phase;
    this.#tell(true);
  }

  wrote(): void {
    this.#writes += 1;
    this.#tell(false);
  }

  excepted(): void {
    this.#exceptions += 1;
  }

  passed(phase: RunPhase, records = 1): void {
    const counts = this.#phases.get(phase);
    if (counts) counts.done += records;
    this.#recordsDone += records;
    this.#tell(false);
  }

  /** A sentence on what the run waits for; undefined when it goes on. */
  waitsFor(sentence: Saying | undefined): void {
    if (sentence === this.#waiting) return;
    this.#waiting = sentence;
    this.#tell(true);
  }

  end(): void {
    this.#tell(true);
  }

  get figures() {
    return { writes: this.#writes, exceptions: this.#exceptions };
  }

  #tell(always: boolean): void {
    if (!this.#report) return;
    const at = this.#clock.now().getTime();
    if (!always && at - this.#reportedAt < REPORT_EVERY_MS) return;
    this.#reportedAt = at;
    this.#samples.push({ at, writes: this.#writes, records: this.#recordsDone });
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > WINDOW_MS) this.#samples.shift();
    this.#report(this.#build(at));
  }

  #build(at: number): Progress {
    const first = this.#samples[0];
    const seconds = first ? (at - first.at) / 1000 : 0;
    const pace = (count: number) => (seconds > 0 ? count / seconds : 0);
    const recordPace = pace(this.#recordsDone - (first?.records ?? 0));
    const phases = Object.fromEntries(
      [...this.#phases].map(([phase, counts]) => [phase, { ...counts }]),
    ) as Partial<Record<RunPhase, PhaseProgress>>;
    const left = [...this.#phases.values()].reduce(
      (sum, { done, total }) => sum + Math.max(0, total - done),
      0,
    );
    return {
      phases,
      ...(this.#phase === undefined ? {} : { phase: this.#phase }),
      writes: this.#writes,
      exceptions: this.#exceptions,
      rate: Math.round(pace(this.#writes - (first?.writes ?? 0)) * 10) / 10,
      ...(recordPace > 0
        ? {
            etaSeconds: {
              low: Math.ceil((left / recordPace) * SPREAD.low),
              high: Math.ceil((left / recordPace) * SPREAD.high),
            },
          }
        : {}),
      ...this.#buildWaiting(),
    };
  }

  #buildWaiting(): Pick<Progress, "waiting"> {
    const holding = this.#holdingMs();
    if (holding > 0)
      return { waiting: { code: "waits_for_quota", args: { seconds: Math.ceil(holding / 1000) } } };
    return this.#waiting === undefined ? {} : { waiting: this.#waiting };
  }
}
