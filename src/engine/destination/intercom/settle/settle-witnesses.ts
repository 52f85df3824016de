// Asks search which conversations of ours it shows by now: witnesses of how long it lags.
import { CutoverError } from "../../../errors.ts";
import type { IntercomClient } from "../api/client.ts";
import { conversationSearchSchema } from "../api/schema.ts";

const PAGE = 20;

/** None when Intercom refuses such a search; throws what may be tried again. */
export async function fetchVisible(
  client: IntercomClient,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const body = {
    query: { field: "id", operator: "IN", value: ids },
    pagination: { per_page: PAGE },
  };
  const request = { method: "POST", path: "/conversations/search", body } as const;
  try {
    const { conversations } = await client.read(request, conversationSearchSchema, signal);
    return new Set(conversations.map((one) => one.id));
  } catch (error) {
    if (error instanceof CutoverError && error.recovery === "skip") return new Set();
    throw error;
  }
}
