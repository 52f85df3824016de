// The exception for a row that the source has and that can't be read.
import type { Saying } from "../../model/sayings/saying.ts";
import type { ExtractContext } from "./context.ts";

export function exceptUnreadable(
  context: ExtractContext,
  type: string,
  id: string,
  reason: Saying,
): Promise<void> {
  return context.except(
    { type, id },
    { code: "source_unreadable", args: { what: "record", type, id, reason } },
  );
}
