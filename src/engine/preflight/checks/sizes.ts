// The longest ticket and the largest file of what was extracted, against what Intercom takes in one piece.
import { MAX_PARTS } from "../../converge/index.ts";
import { type Check, ofSource } from "../check.ts";
import { someBundles } from "../some-bundles.ts";

const MEGABYTE = 1_048_576;
const DEFAULT_MB = 10;

export const sizes: Check = {
  name: "sizes",
  system: ofSource,
  async run(context) {
    const longest = { ticket: "", messages: 0 };
    const largest = { ticket: "", bytes: 0 };
    let looked = 0;
    for await (const { ticket, notes, timeEntries, documents = [] } of someBundles(context)) {
      looked += 1;
      const messages = notes.length + timeEntries.length;
      if (messages > longest.messages) Object.assign(longest, { ticket: ticket.id, messages });
      for (const { statedSize = 0, file } of documents) {
        const bytes = file?.size ?? statedSize;
        if (bytes > largest.bytes) Object.assign(largest, { ticket: ticket.id, bytes });
      }
    }
    if (looked === 0) return undefined;
    const limit = (context.map?.policies.maxAttachmentMb ?? DEFAULT_MB) * MEGABYTE;
    // Neither is lost: a long ticket goes on in a further conversation, a large file is named with its link.
    if (largest.bytes > limit) return { result: "warning", code: "file_large", args: { ...largest, limit } };
    if (longest.messages > MAX_PARTS) {
      return { result: "warning", code: "ticket_long", args: { ...longest, limit: MAX_PARTS } };
    }
    const { messages } = longest;
    return { result: "passed", code: "sizes_fit", args: { messages, bytes: largest.bytes } };
  },
};
