// The first conversation of a run, read back before others follow: nothing may have answered, or left for, its contact.
import type { Destination } from "../../destination/port.ts";
import { AbortError } from "../../errors.ts";
import { type Clock, withRetry } from "../../write/retry.ts";

export interface CanaryTools {
  readonly destination: Destination;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** @throws AbortError `outbound_detected`, or `canary_vanished` when the conversation can't be read back. */
export async function proveSilent(tools: CanaryTools, conversationId: string | undefined): Promise<void> {
  if (conversationId === undefined) return;
  const { destination, clock, signal } = tools;
  const observed = await withRetry(() => destination.fetchConversation(conversationId), clock, signal);
  if (!observed) {
    throw new AbortError({ code: "canary_vanished", args: { conversationId } });
  }
  const outbound = observed.parts.find(
    (part) => part.author.kind === "bot" && part.messageType === "comment",
  );
  if (!outbound) return;
  throw new AbortError({
    code: "outbound_detected",
    args: { conversationId, sign: { kind: "bot-answered", part: outbound.id, first: true } },
  });
}
