// Uploading a file in Slack's three steps: a URL, the bytes, and where to show it.
import { fileShape } from "../payloads/shapes.ts";
import type { StoredFile } from "../types.ts";
import { addMessage } from "../workspace.ts";
import { findChannel } from "./find-channel.ts";
import { given, type Method, need, SlackRefusal } from "./method.ts";

const getUploadURLExternal: Method = ({ workspace, args, url }) => {
  const name = need(args, "filename");
  const length = Number(args.length);
  if (!Number.isInteger(length) || length <= 0) throw new SlackRefusal("invalid_arguments");
  const id = workspace.ids.next("F");
  workspace.files.set(id, { id, name, title: name, length });
  return { upload_url: `${url}/upload/${id}`, file_id: id };
};

const completeUploadExternal: Method = ({ workspace, args, url }) => {
  const wanted = args.files;
  if (!Array.isArray(wanted) || wanted.length === 0) throw new SlackRefusal("invalid_arguments");
  const files = wanted.map(({ id, title }: { id?: string; title?: string }): StoredFile => {
    const file = workspace.files.get(id ?? "");
    if (!file?.content) throw new SlackRefusal("file_not_found");
    if (title) file.title = title;
    return file;
  });
  const where = given(args, "channel_id") ?? given(args, "channels");
  if (where) {
    const channel = findChannel(workspace, where);
    const threadTs = given(args, "thread_ts");
    const message = addMessage(workspace, {
      channel: channel.id,
      user: workspace.bot.id,
      botId: workspace.botId,
      text: given(args, "initial_comment") ?? "",
      blocks: [],
      fileIds: files.map((file) => file.id),
      ...(threadTs ? { threadTs } : {}),
    });
    for (const file of files) Object.assign(file, { channel: channel.id, ts: message.ts });
  }
  return { files: files.map((file) => fileShape(file, url)) };
};

const info: Method = ({ workspace, args, url }) => {
  const file = workspace.files.get(need(args, "file", "file_not_found"));
  if (!file) throw new SlackRefusal("file_not_found");
  return { file: fileShape(file, url) };
};

export const fileMethods: Record<string, Method> = {
  "files.getUploadURLExternal": getUploadURLExternal,
  "files.completeUploadExternal": completeUploadExternal,
  "files.info": info,
};
