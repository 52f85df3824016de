// Secrets in texts kept for reference: found wherever they stand, at a cost that grows with the text and no faster.
import { describe, expect, it } from "vitest";
import { maskSecrets } from "../../../src/engine/source/drop-secrets.ts";
import { toPlainText } from "../../../src/engine/values/text.ts";

/** A quadratic pattern takes minutes for these, beyond any time-out of a test. */
const LONG = 900_000;

describe("masking secrets", () => {
  it.each([
    ["https://me:hunter2@host/x", "https://[dropped by Cutover]@host/x"],
    ["ftp://a:b@h and sftp://c:d@i", "ftp://[dropped by Cutover]@h and sftp://[dropped by Cutover]@i"],
    ["://u:p@h", "://[dropped by Cutover]@h"],
    ["https://host:8443/a@b", "https://host:8443/a@b"],
    ["mail me@host", "mail me@host"],
  ])("reads %s", (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    "a",
    "a_1",
    "://",
    "://a",
    "://a:",
    "a://b:c",
    "password ",
    "token:",
    "basic ",
    "bearer \t",
    "is ",
  ])("goes through a long run of %j at once", (piece) => {
    expect(maskSecrets(piece.repeat(Math.floor(LONG / piece.length))).length).toBeGreaterThan(0);
  });

  it("cuts a text that no workflow has, and says so", () => {
    const masked = maskSecrets("x".repeat(5_000_000));
    expect(masked).toHaveLength(1_000_000 + "… [cut by Cutover]".length);
    expect(masked).toMatch(/… \[cut by Cutover\]$/);
  });
});

describe("reading HTML back", () => {
  it.each(["<a ", "<", "</", "</p", "<br ", "<br/", "<b<i", "&", "&lt", "<a>", "<a b='<' "])(
    "goes through a long run of %j at once",
    (piece) => {
      expect(typeof toPlainText(piece.repeat(Math.floor(LONG / piece.length)))).toBe("string");
    },
  );

  it.each([
    ['<a title="1 < 2">x</a> <b', "x <b"],
    ["a < b and c > d", "a < b and c > d"],
    ["<p>x</p><i", "x\n\n<i"],
    ["<i", "<i"],
  ])("takes from %j the tags that end", (html, text) => {
    expect(toPlainText(html)).toBe(text);
  });
});
