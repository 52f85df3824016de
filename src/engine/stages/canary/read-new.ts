// Reads a conversation that was made a moment ago: it is asked again before absence is believed.
import { AbortError } from "../../errors.ts";
import type { ObservedConversation } from "../../model/observed.ts";
import { type CanaryTools, readBack } from "./canary-writes.ts";

/** A new conversation may answer 404 for some seconds; Intercom's own tests wait five. */
const READ_AGAIN_MS = [0, 250, 500, 1000, 2000, 4000, 8000];

/** Throws AbortError `canary_vanished`. */
export async function readNew(tools: CanaryTools, conversationId: string): Promise<ObservedConversation> {
  for (const wait of READ_AGAIN_MS) {
    if (wait > 0) await tools.clock.sleep(wait, tools.signal);
    const found = await readBack(tools, () => tools.destination.fetchConversation(conversationId));
    if (found) return found;
  }
  throw vanished(conversationId);
}

export const vanished = (conversationId: string) =>
  new AbortError({ code: "canary_lost", args: { conversationId }, shownAs: "canary_vanished" });
