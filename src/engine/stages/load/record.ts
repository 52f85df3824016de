// One record: what is due by the difference, written step by step in order.
import { diffDesired, type ExistingContactPolicy, isUnsettled, kindOf } from "../../converge/index.ts";
import type { RecordState } from "../../desired/desired-record.ts";
import { contactBefore } from "../../destination/before-image.ts";
import { SkipError } from "../../errors.ts";
import { refKey } from "../../journal/journal.ts";
import type { Desired } from "../../model/desired.ts";
import type { Observed } from "../../model/observed.ts";
import type { AppliedStep, Operation } from "../../model/operation.ts";
import { leftOffOf } from "../../model/reports/left-off.ts";
import { performOperation } from "../../write/perform-operation.ts";
import { resolver } from "../../write/resolve-link.ts";
import { withRetry } from "../../write/retry.ts";
import { takenIds } from "../../write/settle.ts";
import { type ConflictResolution, type ConflictTools, resolveConflicts } from "./conflicts.ts";
import { HalfWritten } from "./half-written.ts";
import { describeLeftOff } from "./left-off.ts";

export interface RecordTools extends ConflictTools {
  readonly runId: string;
  readonly existingContact: ExistingContactPolicy;
  /** Names of the attributes that the map fills, by kind of record. */
  readonly ownAttributes: Readonly<Record<Desired["kind"], ReadonlySet<string>>>;
  /** True once the run has to stop: no further operation is begun. */
  readonly stopped: () => boolean;
  readonly onWrite: () => void;
}

export type RecordOutcome =
  | {
      readonly kind: "unchanged" | "written";
      readonly destinationId?: string;
      /** Written but for what people changed in Intercom meanwhile, or for what Intercom refused. */
      readonly conflict?: SkipError;
    }
  /** Stopped before its last step, or deferred until an unknown outcome is settled. */
  | { readonly kind: "unfinished" | "waiting" };

/** A record while it is written. */
interface Writing {
  readonly desired: Desired;
  /** Grows with each write. */
  readonly applied: Map<string, AppliedStep>;
  /** Its own destination id, by `refKey`, once it is known. */
  readonly own: Map<string, string>;
  readonly links: ReadonlyMap<string, string>;
}

/** Throws SkipError and SettleError for this record alone; AskError and AbortError for the run. */
export async function loadRecord(
  tools: RecordTools,
  { desired, applied: known }: RecordState,
  links: ReadonlyMap<string, string>,
): Promise<RecordOutcome> {
  if (isUnsettled(known)) return { kind: "waiting" };
  const key = refKey(desired.source);
  const made = known.get("create")?.destinationId;
  const own = new Map(made === undefined ? [] : [[key, made]]);
  const writing: Writing = { desired, applied: new Map(known), own, links };
  let wrote = false;
  for (;;) {
    const due = await dueOperations(tools, writing);
    const { operations, conflict }: ConflictResolution =
      desired.kind === "conversation"
        ? await resolveConflicts(tools, due, writing.applied)
        : { operations: due };
    const outcome = await writeAll(tools, writing, operations);
    wrote ||= outcome.writes > 0;
    if (outcome.kind === "unfinished") return { kind: "unfinished" };
    // An adopted contact is looked at again: what may be written to it depends on what it holds.
    if (outcome.kind === "done") {
      const destinationId = own.get(key);
      const remark = conflict ?? describeLeftOff(desired.kind, writing.applied);
      return {
        kind: wrote ? "written" : "unchanged",
        ...(destinationId === undefined ? {} : { destinationId }),
        ...(remark === undefined ? {} : { conflict: remark }),
      };
    }
  }
}

/** What was there before us is looked at first, where what may be written depends on it. */
async function dueOperations(
  { destination, clock, signal, existingContact, ownAttributes }: RecordTools,
  { desired, applied }: Writing,
): Promise<readonly Operation[]> {
  const kind = kindOf(desired.kind);
  const options = { existingContact, ownAttributes: ownAttributes[desired.kind] };
  const operations = diffDesired(desired, applied, options);
  const id = applied.get("create")?.destinationId;
  if (id === undefined || !kind.looksFirst?.(applied, operations)) return operations;
  const observed = await withRetry<Observed | null>(() => kind.fetchRecord(destination, id), clock, signal);
  return observed ? diffDesired(desired, applied, { ...options, observed }) : operations;
}

/** Until its title is written, nobody in the inbox can tell what a conversation is. */
function asHalfWritten(
  error: unknown,
  { kind, source }: Desired,
  { applied, own }: Pick<Writing, "applied" | "own">,
) {
  const id = own.get(refKey(source));
  const isBegun = kind === "conversation" && id !== undefined && applied.get("attributes")?.state !== "done";
  return isBegun && error instanceof SkipError ? new HalfWritten(error, id) : error;
}

async function writeAll(
  tools: RecordTools,
  { desired, applied, own, links }: Writing,
  operations: readonly Operation[],
): Promise<{ readonly kind: "done" | "unfinished" | "adopted"; readonly writes: number }> {
  if (operations.length === 0) return { kind: "done", writes: 0 };
  const intents = await tools.journal.intend(tools.scope, tools.runId, operations);
  const resolve = resolver(links, own);
  let writes = 0;
  for (const intent of intents) {
    if (tools.stopped()) return { kind: "unfinished", writes };
    const { step, contentHash } = intent.operation;
    const outcome = await performOperation(tools, intent, resolve, takenIds(applied, step)).catch(
      (error: unknown) => {
        throw asHalfWritten(error, desired, { applied, own });
      },
    );
    const { destinationId, created } = outcome;
    const before = desired.kind === "contact" ? contactBefore.safeParse(outcome.before).data : undefined;
    const foundArchived = before?.image?.archived ?? false;
    const leftOff = leftOffOf(outcome.before);
    applied.set(step, { step, contentHash, state: "done", destinationId, created, foundArchived, leftOff });
    writes += 1;
    tools.onWrite();
    if (step !== "create") continue;
    own.set(refKey(desired.source), destinationId);
    if (!created && kindOf(desired.kind).looksFirst) return { kind: "adopted", writes };
  }
  return { kind: "done", writes };
}
