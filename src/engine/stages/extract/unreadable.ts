// The exception for a row that the source has and that can't be read.
import type { ExtractContext } from "./context.ts";

export function exceptUnreadable(
  context: ExtractContext,
  type: string,
  id: string,
  reason: string,
): Promise<void> {
  return context.except(
    { type, id },
    {
      code: "source_unreadable",
      message: `The ${type} ${id} could not be read: ${reason}.`,
      remedy: "Correct it in the source (or give the missing right), and run the extraction again.",
    },
  );
}
