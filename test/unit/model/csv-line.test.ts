// Lines of our CSV files: what went in comes back, and no spreadsheet finds a formula, whatever it takes for a separator.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "../../../src/engine/model/csv-line.ts";

const SIGNS = [..."=+-@＝＋－＠﹦﹢﹣﹫"];
const isFormula = (cell: string) =>
  SIGNS.includes([...cell.replace(/^[\p{Z}\p{Cc}\p{Cf}"]+/u, "")][0] ?? "") &&
  // A number, alone or before the next cell.
  !/^[+-]?\d+(\.\d+)?(,|$)/.test(cell.trim());

const cellsOf = (line: string): readonly string[] =>
  (parse(line, { relax_column_count: true }) as string[][]).flat();

/** What the worst of spreadsheets finds: one that cuts at its separator and at line ends, quotes or not. */
const worstCellsOf = (line: string, separator: string): readonly string[] =>
  line.split(/[\r\n]/).flatMap((part) => part.split(separator));

it("quotes commas, quotes and line ends, and leaves the rest as it is", () => {
  expect(csvLine(["plain", 'say "hi"', "a,b", "two\nlines", undefined, 7, -5, true])).toBe(
    'plain,"say ""hi""","a,b","two\nlines",,7,-5,true\r\n',
  );
});

describe("a cell that a spreadsheet would run", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "\t'=1"],
    ["\r=1", "\r'=1"],
    ["\n=1", "\n'=1"],
    [" =1", "' =1"],
    ["\u00a0\u200b=1", "'\u00a0\u200b=1"],
    ["\0=1", "'=1"],
    ["＝1+1", "'＝1+1"],
    ["﹢1+1", "'﹢1+1"],
    ["x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"],
    ["x,=1", "x,'=1"],
    ["5;-3", "5;'-3"],
    ['x;"=1"', `x;'"=1"`],
    ["first\n- second", "first\n'- second"],
  ])("%j is disarmed where it would begin one", (text, disarmed) => {
    const [cell] = cellsOf(csvLine([text]));
    expect(cell?.replace(/^'(?=[\t\r])/, "")).toBe(disarmed);
  });

  it.each(["-2", "+49", "-0.75", "a-b", "x = 1", "Mon-Fri", "me@example.com", "'quoted'"])(
    "%j is none",
    (text) => {
      expect(cellsOf(csvLine([text]))).toEqual([text]);
    },
  );

  it.each([",", ";", "\t", "|"])("is in no text, even for one that cuts at %j", (separator) => {
    const unit = fc.constantFrom(...SIGNS, ..."a1 \"';,\t\r\n|\0\u00a0\ufeff");
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 8 }), { minLength: 1, maxLength: 3 }), (cells) => {
        const line = csvLine(cells);
        expect([...cellsOf(line), ...worstCellsOf(line, separator)].filter(isFormula)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

it("gives back every text but for apostrophes, NUL and lone surrogates", () => {
  const unit = fc.constantFrom(...SIGNS, ..."aü1 \"';,\t\r\n|\0", "\ud83d", "😀");
  fc.assert(
    fc.property(fc.array(fc.string({ unit, maxLength: 8 }), { minLength: 1, maxLength: 4 }), (cells) => {
      const bare = (text: string) => text.toWellFormed().replaceAll("\0", "").replaceAll("'", "");
      expect(cellsOf(csvLine([...cells, "end"])).map(bare)).toEqual([...cells, "end"].map(bare));
    }),
    { numRuns: 3000 },
  );
});
