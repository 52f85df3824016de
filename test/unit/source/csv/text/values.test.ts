// Encodings, separators, numbers, words and ids out of names.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestId, nameId } from "../../../../../src/engine/source/csv/tables/name-ids.ts";
import { decodeFile, detectEncoding } from "../../../../../src/engine/source/csv/text/encoding.ts";
import { cleanId } from "../../../../../src/engine/source/csv/text/read-id.ts";
import {
  readBillable,
  readFlag,
  readNoteKind,
  readNumber,
} from "../../../../../src/engine/source/csv/text/read-values.ts";
import { detectDialect } from "../../../../../src/engine/source/csv/text/separator.ts";
import { makeFolder } from "../folder.ts";

async function readBack(bytes: Uint8Array) {
  const path = join(await makeFolder({}), "x.csv");
  await writeFile(path, bytes);
  const { encoding, broken } = await detectEncoding(path);
  let text = "";
  for await (const piece of decodeFile(path, encoding)) text += piece;
  return { encoding, broken, text };
}

describe("an encoding", () => {
  const text = "Ticket #;Größe\n1;naïve — “quoted”\n";
  it.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\ufeff${text}`)],
    ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf-16le", Buffer.from(text, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["utf-16be", Buffer.from(text, "utf16le").swap16()],
  ] as const)("is found to be %s", async (encoding, bytes) => {
    expect(await readBack(bytes)).toEqual({ encoding, broken: 0, text });
  });

  it("is Windows-1252 by one letter, however far down it is", async () => {
    const ascii = "plain text\n".repeat(20_000);
    const read = await readBack(Buffer.concat([Buffer.from(ascii), Buffer.from([0x93, 0xfc, 0x80, 0x94])]));
    expect(read.encoding).toBe("windows-1252");
    expect(read.text.slice(ascii.length)).toBe("“ü€”");
  });

  it("stays UTF-8 when the file is cut within a letter, or a letter of many is damaged", async () => {
    const whole = Buffer.from("Größe ".repeat(50));
    expect((await readBack(whole.subarray(0, -3))).encoding).toBe("utf-8");
    const damaged = await readBack(Buffer.concat([whole, Buffer.from([0xff])]));
    expect(damaged).toMatchObject({ encoding: "utf-8", broken: 1 });
  });

  it("is not taken for UTF-16 because a text has NUL in it", async () => {
    expect((await readBack(Buffer.from("1,a\0\0b\0\n2,c\n"))).encoding).toBe("utf-8");
  });
});

describe("a separator", () => {
  it.each([
    [",", "a,b,c\n1,2,3\n"],
    [";", "a;b;c\n1;2,5;3\n2;1,5;4\n"],
    ["\t", "a\tb, with comma\tc\n1\t2\t3\n"],
    [",", 'a,b\n1,"x; y; z"\n2,"p; q; r"\n'],
    ["|", "a|b\n1|2\n"],
  ] as const)("is found to be %j", (separator, text) => {
    expect(detectDialect(text).separator).toBe(separator);
  });

  it("is what Excel's first line says", () => {
    expect(detectDialect("sep=;\r\na;b\r\n1;2\r\n")).toEqual({
      separator: ";",
      declared: true,
      rows: [
        ["a", "b"],
        ["1", "2"],
      ],
    });
  });
});

describe("a cell", () => {
  it.each([
    ["1.25", false, 1.25],
    ["1,250", false, 1250],
    ["1,5", false, 1.5],
    ["1,250", true, 1.25],
    ["1.234,5", true, 1234.5],
    ["$1,234.50", false, 1234.5],
    ["2 h", false, 2],
    ["-0,5", true, -0.5],
    ["1e9", false, undefined],
    ["two", false, undefined],
  ])("is the number %s (comma as decimal sign: %s)", (text, comma, value) => {
    expect(readNumber(text, comma)).toBe(value);
  });

  it("says yes, no, or neither", () => {
    expect(["Yes", "ja", "1", "No", "nein", "maybe"].map(readFlag)).toEqual([
      true,
      true,
      true,
      false,
      false,
      undefined,
    ]);
  });

  it("says how time is billed and what kind a note is, or nothing", () => {
    expect(["Do Not Bill", "Billable", "N", "NoCharge", "constructor"].map(readBillable)).toEqual([
      "DoNotBill",
      "Billable",
      "DoNotBill",
      "NoCharge",
      undefined,
    ]);
    expect(["Internal Analysis", "Resolution", "Discussion", "??"].map(readNoteKind)).toEqual([
      "internal",
      "resolution",
      "discussion",
      undefined,
    ]);
  });

  it("is an id as spreadsheets show numbers, and none when it holds control characters", () => {
    expect(["#10,001", "10001.0", " 7 ", "INC 0042", "", "a\u0007b"].map(cleanId)).toEqual([
      "10001",
      "10001",
      "7",
      "INC-0042",
      undefined,
      undefined,
    ]);
  });
});

describe("an id made of a name", () => {
  it("is the same for the same name, readable, and another for another name", () => {
    expect(nameId("Help Desk")).toBe("help-desk");
    expect(nameId("  help   DESK ")).toBe("help-desk");
    expect(nameId("Help-Desk")).toMatch(/^help-desk-[0-9a-f]{8}$/);
    expect(nameId("客服")).toMatch(/^name-[0-9a-f]{8}$/);
  });

  it("of a record without one is a whole number that arithmetic keeps, and beyond any of ConnectWise's", () => {
    const id = Number(digestId("ticket", "1", "text"));
    expect(Number.isSafeInteger(id)).toBe(true);
    expect(id).toBeGreaterThan(2 ** 52);
    expect(digestId("ab", "c")).not.toBe(digestId("a", "bc"));
  });
});
