// Messages with files: uploaded whole, named as they are, and found again when their answer was lost.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openFolderBlobs } from "../../src/engine/blobs/folder-blobs.ts";
import type { BlobStore } from "../../src/engine/blobs/port.ts";
import type { Action } from "../../src/engine/model/action.ts";
import type { DesiredAttachment } from "../../src/engine/model/desired.ts";
import { intercomSpecExists, makeIntercomRequestValidator } from "../support/intercom-spec-validator.ts";
import {
  OPENED_AT,
  type OpenedDestination,
  openConversation,
  openDestination,
} from "./destination-intercom.ts";

let directory: string;
let blobs: BlobStore;
let opened: OpenedDestination;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-upload-"));
  blobs = openFolderBlobs(directory);
  opened = await openDestination({ recordRequests: true }, blobs);
});
afterEach(async () => {
  if (intercomSpecExists) {
    const validator = makeIntercomRequestValidator();
    const refused = opened.intercom.recorded.flatMap((request) => validator.checkRequest(request));
    expect(refused).toEqual([]);
  }
  await opened.stop();
  await rm(directory, { recursive: true, force: true });
});

async function aFile(name: string, content: string): Promise<DesiredAttachment> {
  const bytes = (async function* () {
    yield Buffer.from(content, "latin1");
  })();
  return { name, contentType: "application/octet-stream", ...(await blobs.put(bytes, 100_000)) };
}

const anImage = async (name: string) => ({ ...(await aFile(name, "image")), contentType: "image/png" });

type AddPart = Extract<Action, { readonly kind: "add-part" }>;
const aPart = (conversationId: string, more: Partial<AddPart> = {}): AddPart => ({
  kind: "add-part",
  conversationId,
  author: { kind: "admin", id: "9001" },
  messageType: "note",
  body: "<p>Attached in ConnectWise</p>",
  createdAt: OPENED_AT + 60,
  ...more,
});

it("shows names and sizes as they were, by an admin and by a contact, and notifies nobody", async () => {
  const { conversationId, contactId } = await openConversation(opened);
  const attachments = [
    await aFile("Größe & 100%.png", "\x89PNG\x00\xff"),
    await aFile("error.log", "x".repeat(5000)),
  ];
  await opened.write(aPart(conversationId, { attachments }));
  const contact = { kind: "contact", id: contactId } as const;
  const told = { author: contact, messageType: "comment", body: "See this", attachments } as const;
  await opened.write(aPart(conversationId, told));
  const observed = await opened.destination.fetchConversation(conversationId);
  const files = [
    { name: "Größe & 100%.png", size: 6 },
    { name: "error.log", size: 5000 },
  ];
  expect(observed?.parts.map((part) => [part.messageType, part.attachments])).toEqual([
    ["note", files],
    ["comment", files],
  ]);
  expect(opened.intercom.notificationsSent).toBe(0);
});

it("finds a message whose answer was lost by its files too, and not its twin with others", async () => {
  const { conversationId } = await openConversation(opened);
  const first = await aFile("a.txt", "aaa");
  const second = await aFile("b.txt", "bbb");
  const twin = await opened.write(aPart(conversationId, { attachments: [second] }));
  const found = await opened.lose(aPart(conversationId, { attachments: [first] }));
  expect(found).toMatchObject({ kind: "applied", outcome: { created: true } });
  expect(found.kind === "applied" && found.outcome.destinationId).not.toBe(twin.destinationId);
  const never = await opened.destination.settle(aPart(conversationId), new Date(Date.now() - 1000));
  expect(never).toEqual({ kind: "absent" });
});

it("sends nothing when a file is lost: the record is an exception", async () => {
  const { conversationId } = await openConversation(opened);
  const gone = { name: "a.txt", contentType: "text/plain", size: 3, digest: "0".repeat(64) };
  await expect(opened.write(aPart(conversationId, { attachments: [gone] }))).rejects.toMatchObject({
    code: "file_lost",
    recovery: "skip",
  });
  expect((await opened.destination.fetchConversation(conversationId))?.parts).toEqual([]);
});

it("recognizes a message by its files where images come back in the text and names are altered", async () => {
  opened.intercom.setHabits({ images: "body", fileNames: "altered" });
  const { conversationId } = await openConversation(opened);
  const attachments = [await anImage("Größe & 100%.png"), await aFile("Fehler Straße.log", "log")];
  const written = await opened.write(aPart(conversationId, { attachments }));
  expect(opened.intercom.state.conversations.get(conversationId)?.parts[0]?.id).toBe(written.destinationId);
  const lost = await opened.lose(aPart(conversationId, { attachments, createdAt: OPENED_AT + 90 }));
  expect(lost).toMatchObject({ kind: "applied" });
  const other = [await anImage("Größe & 100%.png"), await aFile("Fehler Straße.log", "another log")];
  const never = aPart(conversationId, { attachments: other });
  expect(await opened.destination.settle(never, new Date(Date.now() - 1000))).toEqual({ kind: "absent" });
});
