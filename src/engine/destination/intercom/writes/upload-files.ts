// Replies with files: their bytes are read when their turn comes, a few messages at a time, and let go after it.
import PQueue from "p-queue";
import type { BlobReader } from "../../../blobs/port.ts";
import { AbortError } from "../../../errors.ts";
import type { Action, ActionOutcome } from "../../../model/action.ts";
import type { IntercomClient } from "../api/client.ts";
import type { WireFile } from "../api/conversation-requests.ts";
import { changeConversation } from "./write-conversations.ts";

type AddPart = Extract<Action, { readonly kind: "add-part" }>;

/** A message's files have at most 40 MB together, as base64 in JSON three times that: memory stays that of two. */
const UPLOADS_AT_ONCE = 2;

/** Throws what reading a file throws (SkipError `file_lost`) before anything is sent. */
export function createFileReplies(client: IntercomClient, blobs: BlobReader | undefined, now: () => Date) {
  const queue = new PQueue({ concurrency: UPLOADS_AT_ONCE });
  return (action: AddPart, signal?: AbortSignal): Promise<ActionOutcome> =>
    queue.add(async () => {
      const files: WireFile[] = [];
      for (const { name, contentType, digest } of action.attachments ?? []) {
        if (blobs === undefined) throw noStore();
        const data = (await blobs.read(digest)).toString("base64");
        files.push({ name, content_type: contentType, data });
      }
      return changeConversation(client, action, now, signal, files);
    });
}

const noStore = () => new AbortError({ code: "no_blob_store" });
