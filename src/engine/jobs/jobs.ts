// What the queues promise: every job runs at least once, also when its process is killed, and a run in one process.

/** Job data of each queue; small, and never customer text or secrets. */
export interface QueueData {
  task: {
    readonly migrationId: string;
    readonly task: string;
    readonly runId?: string;
    /** Of a rollback: also what people touched since. */
    readonly force?: boolean;
    readonly actor: { readonly team: string; readonly user: string };
  };
  /** What is due by the clock: delta windows, the end of customer data. */
  housekeeping: Readonly<Record<string, never>>;
  "conversation-event": { readonly migrationId: string; readonly event: unknown };
}
export type QueueName = keyof QueueData;

export interface SendOptions {
  /** While a job with this key is queued or runs, another one is not taken. */
  readonly singletonKey?: string;
  readonly startAfter?: Date;
  /** Tries after the first, with growing pauses; default 5. A killed process costs no try. */
  readonly retryLimit?: number;
}

export interface JobContext {
  readonly id: string;
  /** 0 for the first try. */
  readonly attempt: number;
  /** Aborts when the program stops or when the job may have been given to another process. */
  readonly signal: AbortSignal;
}

/** A throw means: try again. A handler may run twice: writes to the outside need the journal. */
export type JobHandler<Data> = (data: Data, context: JobContext) => Promise<void>;

export interface Lease {
  readonly runId: string;
  /** Aborts when the lock is lost with its connection: stop writing at once. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface Jobs {
  /** The job's id; undefined when its singleton is queued or running already. */
  send<Queue extends QueueName>(
    queue: Queue,
    data: QueueData[Queue],
    options?: SendOptions,
  ): Promise<string | undefined>;
  /** Up to `concurrency` jobs of the queue at once in this process. */
  work<Queue extends QueueName>(
    queue: Queue,
    handler: JobHandler<QueueData[Queue]>,
    options: { readonly concurrency: number },
  ): Promise<void>;
  /** Sends a job by a cron expression (UTC, minutes), from whichever process lives; the same key replaces. */
  schedule<Queue extends QueueName>(
    queue: Queue,
    key: string,
    cron: string,
    data: QueueData[Queue],
  ): Promise<void>;
  unschedule(queue: QueueName, key: string): Promise<void>;
  /** Undefined while another process, or another caller in this one, executes the run. */
  leaseRun(runId: string): Promise<Lease | undefined>;
  /** Aborts the handlers' signals, waits for them, and ends. Jobs that did not end come again. */
  stop(): Promise<void>;
}
