// What all phases of a load share: its tools, its queue, and how it stops.
import PQueue from "p-queue";
import { SettleError, SkipError } from "../../errors.ts";
import type { JournalRef } from "../../model/operation.ts";
import type { RunPhase } from "../../model/run.ts";
import { Breaker } from "./breaker.ts";
import { DeferredRecords } from "./deferred-records.ts";
import type { FailedRecords } from "./failed-records.ts";
import { HalfWritten } from "./half-written.ts";
import type { LoadProgress } from "./progress.ts";
import type { RecordOutcome, RecordTools } from "./record.ts";

/** Records at once until one of the phase has made it, and while refusals come: few are begun before the run stands. */
const WARY = 4;

export class LoadRun {
  readonly tools: RecordTools;
  readonly progress: LoadProgress;
  readonly exceptions: FailedRecords;
  readonly deferred = new DeferredRecords();
  readonly breaker = new Breaker();
  readonly #queue: PQueue;
  readonly #concurrency: number;
  readonly #halt = new AbortController();
  #error: unknown;

  constructor(
    tools: Omit<RecordTools, "stopped" | "onWrite">,
    progress: LoadProgress,
    exceptions: FailedRecords,
    concurrency: number,
  ) {
    const signals = tools.signal ? [tools.signal, this.#halt.signal] : [this.#halt.signal];
    const signal = AbortSignal.any(signals);
    this.tools = {
      ...tools,
      signal,
      stopped: () => signal.aborted,
      onWrite: () => progress.wrote(),
    };
    this.progress = progress;
    this.exceptions = exceptions;
    this.#concurrency = concurrency;
    this.#queue = new PQueue({ concurrency: Math.min(concurrency, WARY) });
  }

  get stopped(): boolean {
    return this.tools.stopped();
  }

  /** The first error that stopped the run. */
  get error(): unknown {
    return this.#error;
  }

  /** Whatever is under way ends its present write; nothing new is begun. */
  stop(error: unknown): void {
    this.#error ??= error;
    this.#halt.abort(error);
  }

  /** Adds work once there is room, so that pages are read no faster than they are written. */
  async add(work: () => Promise<void>): Promise<void> {
    await this.#queue.onSizeLessThan(this.#concurrency);
    if (this.stopped) return;
    void this.#queue.add(() => this.#guard(work));
  }

  begin(phase: RunPhase): void {
    this.progress.begin(phase);
    this.#pace(true);
  }

  #pace(isWary: boolean): void {
    this.#queue.concurrency = isWary ? Math.min(this.#concurrency, WARY) : this.#concurrency;
  }

  async drain(): Promise<void> {
    await this.#queue.onIdle();
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    if (this.stopped) return;
    try {
      await work();
    } catch (error) {
      // A sleep that the stop itself cut short is no further reason.
      if (!this.stopped) this.stop(error);
    }
  }

  /** Writes one record; an exception of its own is recorded and the run goes on. Undefined when it was skipped or deferred. */
  async attempt(
    phase: RunPhase,
    source: JournalRef,
    work: () => Promise<RecordOutcome>,
  ): Promise<RecordOutcome | undefined> {
    try {
      const outcome = await work();
      if (outcome.kind === "waiting") this.deferred.put(source);
      if (outcome.kind === "unfinished" || outcome.kind === "waiting") return outcome;
      this.breaker.passed(outcome.kind === "written");
      this.#pace(this.breaker.isWary);
      const conflict = "conflict" in outcome ? outcome.conflict : undefined;
      if (conflict === undefined) await this.exceptions.resolve(source);
      else {
        this.progress.excepted();
        await this.exceptions.record(source, conflict);
      }
      this.progress.passed(phase);
      return outcome;
    } catch (error) {
      if (error instanceof SettleError) {
        this.deferred.put(source);
        return undefined;
      }
      if (!(error instanceof SkipError)) throw error;
      await this.#fail(phase, source, error);
      return undefined;
    }
  }

  async #fail(phase: RunPhase, source: JournalRef, error: SkipError): Promise<void> {
    const begun = error instanceof HalfWritten ? error.conversationId : undefined;
    const isItsOwn = this.breaker.failed(error, this.exceptions.isKnown(source, error), begun);
    this.#pace(this.breaker.isWary);
    // The run stands for it: the next one takes the record up again.
    if (isItsOwn) await this.skip(phase, source, error);
    const reason = this.breaker.isTripped ? this.breaker.explain() : undefined;
    if (reason) this.stop(reason);
  }

  /** A record that did not make it: listed, and passed. */
  async skip(phase: RunPhase, source: JournalRef, error: SkipError): Promise<void> {
    this.progress.excepted();
    await this.exceptions.record(source, error);
    this.progress.passed(phase);
  }
}
