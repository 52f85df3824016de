// The preflight on a card: counted, what failed first with what to do, in the reader's language, and never too long.
import { describe, expect, it } from "vitest";
import { preflightLines } from "../../../../src/bot/cards/preflight-lines.ts";
import type { PreflightReport } from "../../../../src/engine/model/preflight.ts";
import { de } from "../../../../src/words/de.ts";
import { en } from "../../../../src/words/en.ts";
import { aPreflight } from "../../../support/preflight-report.ts";

const textOf = (report: PreflightReport | undefined, words = en as typeof de, approves = false) =>
  JSON.stringify(preflightLines(report, words, approves));

const passing = ({ preflight }: PreflightReport): PreflightReport => ({
  preflight: { ...preflight, checks: preflight.checks.filter(({ result }) => result !== "failed") },
});

describe("the preflight on a card", () => {
  it("says how many checks passed, and what each trouble is, failures first with what to do", () => {
    const text = textOf(aPreflight("Priya Raman"));
    expect(text).toContain("1 check failed, 2 warnings, 3 passed");
    const order = [
      "Priya Raman",
      "Choose another fallback",
      "Could not be asked",
      "bear one e-mail",
      "Nothing is approved",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("tells whoever approves that warnings are overridden on the record, where nothing failed", () => {
    expect(textOf(passing(aPreflight("x")), undefined, true)).toContain("overrides these warnings");
    expect(textOf(passing(aPreflight("x")))).not.toContain("overrides");
    expect(textOf(aPreflight("x"), undefined, true)).not.toContain("overrides");
  });

  it("speaks German, shows nothing before there is one, and stays short however much there is", () => {
    expect(textOf(aPreflight("x"), de)).toContain("1 Prüfung gescheitert, 2 Warnungen, 3 bestanden");
    expect(preflightLines(undefined, en)).toEqual([]);
    expect(textOf(aPreflight("<!channel> *x*".repeat(40), 60)).length).toBeLessThan(3200);
    expect(textOf(aPreflight("<!channel>"))).not.toContain("<!channel>");
  });
});
