// A ticket's conversations, one after another: made first, then linked both ways, when each has an id.

import type { TicketChain } from "../../desired/ticket-conversations.ts";
import { type Applied, refKey } from "../../journal/journal.ts";
import type { DesiredConversation } from "../../model/desired.ts";
import { loadRecord, type RecordOutcome, type RecordTools } from "./record.ts";

const NOTHING: Applied = new Map();

/**
 * Ends anywhere and may be repeated: what stands is not written again. The outcome names the first conversation.
 * Throws what loading a record throws.
 */
export async function loadTicketChain(
  tools: RecordTools,
  { conversations, applied }: TicketChain,
  links: ReadonlyMap<string, string>,
): Promise<RecordOutcome> {
  const [first, ...others] = conversations;
  if (others.length === 0) {
    return loadRecord(tools, first, applied.get(refKey(first.source)) ?? NOTHING, links);
  }
  const made = new Map(links);
  let wrote = false;
  for (const one of conversations) {
    const key = refKey(one.source);
    const known = applied.get(key) ?? NOTHING;
    let id = idOf(known);
    if (id === undefined) {
      const outcome = await loadRecord(tools, withoutLinks(one, made), known, made);
      if (!isThrough(outcome)) return outcome;
      id = outcome.destinationId;
      wrote = true;
    }
    if (id !== undefined) made.set(key, id);
  }
  const now = await tools.journal.loadApplied(
    tools.scope,
    conversations.map(({ source }) => source),
  );
  let conflict: Through["conflict"];
  for (const one of conversations) {
    const outcome = await loadRecord(tools, one, now.get(refKey(one.source)) ?? NOTHING, made);
    if (!isThrough(outcome)) return outcome;
    wrote ||= outcome.kind === "written";
    conflict ??= outcome.conflict;
  }
  const destinationId = made.get(refKey(first.source));
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

/** Without the notes that lead to a conversation that is yet to be made; it is closed after they are written. */
function withoutLinks(one: DesiredConversation, made: ReadonlyMap<string, string>): DesiredConversation {
  const parts = one.parts.filter(({ link }) => link === undefined || made.has(refKey(link)));
  return parts.length === one.parts.length ? one : { ...one, parts, state: "open" };
}
