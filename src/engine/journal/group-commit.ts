// Group commit: what arrives in one turn of the event loop, or while a commit is under way, is committed together.
import { AbortError, RetryError } from "../errors.ts";

export interface GroupCommit<Item> {
  /** Resolves when the item is durable; rejects when it alone could not be written. */
  add(item: Item): Promise<void>;
  /** Waits until nothing is pending. */
  flush(): Promise<void>;
  /** Transactions so far, and items in them. */
  readonly figures: { readonly commits: number; readonly items: number };
}

interface Pending<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Waits before the tries after the first: a database that restarts costs a pause, not the run. */
const RETRY_MS = [50, 200, 1_000, 3_000, 5_000];

/**
 * `commit` writes all items in one transaction and answers those that it refused (a broken invariant, theirs
 * alone). When the transaction itself fails, each item is tried alone, so that only the guilty one suffers;
 * writing an item twice must change nothing.
 */
export function makeGroupCommit<Item extends { readonly id: string }>(
  commit: (items: readonly Item[]) => Promise<ReadonlySet<Item>>,
  wait: (ms: number) => Promise<unknown>,
  batch = 500,
): GroupCommit<Item> {
  let queue: Pending<Item>[] = [];
  let running: Promise<void> | undefined;
  let commits = 0;
  let items = 0;

  async function commitPatiently(group: readonly Item[]): Promise<ReadonlySet<Item>> {
    for (let attempt = 0; ; attempt++) {
      try {
        commits += 1;
        return await commit(group);
      } catch (error) {
        const delay = RETRY_MS[attempt];
        if (!(error instanceof RetryError) || delay === undefined) throw error;
        await wait(delay);
      }
    }
  }

  async function settle(group: readonly Pending<Item>[]): Promise<void> {
    try {
      const refused = await commitPatiently(group.map(({ item }) => item));
      items += group.length;
      for (const { item, resolve, reject } of group) {
        if (refused.has(item)) reject(refusal(item.id));
        else resolve();
      }
    } catch (error) {
      const [only] = group;
      if (group.length === 1 || error instanceof RetryError) {
        for (const { reject } of group) reject(error);
      } else if (only !== undefined) {
        for (const one of group) await settle([one]);
      }
    }
  }

  /** The next items, cut before a second one of the same row: one statement can't write a row twice. */
  function take(): readonly Pending<Item>[] {
    const seen = new Set<string>();
    let end = 0;
    for (const { item } of queue) {
      if (end === batch || seen.has(item.id)) break;
      seen.add(item.id);
      end += 1;
    }
    const group = queue.slice(0, end);
    queue = queue.slice(end);
    return group;
  }

  async function drain(): Promise<void> {
    // Everything that this turn of the event loop still brings goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) await settle(take());
    running = undefined;
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        running ??= drain();
      });
    },
    async flush() {
      while (running !== undefined) await running;
    },
    get figures() {
      return { commits, items };
    },
  };
}

function refusal(id: string): AbortError {
  return new AbortError({ code: "journal_out_of_step", args: { operation: String(id) } });
}
