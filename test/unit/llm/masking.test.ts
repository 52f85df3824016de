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
  });

  it("lets no letter or digit of the original through, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/^\s*(yes|no|true|false|n\/a|none|ja|nein)\s*$/i.test(text.slice(0, 40)));
        expect(maskSample(text)).not.toMatch(/[a-wyzA-WYZ0-8]/);
      }),
    );
  });
});
