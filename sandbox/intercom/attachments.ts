// Attachments of messages: what is kept of an uploaded file or an image's address.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { invalid } from "./api-error.ts";
import type { Attachment } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** Files and images that one message takes. */
export const MAX_ATTACHMENTS = 10;

export const attachmentUrlsSchema = z.array(z.url()).max(MAX_ATTACHMENTS).optional();

export const attachmentFilesSchema = z.array(
  z.strictObject({
    content_type: z.string().optional(),
    data: z.string().optional(),
    name: z.string().optional(),
  }),
);
type File = z.infer<typeof attachmentFilesSchema>[number];

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function toAttachment(workspace: Workspace, file: File): Attachment {
  const { name, content_type, data } = file;
  if (!name || !content_type || !data) throw invalid("attachment_files need name, content_type and data");
  if (data.length % 4 !== 0 || !BASE64.test(data)) throw invalid("attachment_files data is no base64");
  const padding = data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0;
  // Real addresses are signed and expire after 30 minutes: nobody can compare or keep them.
  const expires = workspace.now() + 1800;
  const url = `https://downloads.intercomcdn.example/o/${randomUUID()}/${encodeURIComponent(name)}?expires=${expires}`;
  return { name, url, content_type, filesize: (data.length / 4) * 3 - padding };
}

/** The last piece of an address's path; a bare `%` in it is no escape and stays as it is. */
function nameOfAddress(url: string): string {
  const piece = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(piece);
  } catch (error) {
    if (error instanceof URIError) return piece;
    throw error;
  }
}

/** Keeps names, types and sizes only: contents would fill the memory. Beyond ten files nothing is kept. */
export function keepAttachments(
  workspace: Workspace,
  urls?: readonly string[],
  files?: readonly File[],
): Attachment[] {
  const images = (urls ?? []).map((url) => {
    return { name: nameOfAddress(url) || "image", url, content_type: "image/png", filesize: 0 };
  });
  return [...images, ...(files ?? []).slice(0, MAX_ATTACHMENTS).map((file) => toAttachment(workspace, file))];
}
