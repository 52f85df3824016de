// Lays what the journal knows beside desired records: one page of the walk.
import { referencesOf } from "../converge/index.ts";
import { type Applied, type Journal, type JournalScope, refKey } from "../journal/journal.ts";
import type { Desired } from "../model/desired.ts";
import type { FieldTrace } from "../transform/index.ts";
import type { DesiredPage, DesiredRecord, NotMoved, RecordState } from "./desired-record.ts";
import { loadTicketConversations } from "./ticket-conversations.ts";

export interface JournalView {
  readonly journal: Pick<Journal, "loadApplied" | "loadLinks">;
  readonly scope: JournalScope;
}

export interface MadeRecord {
  readonly desired: Desired;
  readonly trace?: () => ReadonlyMap<string, FieldTrace>;
}

const NOTHING: Applied = new Map();
const NO_TRACE = () => new Map<string, FieldTrace>();

export async function assemblePage(
  { journal, scope }: JournalView,
  made: readonly MadeRecord[],
  rest: Partial<Pick<DesiredPage, "notMoved" | "absent">> = {},
): Promise<DesiredPage> {
  const known = await journal.loadApplied(
    scope,
    made.map(({ desired }) => desired.source),
  );
  const records: DesiredRecord[] = [];
  for (const { desired, trace = NO_TRACE } of made) {
    const { source, kind } = desired;
    const states = await assembleStates({ journal, scope }, desired, known.get(refKey(source)) ?? NOTHING);
    records.push({ source, kind, states, trace });
  }
  const notMoved: readonly NotMoved[] = rest.notMoved ?? [];
  return {
    ...{ records, notMoved, absent: rest.absent ?? 0 },
    loadLinks: () =>
      journal.loadLinks(
        scope,
        records.flatMap(({ states }) => states.flatMap(({ desired }) => referencesOf(desired))),
      ),
  };
}

async function assembleStates(
  { journal, scope }: JournalView,
  desired: Desired,
  applied: Applied,
): Promise<readonly [RecordState, ...RecordState[]]> {
  if (desired.kind !== "conversation") return [{ desired, applied }];
  const ticket = await loadTicketConversations(journal, scope, desired, applied);
  const stateOf = (one: Desired): RecordState => ({
    desired: one,
    applied: ticket.applied.get(refKey(one.source)) ?? NOTHING,
  });
  const [first, ...others] = ticket.conversations;
  return [stateOf(first), ...others.map(stateOf)];
}
