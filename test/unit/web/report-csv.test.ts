// Cells of a CSV: quoted where they must be, and never a formula.
import { expect, it } from "vitest";
import { csvLine } from "../../../src/web/reports/csv.ts";

it("quotes commas, quotes and line ends, and leaves the rest as it is", () => {
  expect(csvLine(["plain", 'say "hi"', "a,b", "two\nlines", undefined, 7])).toBe(
    'plain,"say ""hi""","a,b","two\nlines",,7\r\n',
  );
});

it.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])("disarms %j", (formula) => {
  expect(csvLine([formula]).replaceAll('"', "")).toBe(`'${formula}\r\n`);
});

it.each(["-2", "+49", "-0.75"])("leaves the number %s alone", (value) => {
  expect(csvLine([value])).toBe(`${value}\r\n`);
});
