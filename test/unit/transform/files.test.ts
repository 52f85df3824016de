// A ticket's documents become files of its messages; what can't be moved is named with its link.
import { describe, expect, it } from "vitest";
import type { DesiredConversation, DesiredPart } from "../../../src/engine/model/desired.ts";
import type { SourceDocument } from "../../../src/engine/model/source/source.ts";
import { cutFiles, sayFileName } from "../../../src/engine/transform/attachments.ts";
import { transformConversation } from "../../../src/engine/transform/index.ts";
import { findInlineGuids, replaceInlineImages } from "../../../src/engine/transform/inline-images.ts";
import { toPlainText } from "../../../src/engine/values/text.ts";
import { aContext, aFieldMap, aTicket, type TicketBuilder } from "../../support/builders.ts";

const MB = 1_048_576;
const GUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const IMAGE = `https://na.myconnectwise.net/v4_6_release/api/inlineimages/acme/${GUID}`;

function aDocument(overrides: Partial<SourceDocument> = {}): SourceDocument {
  const id = overrides.id ?? "70";
  return {
    id,
    name: "error.log",
    link: `https://cw.example/documents/${id}`,
    public: true,
    dateEntered: "2025-06-01T10:00:00Z",
    enteredBy: "PRaman",
    file: { digest: id.padStart(64, "a"), size: 1000, contentType: "text/plain" },
    ...overrides,
  };
}
const without = ({ file: _, ...document }: SourceDocument): SourceDocument => document;

const transform = (ticket: TicketBuilder, documents: readonly SourceDocument[], overrides = {}) =>
  transformConversation({ ...ticket.build(), documents }, aContext(overrides));
const filesOf = (part: DesiredPart | undefined) => part?.attachments?.map(({ name }) => name);
const find = (desired: DesiredConversation, key: string) => desired.parts.find((part) => part.key === key);
const say = (part: DesiredPart | undefined) => toPlainText(part?.body ?? "");

describe("documents", () => {
  it("come in a message of who added them, at their own time, seen by whom they were meant for", () => {
    const desired = transform(aTicket(), [
      aDocument(),
      aDocument({ id: "71", name: "keys.txt", public: false }),
    ]);
    expect(find(desired, "files:70")).toMatchObject({
      author: { kind: "admin", id: "900" },
      messageType: "comment",
      createdAt: Date.parse("2025-06-01T10:00:00Z") / 1000,
      attachments: [{ name: "error.log", size: 1000, contentType: "text/plain" }],
    });
    expect(find(desired, "files:71")).toMatchObject({ messageType: "note" });
    expect(say(find(desired, "files:70"))).toBe("Attached in ConnectWise: error.log");
  });

  it("that nobody known added are named after whom ConnectWise names, by the fallback admin", () => {
    const desired = transform(aTicket(), [aDocument({ enteredBy: "Email Connector" })]);
    expect(find(desired, "files:70")?.author).toEqual({ kind: "admin", id: "900" });
    expect(say(find(desired, "files:70"))).toMatch(/^\[Email Connector\] Attached/);
  });

  it("of one minute and one person share a message, ten at most, and the rest follows", () => {
    const many = Array.from({ length: 23 }, (_, at) =>
      aDocument({
        id: String(70 + at),
        name: `photo-${at + 1}.jpg`,
        dateEntered: `2025-06-01T10:00:${10 + at}Z`,
      }),
    );
    const desired = transform(aTicket(), many);
    const parts = desired.parts.filter(({ key }) => key.startsWith("files:"));
    expect(parts.map(({ key }) => key)).toEqual(["files:70", "files:70:files2", "files:70:files3"]);
    expect(parts.map((part) => filesOf(part)?.length)).toEqual([10, 10, 3]);
    expect(say(parts[1])).toMatch(/^\(files 2\/3\) photo-11\.jpg, /);
    expect(new Set(parts.map(({ digest }) => digest)).size).toBe(3);
  });

  it("never weigh more together than one file may", () => {
    const heavy = ["70", "71", "72"].map((id) =>
      aDocument({ id, file: { digest: id.padStart(64, "b"), size: 6 * MB, contentType: "image/png" } }),
    );
    const desired = transform(aTicket(), heavy);
    expect(desired.parts.map((part) => filesOf(part)?.length)).toEqual([1, 1, 1]);
  });

  it("over the limit, lost or links are named with their address, and told as altered", () => {
    const big = aDocument({
      name: "trace.zip",
      file: { digest: "c".repeat(64), size: 11 * MB, contentType: "application/zip" },
    });
    const lost = {
      ...without(aDocument({ id: "71", name: "old.pdf" })),
      missing: { code: "not_found", reason: "gone" },
    };
    const link = { ...without(aDocument({ id: "72", name: "Manual" })), url: "https://files.example/manual" };
    const desired = transform(aTicket(), [big, lost, link]);
    expect(say(find(desired, "files:70"))).toBe(
      [
        "Link in ConnectWise: Manual, https://files.example/manual",
        "Not moved, larger than 10 MB: trace.zip, https://cw.example/documents/70",
        "Not moved, could not be downloaded from ConnectWise: old.pdf, https://cw.example/documents/71",
      ].join("\n"),
    );
    expect(find(desired, "files:70")?.attachments).toBeUndefined();
    expect(desired.alterations.map(({ field, what }) => `${field} ${what}`)).toEqual(
      expect.arrayContaining(["attachments[70] replaced", "attachments[71] replaced"]),
    );
    expect(desired.alterations.some(({ field }) => field === "attachments[72]")).toBe(false);
    const map = aFieldMap();
    const generous = { map: { ...map, policies: { ...map.policies, maxAttachmentMb: 20 } } };
    expect(filesOf(find(transform(aTicket(), [big], generous), "files:70"))).toEqual(["trace.zip"]);
  });

  it("change nothing on a ticket that has none", () => {
    const ticket = aTicket().withNotes(3).withTime();
    expect(transform(ticket, [])).toEqual(transformConversation(ticket.build(), aContext()));
  });
});

describe("inline images", () => {
  const image = aDocument({ name: "image001.png", guid: GUID.toUpperCase(), public: false });

  it("go with the message that shows them, which names them in their place", () => {
    const ticket = aTicket()
      .withNotes(1)
      .withNote({
        id: "2",
        text: `See ![shot](${IMAGE}) and <img alt="x" src="${IMAGE}" />`,
        dateCreated: "2025-06-01T11:00:00Z",
      });
    const desired = transform(ticket, [image]);
    const note = find(desired, "note:2");
    expect(say(note)).toBe("See [Image: image001.png] and [Image: image001.png]");
    expect(filesOf(note)).toEqual(["image001.png"]);
    expect(desired.parts.some(({ key }) => key.startsWith("files:"))).toBe(false);
  });

  it("of the opening follow it at once, by the requester", () => {
    const desired = transform(aTicket().withNote({ text: `It says\n![](${IMAGE})` }), [image]);
    expect(desired.body).toBe("It says\n[Image: image001.png]");
    expect(desired.parts[0]).toMatchObject({
      key: "files:opening",
      author: { kind: "contact", source: { type: "contact", id: "20" } },
      messageType: "comment",
      createdAt: desired.createdAt,
      body: "Images of the message above: image001.png",
    });
    expect(filesOf(desired.parts[0])).toEqual(["image001.png"]);
  });

  it("that were quoted are uploaded once for the customer and once for the team at most", () => {
    const at = (hour: number) => ({ dateCreated: `2025-06-01T1${hour}:00:00Z`, text: `> ${IMAGE}` });
    const ticket = aTicket()
      .withNotes(1)
      .withNote({ id: "2", kind: "internal", internal: true, ...at(1) })
      .withNote({ id: "3", ...at(2) })
      .withNote({ id: "4", ...at(3) });
    const desired = transform(ticket, [image]);
    expect(["note:2", "note:3", "note:4"].map((key) => filesOf(find(desired, key)))).toEqual([
      ["image001.png"],
      ["image001.png"],
      undefined,
    ]);
  });

  it("that nobody has are said to be missing", () => {
    const desired = transform(aTicket().withNote({ text: `Look: ${IMAGE}` }), []);
    expect(desired.body).toBe(`Look: [Image that could not be moved: ${GUID}]`);
    expect(desired.alterations).toContainEqual(
      expect.objectContaining({ field: `attachments[inline:${GUID}]` }),
    );
  });

  it("are found in a megabyte of hostile text", () => {
    const hostile = `${"![".repeat(200_000)}${"/a".repeat(200_000)}${"x".repeat(300_000)} ${IMAGE}`;
    expect(findInlineGuids(hostile)).toEqual([GUID]);
    expect(replaceInlineImages(hostile, () => "[I]").endsWith(" [I]")).toBe(true);
  });
});

describe("names of files", () => {
  it.each([
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\temp\\a.txt", "C_temp_a.txt"],
    ["evil\u202Egnp.exe", "evilgnp.exe"],
    ["a\u0000b\n.txt", "ab_.txt"],
    ["Größe & Maß.png", "Größe & Maß.png"],
    [".htaccess", "htaccess"],
    ["  ", "document-70"],
  ])("%j becomes %j", (raw, safe) => {
    expect(sayFileName(raw, "70")).toBe(safe);
  });

  it("keep their ending when they are too long", () => {
    expect(sayFileName(`${"long ".repeat(80)}.pdf`, "70")).toMatch(/^long .{100,112}\.pdf$/);
  });
});

it("cuts no file off, whatever their sizes", () => {
  const files = [3, 9, 1, 12, 4, 4, 4].map((size, at) => ({
    name: `f${at}`,
    contentType: "text/plain",
    size: size * MB,
    digest: String(at).repeat(64),
  }));
  expect(cutFiles(files, 10 * MB).map((portion) => portion.length)).toEqual([1, 2, 1, 2, 1]);
  expect(cutFiles(files, 10 * MB).flat()).toEqual(files);
});
