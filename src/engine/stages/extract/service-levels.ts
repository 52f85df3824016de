// SLA goals and outcome of open tickets: a list's are of the last calculation, so each open ticket is asked for itself.
import PQueue from "p-queue";
import type { CutoverError } from "../../errors.ts";
import type { SourceTicket } from "../../model/source/source.ts";
import { concernsOnePart } from "../../source/refusals.ts";
import type { ExtractContext } from "./context.ts";
import { isReadAlready } from "./pass.ts";

const NAME = "serviceLevel";
/** Tickets that are looked through at a time, and asked for at a time. */
const STEP = 200;
const AT_ONCE = 32;
/** Trouble with so many in a row is the list's: asking on would tell nothing more. */
const TROUBLES = 25;

/**
 * One request an open ticket with an SLA, 2 to 5 % of a desk; the model says that its goals in lists are stale while it
 * is active. Closed tickets are as their list says. A pass that broke off goes on at its page of tickets.
 *
 * @param only these tickets alone
 */
export async function extractServiceLevels(context: ExtractContext, only?: readonly string[]): Promise<void> {
  const { source, staging, migrationId, clock, signal, gaps } = context;
  const ask = source.fetchServiceLevel?.bind(source);
  if (ask === undefined) return;
  const queue = new PQueue({ concurrency: Math.min(context.notesAtOnce ?? AT_ONCE, AT_ONCE) });
  let inARow = 0;
  let stopped: CutoverError | undefined;

  async function fetchOne(ticket: SourceTicket): Promise<SourceTicket | undefined> {
    const miss = (cause: CutoverError) => {
      gaps.add("ticket", { part: "service level", id: ticket.id, cause });
      return undefined;
    };
    if (stopped) return miss(stopped);
    try {
      const fresh = await ask?.(ticket.id, signal);
      inARow = 0;
      return fresh && { ...ticket, ...fresh };
    } catch (error) {
      if (!(await concernsOnePart(error, source, signal))) throw error;
      inARow += 1;
      if (inARow >= TROUBLES) stopped = error as CutoverError;
      return miss(error as CutoverError);
    }
  }

  const begun = (await staging.loadCheckpoint(migrationId, NAME)) ?? {};
  if (isReadAlready(context, begun)) return;
  // A sample of the pass under way has read some: it leaves no place, only their numbers.
  const read = new Set(context.pass?.resumed || only ? begun.read : []);
  const startedAt = begun.startedAt ?? clock().toISOString();
  let after = begun.startedAt === undefined || only ? undefined : begun.after;
  for (let start = 0; ; start += STEP) {
    signal?.throwIfAborted();
    const ids = only
      ? only.slice(start, start + STEP)
      : await staging.listIds(migrationId, "ticket", after, STEP);
    if (ids.length === 0) break;
    after = ids.at(-1);
    const tickets = [...(await staging.load(migrationId, "ticket", ids)).values()].filter(
      (ticket) => isActive(ticket) && !read.has(ticket.id),
    );
    const at = clock();
    const ended = await Promise.allSettled(tickets.map((ticket) => queue.add(() => fetchOne(ticket))));
    const fresh = ended.flatMap((one) => (one.status === "fulfilled" && one.value ? [one.value] : []));
    await staging.putRecords(migrationId, "ticket", fresh, at);
    const failure = ended.find((one) => one.status === "rejected");
    if (failure) throw failure.reason;
    if (only) for (const { id } of fresh) read.add(id);
    else if (after !== undefined) {
      await staging.saveCheckpoint(migrationId, NAME, { startedAt, after, read: [...read] });
    }
  }
  if (!only) await staging.saveCheckpoint(migrationId, NAME, { completedAt: startedAt });
  else if (context.pass) await staging.saveCheckpoint(migrationId, NAME, { ...begun, read: [...read] });
  await gaps.tell();
}

const isActive = ({ closed, sla, recordType }: SourceTicket) =>
  !closed && sla !== undefined && recordType === "ServiceTicket";
