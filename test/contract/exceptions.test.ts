// Exceptions, the database's and the double of tests: open until the record makes it, one a record and code.
import { beforeEach, expect, it } from "vitest";
import { makeExceptions } from "../../src/engine/store/exceptions.ts";
import type { Exceptions } from "../../src/engine/store/repositories.ts";
import { describeOnEachStore } from "../support/database.ts";
import { toldError } from "../support/in-words.ts";
import { makeMemoryExceptions } from "../support/memory-exceptions.ts";

const exception = {
  source: { type: "ticket", id: "7" },
  environment: "production" as const,
  code: "too_long",
  saying: toldError("Much too long.", "Shorten it."),
};

let migrations = 0;

const stores = { memory: makeMemoryExceptions, database: makeExceptions };

describeOnEachStore<Exceptions>("exceptions", stores, (store) => {
  let id: string;
  const list = (environment: "staging" | "production" = "production") => store().list(id, environment, 10);
  beforeEach(() => {
    migrations += 1;
    id = `m${migrations}`;
  });

  it("are one a record and code: the last that was told", async () => {
    await store().record(id, "r1", [{ ...exception, saying: toldError("Too long.") }, exception]);
    expect(await list()).toEqual([exception]);
    await store().record(id, "r2", [{ ...exception, code: "other" }]);
    expect(await store().count(id, "production")).toBe(2);
  });

  it("are gone with all their codes once the record makes it, and may come back", async () => {
    const other = { ...exception, source: { type: "ticket", id: "71" } };
    await store().record(id, "r1", [exception, { ...exception, code: "other" }, other]);
    await store().resolve(id, "production", exception.source);
    expect(await list()).toEqual([other]);
    await store().record(id, "r2", [exception]);
    expect(await store().count(id, "production")).toBe(2);
  });

  it("are each environment's and each migration's own", async () => {
    await store().record(id, "r1", [exception, { ...exception, environment: "staging" }]);
    await store().record(`${id}0`, "r1", [exception]);
    await store().resolve(id, "staging", exception.source);
    expect(await list("staging")).toEqual([]);
    expect(await list()).toEqual([exception]);
    expect(await store().count(`${id}0`, "production")).toBe(1);
  });

  it("are listed up to a limit, and hold what a vendor's request was called", async () => {
    const many = ["1", "2", "3"].map((one) => ({ ...exception, source: { type: "ticket", id: one } }));
    await store().record(id, "r1", many);
    expect(await store().list(id, "production", 2)).toHaveLength(2);
    await store().resolve(id, "production", { type: "ticket", id: "404" });
    expect(await store().count(id, "production")).toBe(3);
    await store().record(id, "r1", [{ ...exception, requestId: "req-1" }]);
    expect(await list()).toContainEqual({ ...exception, requestId: "req-1" });
  });
});
