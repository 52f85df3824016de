// When a conversation was imported, as what Intercom shows of it tells.
import type { ObservedConversation } from "../../model/observed.ts";
import type { Applied } from "../../model/operation.ts";

/** Our own assignments and closes carry the time of the import: the first of them dates it. */
export function importedAt(observed: ObservedConversation, applied: Applied): number | undefined {
  const ours = new Set([...applied.values()].flatMap((step) => step.destinationId ?? []));
  const times = observed.parts
    .filter((part) => part.messageType === "other" && ours.has(part.id))
    .map((part) => part.createdAt);
  return times.length === 0 ? undefined : Math.min(...times);
}
