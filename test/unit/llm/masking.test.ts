import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskSample } from "../../../src/llm/masking.ts";

describe("masking sample values before a model sees them", () => {
  it("keeps the shape and hides the content", () => {
    expect(maskSample("Dana Ortiz 2026-01-31")).toBe("Xxxx Xxxxx 9999-99-99");
    expect(maskSample("dana.ortiz@example.com")).toBe("x@x.xx");
    expect(maskSample("Ärger für Müller")).toBe("Xxxxx xxx Xxxxxx");
  });

  it("keeps words that name nobody", () => {
    expect(maskSample(" Yes ")).toBe("Yes");
    for (const word of [
      "Y",
      "N",
      "J",
      "x",
      "oui",
      "Non",
      "SIM",
      "não",
      "Sí",
      "tak",
      "Nie",
      "да",
      "いいえ",
      "é",
    ])
      expect(maskSample(word)).toBe(word);
  });

  it("tells a code from a number by the zero that leads it, and only that one", () => {
    expect(maskSample("00417")).toBe("09999");
    expect(maskSample("0417 2001")).toBe("0999 9999");
    expect(maskSample("0.5")).toBe("9.9");
    expect(maskSample("0")).toBe("9");
    expect(maskSample("100")).toBe("999");
  });

  it("lets no letter or digit of the original through, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        // Two characters and no word: a single letter may be a flag, and so may "no" in some language.
        fc.pre(!/^\s*(\p{L}+|n\/a)\s*$/iu.test(text.slice(0, 40)));
        expect(maskSample(text).replace(/^\s*0/, "")).not.toMatch(/[a-wyzA-WYZ0-8]/);
      }),
    );
  });

  it("hides every word of three letters and more that is no yes or no", () => {
    for (const word of ["Dana", "Nora", "Yesenia", "Nonna", "Tak Li", "Si Wong", "hunter"])
      expect(maskSample(word)).toMatch(/^[Xx ]+$/);
  });
});
