// What all passes of a rollback share: rows that stand, writes that may be repeated, and the result as it grows.

import PQueue from "p-queue";
import type { JournalScope, StandingOperation } from "../../journal/journal.ts";
import type { Action } from "../../model/action.ts";
import type { EditedConversation } from "../../model/reports/later-edits.ts";
import type { RollbackResult } from "../../model/run.ts";
import { distinct } from "../../model/sayings/distinct.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import { withRetry } from "../../write/retry.ts";
import type { SettleTools } from "../../write/settle.ts";
import { undoWrite } from "../../write/undo-write.ts";

export interface RollbackOptions extends SettleTools {
  readonly scope: JournalScope;
  /** Also takes back what people touched since. Conversations that are not ours are never deleted. */
  readonly force: boolean;
  /** Must keep what people wrote since, durably; asked before anything is deleted. Absent: nothing is exported. */
  readonly keepLaterEdits?: (conversations: readonly EditedConversation[]) => Promise<void>;
  /** Records undone so far. */
  readonly onProgress?: (done: number) => void;
  /** Records at once; default 16. */
  readonly concurrency?: number;
}

type Kind = keyof RollbackResult["deleted"];

const PAGE = 1000;
const DEFAULT_CONCURRENCY = 16;

export class RollbackRun {
  readonly options: RollbackOptions;
  readonly kept: RollbackResult["kept"][number][] = [];
  /** Companies that kept records refer to. */
  readonly neededCompanies = new Set<string>();
  readonly remains: Saying[] = [];
  readonly deleted: Record<"conversation" | "contact" | "company", number> & Partial<Record<Kind, number>> = {
    conversation: 0,
    contact: 0,
    company: 0,
  };
  restored = 0;
  archivedAttributes = 0;
  #done = 0;

  constructor(options: RollbackOptions) {
    this.options = options;
  }

  /** Every row that stands, newest first; rows undone meanwhile don't disturb it. */
  async *standing(): AsyncGenerator<StandingOperation> {
    const { journal, scope } = this.options;
    let before: string | undefined;
    for (;;) {
      const rows = await journal.loadStanding(scope, PAGE, before);
      yield* rows;
      before = rows.at(-1)?.id;
      if (rows.length < PAGE) return;
    }
  }

  /** Runs jobs while they are found, several at once; the first error ends it once those under way have ended. */
  async each(jobs: AsyncIterable<() => Promise<void>>): Promise<void> {
    const concurrency = this.options.concurrency ?? DEFAULT_CONCURRENCY;
    const queue = new PQueue({ concurrency });
    const failures: unknown[] = [];
    for await (const job of jobs) {
      await queue.onSizeLessThan(concurrency);
      if (failures.length > 0 || this.options.signal?.aborted) break;
      void queue.add(() => job().catch((error: unknown) => failures.push(error)));
    }
    await queue.onIdle();
    if (failures.length > 0) throw failures[0];
    this.options.signal?.throwIfAborted();
  }

  read<T>(read: () => Promise<T>): Promise<T> {
    return withRetry(read, this.options.clock, this.options.signal);
  }

  /** False when Intercom refuses: the record is then kept and named. */
  async undo(kind: string, action: Action): Promise<boolean> {
    const undone = await undoWrite(this.options, action);
    if ("refused" in undone) {
      this.keep(kind, idOf(action), {
        code: "of_error",
        args: { error: undone.refused.saying, withRemedy: false },
      });
      return false;
    }
    if (undone.outcome?.remains) this.remains.push(undone.outcome.remains);
    return true;
  }

  keep(kind: string, destinationId: string, reason: Saying): void {
    this.kept.push({ kind, destinationId, reason });
  }

  /** The last act for a record: from now on its rows stand no more. */
  async markUndone(rows: readonly StandingOperation[]): Promise<void> {
    const { journal, clock } = this.options;
    await journal.undone(
      rows.map((row) => row.id),
      clock.now(),
    );
    this.#done += 1;
    this.options.onProgress?.(this.#done);
  }

  result(): RollbackResult {
    const { deleted, restored, archivedAttributes, kept } = this;
    return { deleted, restored, archivedAttributes, kept, remains: distinct(this.remains) };
  }
}

function idOf(action: Action): string {
  if ("conversationId" in action) return action.conversationId;
  if ("contactId" in action) return action.contactId;
  if ("attributeId" in action) return action.attributeId;
  if ("articleId" in action) return action.articleId;
  if ("collectionId" in action) return action.collectionId ?? "";
  return "companyId" in action ? action.companyId : "";
}
