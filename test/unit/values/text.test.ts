// Customer text: repaired, escaped, and the same text again when read back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieceMark, splitText } from "../../../src/engine/transform/split.ts";
import {
  escapeHtml,
  normalizeText,
  repairText,
  toIntercomHtml,
  toPlainText,
} from "../../../src/engine/values/text.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "<b>",
        "</p>",
        "&amp;",
        "&#x41;",
        "\r\n",
        "\n\n",
        "\u0000",
        "\ud800",
        " ",
        "a",
        "<",
        "&",
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join("")),
);

describe("repairing text", () => {
  it("removes NUL, controls and direction marks, and says so", () => {
    const { text, repairs } = repairText("a\u0000b\u200ec\u0007");
    expect(text).toBe("abc");
    expect(repairs).toEqual(["controls", "direction-marks"]);
  });

  it("replaces half a surrogate pair", () => {
    expect(repairText("x\ud83dy").text).toBe("x\ufffdy");
  });

  it("makes every line end a line feed without calling it a repair", () => {
    expect(repairText("a\r\nb\rc")).toEqual({ text: "a\nb\nc", repairs: [] });
  });

  it("repairs nothing twice", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = repairText(text).text;
        expect(repairText(once)).toEqual({ text: once, repairs: [] });
      }),
    );
  });
});

describe("text as Intercom's HTML", () => {
  it("keeps paragraphs and lines, and shows markup instead of obeying it", () => {
    expect(toIntercomHtml("Hi <script>\nline\n\nnext & last")).toBe(
      "<p>Hi &lt;script&gt;<br>line</p><p>next &amp; last</p>",
    );
  });

  it("reads back as the same text, whatever the text", () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const { text } = repairText(raw);
        expect(normalizeText(toPlainText(toIntercomHtml(text)))).toBe(normalizeText(text));
      }),
      { numRuns: 500 },
    );
  });

  it("decodes an entity once only", () => {
    expect(toPlainText(`<p>${escapeHtml("&lt;b&gt;")}</p>`)).toBe("&lt;b&gt;");
  });

  it("takes another wrapping by Intercom for the same text", () => {
    const theirs = '<div class="x">one<br/>two</div>\n<p>three&nbsp;four</p>';
    expect(normalizeText(toPlainText(theirs))).toBe(normalizeText("one\ntwo\n\nthree four"));
  });
});

describe("splitting long text", () => {
  it("joins to the original, with no piece over the maximum once escaped", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 8, max: 60 }), (raw, max) => {
        const { text } = repairText(raw);
        const pieces = splitText(text, max);
        expect(pieces.join("")).toBe(text);
        for (const piece of pieces) expect(escapeHtml(piece).length).toBeLessThanOrEqual(max);
      }),
      { numRuns: 500 },
    );
  });

  it("never cuts a character in two", () => {
    expect(splitText("😀".repeat(20), 9).every((piece) => piece.isWellFormed())).toBe(true);
  });

  it("prefers the end of a word", () => {
    expect(splitText("hello world again", 13)[0]).toBe("hello world ");
  });

  it("is fast on a note of a megabyte", () => {
    const pieces = splitText("lorem ipsum ".repeat(90_000));
    expect(pieces.length).toBeGreaterThan(30);
    expect(pieces.join("").length).toBe(1_080_000);
  });

  it("marks pieces only where there are several", () => {
    expect(pieceMark(1, 3)).toBe("(2/3) ");
    expect(pieceMark(0, 1)).toBe("");
  });
});
