// A journal in memory, for histories too many to write to a database: the double is held by contract/journal.test.ts.
import { contactBefore } from "../../src/engine/destination/before-image.ts";
import { AbortError } from "../../src/engine/errors.ts";
import { type Journal, type JournalScope, refKey } from "../../src/engine/journal/journal.ts";
import type { Action } from "../../src/engine/model/action.ts";
import type { AppliedStep, JournalRef, Operation, OperationState } from "../../src/engine/model/operation.ts";
import { leftOffOf } from "../../src/engine/model/reports/left-off.ts";
import { prose } from "./in-words.ts";

interface Row {
  id: number;
  readonly scope: string;
  runId: string;
  readonly source: JournalRef;
  readonly step: string;
  readonly hash: string;
  state: OperationState;
  superseded: boolean;
  action?: Action | undefined;
  actionKind?: Action["kind"];
  sentAt?: Date;
  doneAt?: Date;
  destinationId?: string;
  created?: boolean;
  before?: unknown;
}

const scopeKey = ({ migrationId, environment }: JournalScope) => `${migrationId}/${environment}`;

export function makeMemoryJournal(): Journal {
  let number = 0;
  let rows: Row[] = [];
  const links = new Map<string, { readonly destinationId: string; readonly operationId: number }>();
  const linkKey = (scope: string, ref: JournalRef) => `${scope}/${refKey(ref)}`;
  const inScope = (scope: JournalScope) =>
    rows.filter(
      (row) => row.scope === scopeKey(scope) && (scope.runs === undefined || scope.runs.includes(row.runId)),
    );

  /** The row, in one of the states that this outcome may follow. */
  function follow(id: string, states: readonly OperationState[]): Row {
    const row = rows.find((one) => String(one.id) === id && states.includes(one.state));
    if (row) return row;
    throw new AbortError(prose({ code: "journal_out_of_step", message: `Operation ${id}`, remedy: "Stop." }));
  }

  function intendOne(scope: JournalScope, runId: string, operation: Operation): string | undefined {
    const known = inScope(scope).filter(
      (row) =>
        refKey(row.source) === refKey(operation.source) &&
        row.step === operation.step &&
        row.state !== "undone" &&
        !row.superseded,
    );
    const open = known.find((row) => row.state === "sent" || row.state === "unknown");
    if (open)
      throw new AbortError(prose({ code: "operation_open", message: `${open.id}`, remedy: "Settle it." }));
    const same = known.find((row) => row.hash === operation.contentHash);
    if (same?.state === "done") {
      if (known.findLast((row) => row.state === "done") === same) return undefined;
      same.superseded = true;
    } else if (same) {
      number += 1;
      Object.assign(same, { id: number, state: "intended", runId });
      rows = [...rows.filter((row) => row !== same), same];
      return String(number);
    }
    number += 1;
    const { source, step, contentHash: hash } = operation;
    rows.push({
      ...{ id: number, scope: scopeKey(scope), runId, source, step, hash },
      ...{ state: "intended", superseded: false },
    });
    return String(number);
  }

  return {
    async loadApplied(scope, refs) {
      const wanted = new Set(refs.map(refKey));
      const found = new Map<string, Map<string, AppliedStep>>();
      const shown = inScope(scope).filter(
        (row) => wanted.has(refKey(row.source)) && !row.superseded && !/undone|failed/.test(row.state),
      );
      // Intents first, so that whatever was sent lies over them; otherwise the newest counts.
      for (const row of [...shown.filter(isIntent), ...shown.filter((one) => !isIntent(one))]) {
        const steps = found.get(refKey(row.source)) ?? new Map<string, AppliedStep>();
        found.set(refKey(row.source), steps);
        const { step, hash: contentHash, state, destinationId, created } = row;
        steps.set(step, {
          ...{ step, contentHash, state },
          ...(destinationId === undefined ? {} : { destinationId }),
          ...(created === undefined ? {} : { created }),
          ...(created === false && step === "create" && isArchived(row.before)
            ? { foundArchived: true }
            : {}),
          ...(leftOffOf(row.before).length > 0 ? { leftOff: leftOffOf(row.before) } : {}),
        });
      }
      return found;
    },
    async loadLinks(scope, refs) {
      return new Map(
        refs.flatMap((ref) => {
          const link = links.get(linkKey(scopeKey(scope), ref));
          return link ? [[refKey(ref), link.destinationId] as const] : [];
        }),
      );
    },
    async intend(scope, runId, operations) {
      const keyOf = ({ source, step, contentHash }: Operation) =>
        JSON.stringify([refKey(source), step, contentHash]);
      const distinct = new Map(operations.map((operation) => [keyOf(operation), operation]));
      return [...distinct.values()].flatMap((operation) => {
        const id = intendOne(scope, runId, operation);
        return id === undefined ? [] : [{ id, operation }];
      });
    },
    // A repeat of an outcome changes nothing: a commit's answer may have been lost.
    async sent(id, action, at) {
      const repeated = rows.find((row) => String(row.id) === id && row.state === "sent");
      if (repeated?.sentAt?.getTime() === at.getTime()) return;
      Object.assign(follow(id, ["intended"]), {
        ...{ state: "sent", action: structuredClone(action), actionKind: action.kind, sentAt: at },
      });
    },
    async done(id, { destinationId, created, before }, at) {
      const standing = rows.find((row) => String(row.id) === id && row.state === "done");
      if (standing && standing.destinationId === destinationId) return;
      const row = follow(id, ["sent", "unknown"]);
      Object.assign(row, { state: "done", action: undefined, doneAt: at, destinationId, created });
      if (before !== undefined) row.before = structuredClone(before);
      if (row.step === "create")
        links.set(linkKey(row.scope, row.source), { destinationId, operationId: row.id });
    },
    async failed(id) {
      Object.assign(follow(id, ["intended", "sent", "unknown", "failed"]), { state: "failed" });
    },
    async unknown(id) {
      follow(id, ["sent", "unknown"]).state = "unknown";
    },
    async absent(id) {
      Object.assign(follow(id, ["sent", "unknown", "intended"]), { state: "intended", action: undefined });
    },
    async loadUnsettled(scope) {
      return inScope(scope).flatMap(({ id, source, step, hash, state, action, sentAt, runId }) =>
        (state === "sent" || state === "unknown") && action && sentAt
          ? [{ id: String(id), source, step, contentHash: hash, action, sentAt, runId }]
          : [],
      );
    },
    async loadStanding(scope, limit, beforeId) {
      return inScope(scope)
        .filter((row) => row.state === "done" && (beforeId === undefined || row.id < Number(beforeId)))
        .toSorted((one, two) => two.id - one.id)
        .slice(0, limit)
        .map((row) => ({
          ...{ id: String(row.id), runId: row.runId, source: row.source, step: row.step },
          actionKind: row.actionKind ?? "set-state",
          destinationId: row.destinationId ?? "",
          created: row.created ?? false,
          ...(row.before === undefined ? {} : { before: row.before }),
          doneAt: row.doneAt ?? new Date(0),
        }));
    },
    async loadStandingOf(scope, ref) {
      const all = await this.loadStanding(scope, rows.length);
      return all.filter(({ source }) => refKey(source) === refKey(ref));
    },
    async undone(ids, at) {
      const wanted = new Set(ids);
      for (const row of rows.filter((one) => wanted.has(String(one.id)) && one.state === "done"))
        Object.assign(row, { state: "undone", before: undefined, doneAt: at });
      for (const [key, link] of links) if (wanted.has(String(link.operationId))) links.delete(key);
    },
    async measure(scope) {
      const all = inScope(scope);
      const ids = all.map(({ id }) => id).toSorted((one, two) => one - two);
      return {
        operations: all.length,
        standing: all.filter(({ state }) => state === "done").length,
        ...(ids.length === 0 ? {} : { first: String(ids[0]), last: String(ids.at(-1)) }),
      };
    },
    async listTicketLinks(scope, after, limit) {
      const prefix = linkKey(scopeKey(scope), { type: "ticket", id: "" });
      return [...links]
        .flatMap(([key, { destinationId }]) =>
          key.startsWith(prefix)
            ? [{ ticketId: key.slice(prefix.length), conversationId: destinationId }]
            : [],
        )
        .filter(({ ticketId }) => !ticketId.includes("/continued/"))
        .toSorted((one, two) => Number(one.ticketId) - Number(two.ticketId))
        .filter(({ ticketId }) => after === undefined || Number(ticketId) > Number(after))
        .slice(0, limit);
    },
    async countByState(scope) {
      const counts = { intended: 0, sent: 0, done: 0, failed: 0, unknown: 0, undone: 0 };
      for (const { state } of inScope(scope)) counts[state] += 1;
      return counts;
    },
    flush: async () => undefined,
  };
}

const isArchived = (before: unknown) => contactBefore.safeParse(before).data?.image?.archived === true;
const isIntent = ({ state }: Row) => state === "intended";
