// The same files as people see them, whatever a service makes of their names and places.
import { describe, expect, it } from "vitest";
import { compareFiles } from "../../../src/engine/converge/same-files.ts";

const png = (name: string, size = 900) => ({ name, contentType: "image/png", size });
const pdf = (name: string, size = 4000) => ({ name, contentType: "application/pdf", size });

describe("files of a message", () => {
  it.each([
    [[], []],
    [[pdf("Invoice.pdf")], [{ name: "Invoice.pdf", size: 4000 }]],
    [
      [pdf("a.pdf", 1), pdf("b.pdf", 2)],
      [
        { name: "b.pdf", size: 2 },
        { name: "a.pdf", size: 1 },
      ],
    ],
    [[png("Fehler.png")], [{ name: "Fehler.png" }]],
  ])("are the same in any order and place: %j", (wanted, observed) => {
    expect(compareFiles(wanted, observed)).toBe("same");
  });

  it.each([
    [[png("Fehler Straße (1).png")], [{ name: "Fehler_Strae_1_.png", size: 900 }]],
    [[pdf("Größe & 100%.pdf")], [{ name: "Gro_e_100_.pdf", size: 4000 }]],
    [[pdf("报告.pdf")], [{ name: "_.pdf", size: 4000 }]],
    [[png("shot.png")], [{ name: "image.png" }]],
    [[png("shot.png")], [{ name: "0f3c9a77" }]],
    [
      [pdf("报告.pdf", 1), pdf("a.pdf", 2)],
      [
        { name: "_.pdf", size: 1 },
        { name: "a.pdf", size: 2 },
      ],
    ],
  ])("are renamed, and there: %j", (wanted, observed) => {
    expect(compareFiles(wanted, observed)).toBe("renamed");
  });

  it.each([
    [[pdf("a.pdf")], []],
    [[], [{ name: "a.pdf", size: 4000 }]],
    [[pdf("a.pdf")], [{ name: "a.pdf", size: 12 }]],
    [[pdf("a.pdf")], [{ name: "b.pdf" }]],
    [[pdf("a.pdf"), pdf("b.pdf")], [{ name: "a.pdf", size: 4000 }]],
    [[pdf("a.pdf")], [{ name: "shot.png", size: 4000 }]],
    [[png("a.png")], [{ name: "a.exe" }]],
  ])("are others: %j", (wanted, observed) => {
    expect(compareFiles(wanted, observed)).toBe("different");
  });
});
