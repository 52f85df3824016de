// The published schema is the one that maps are parsed with.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleMapSchema, fieldMap } from "../../../src/engine/field-map/index.ts";
import { aFieldMap } from "../../support/builders.ts";

const path = fileURLToPath(new URL("../../../docs/field-map.schema.json", import.meta.url));
const validate = new Ajv2020({ strict: false }).compile(assembleMapSchema());

describe("the published schema of the field map", () => {
  it("is the file under docs: `node src/main.ts map schema > docs/field-map.schema.json` renews it", () => {
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(JSON.parse(JSON.stringify(assembleMapSchema())));
  });

  it("takes a map that is taken, and says no where the program says no", () => {
    const map: unknown = JSON.parse(JSON.stringify(aFieldMap()));
    expect(validate(map)).toBe(true);
    const paths = [
      ["version"],
      ["fields", "0", "target"],
      ["boards", "0", "name"],
      ["policies", "snoozeDays"],
    ];
    const wrong = fc.constantFrom<unknown>(null, 0, 9999, "", "x", [], {}, true);
    fc.assert(
      fc.property(fc.constantFrom(...paths), wrong, (where, value) => {
        const copy = structuredClone(map);
        const last = where.at(-1) ?? "";
        const parent = where
          .slice(0, -1)
          .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy as never);
        parent[last] = value;
        expect(validate(copy)).toBe(fieldMap.safeParse(copy).success);
      }),
    );
  });
});
