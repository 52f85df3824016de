// What captions give away, in seven languages: no secret gets in, and hardly anybody is asked for nothing.
import { describe, expect, it } from "vitest";
import { nameSensitivity } from "../../../../src/engine/values/sensitive/name-sensitivity.ts";
import { HARMLESS, PERSONAL, SECRETS } from "./captions.ts";

const asTold = (captions: readonly string[]) =>
  captions.map((caption) => [caption, nameSensitivity(caption)] as const);

describe("captions, columns and questions", () => {
  it("are enough to say something", () => {
    expect(SECRETS.length + PERSONAL.length).toBeGreaterThan(500);
    expect(HARMLESS.length).toBeGreaterThan(500);
    expect(new Set([...SECRETS, ...PERSONAL, ...HARMLESS]).size).toBe(
      SECRETS.length + PERSONAL.length + HARMLESS.length,
    );
  });

  it("that name a secret are all told", () => {
    expect(asTold(SECRETS).filter(([, told]) => told !== "secret")).toEqual([]);
  });

  it("that name protected data of people are all asked about", () => {
    expect(asTold(PERSONAL).filter(([, told]) => told === undefined)).toEqual([]);
  });

  it("that are harmless stay so, but for one in twenty", () => {
    const asked = asTold(HARMLESS).filter(([, told]) => told !== undefined);
    expect(asked.length / HARMLESS.length).toBeLessThanOrEqual(0.05);
  });

  it.each(["Wifi Password", "Türcode", "Clave wifi", "Blood group"])(
    "are told apart from their words alone, however they are joined: %s",
    (caption) => {
      const told = nameSensitivity(caption);
      for (const joiner of ["_", "-", ".", " / ", "  "])
        expect(nameSensitivity(caption.replaceAll(" ", joiner)), joiner).toBe(told);
      const camel = caption.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
      for (const way of [
        caption.toUpperCase(),
        caption.toLowerCase(),
        camel,
        `${caption} 2`,
        `1. ${caption}`,
      ])
        expect(nameSensitivity(way), way).toBe(told);
    },
  );
});
