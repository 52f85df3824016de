// Text to HTML and back, as the stand-in shows bodies.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adminHtml, htmlToText, textToHtml } from "../../../../sandbox/intercom/html.ts";

describe("bodies", () => {
  it("survive the way to HTML and back, whatever a customer wrote", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "<", ">", "&", '"', "'", ";", "é", "😀", "/", "p") });
    const lines = fc.array(
      line.map((text) => `x${text}`),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom("\n", "\n\n"), (written, separator) => {
        const text = written.join(separator);
        expect(htmlToText(textToHtml(text))).toBe(text);
      }),
    );
  });

  it("keep simple tags of an admin and lose the rest", () => {
    expect(adminHtml('See <a href="https://a.example" onclick="x()">this</a><iframe></iframe>')).toBe(
      '<p>See <a href="https://a.example">this</a></p>',
    );
    expect(adminHtml("plain\ntext")).toBe("<p>plain<br>text</p>");
  });

  it("show a link as its label and address in plain text", () => {
    expect(htmlToText('<p>See <a href="https://a.example">this</a></p>')).toBe(
      "See this (https://a.example)",
    );
  });
});
