// A ticket's conversations, one after another: made first, then linked both ways, when each has an id.

import { kindOf } from "../../converge/index.ts";
import type { DesiredRecord } from "../../desired/desired-record.ts";
import { type Applied, refKey } from "../../journal/journal.ts";
import type { Desired } from "../../model/desired.ts";
import { loadRecord, type RecordOutcome, type RecordTools } from "./record.ts";

const NOTHING: Applied = new Map();

/**
 * Ends anywhere and may be repeated: what stands is not written again. The outcome names the first conversation.
 * Throws what loading a record throws.
 */
export async function writeConversations(
  tools: RecordTools,
  states: DesiredRecord["states"],
  links: ReadonlyMap<string, string>,
): Promise<RecordOutcome> {
  const [first, ...others] = states;
  if (others.length === 0) return loadRecord(tools, first, links);
  const made = new Map(links);
  let wrote = false;
  for (const { desired, applied } of states) {
    const key = refKey(desired.source);
    let id = idOf(applied);
    if (id === undefined) {
      const outcome = await loadRecord(tools, { desired: withoutLinks(desired, made), applied }, made);
      if (!isThrough(outcome)) return outcome;
      id = outcome.destinationId;
      wrote = true;
    }
    if (id !== undefined) made.set(key, id);
  }
  const now = await tools.journal.loadApplied(
    tools.scope,
    states.map(({ desired }) => desired.source),
  );
  let conflict: Through["conflict"];
  for (const { desired } of states) {
    const applied = now.get(refKey(desired.source)) ?? NOTHING;
    const outcome = await loadRecord(tools, { desired, applied }, made);
    if (!isThrough(outcome)) return outcome;
    wrote ||= outcome.kind === "written";
    conflict ??= outcome.conflict;
  }
  const destinationId = made.get(refKey(first.desired.source));
  return {
    kind: wrote ? "written" : "unchanged",
    ...(destinationId === undefined ? {} : { destinationId }),
    ...(conflict === undefined ? {} : { conflict }),
  };
}

type Through = Exclude<RecordOutcome, { readonly kind: "unfinished" | "waiting" }>;
const isThrough = (outcome: RecordOutcome): outcome is Through =>
  outcome.kind === "written" || outcome.kind === "unchanged";

function idOf(applied: Applied): string | undefined {
  const create = applied.get("create");
  return create?.state === "done" ? create.destinationId : undefined;
}

function withoutLinks(desired: Desired, made: ReadonlyMap<string, string>): Desired {
  return kindOf(desired.kind).withoutLinks?.(desired, (ref) => made.has(refKey(ref))) ?? desired;
}
