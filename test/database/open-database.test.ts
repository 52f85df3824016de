// Opening a database: races, owners, newer programs, and what a person is told.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AskError, InputError, RefusedError, RetryError } from "../../src/engine/errors.ts";
import { ownDirectory } from "../../src/engine/store/database/directory-owner.ts";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";
import { describeOnEachDatabase, postgresAnswers, serverUrl } from "../support/database.ts";

describeOnEachDatabase("a newer database", (database) => {
  it("is refused with the name of the program that changed it", async () => {
    const { applyMigrations } = await import("../../src/engine/store/database/apply-migrations.ts");
    await database().execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('future', 4102444800000)`,
    );
    await database().execute(
      sql`insert into program (name, schema_tag, opened_at) values ('cutover 9.9.9', '9999_future', now())`,
    );
    let migrated = false;
    const opening = applyMigrations(database().drizzle, "cutover 0.1.0", async () => {
      migrated = true;
    });
    await expect(opening).rejects.toThrow(RefusedError);
    await expect(opening).rejects.toMatchObject({
      code: "database_newer",
      saying: { args: { steps: 1, by: "cutover 9.9.9" } },
    });
    expect(migrated).toBe(false);
  });
});

describe.runIf(postgresAnswers)("four programs opening one empty PostgreSQL database at once", () => {
  const name = `cutover_test_${Date.now()}_race`;
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  beforeAll(async () => {
    await server`create database ${server(name)}`;
  });
  afterAll(async () => {
    await server`drop database if exists ${server(name)} with (force)`;
    await server.end();
  });

  it("race nothing: each finds the schema, and every step ran once", async () => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const opened = await Promise.all(
      ["a", "b", "c", "d"].map((program) =>
        openDatabase({ databaseUrl: url.href, dataDirectory: "unused", program }),
      ),
    );
    const [first] = opened;
    const steps = await first?.execute<{ hash: string }>(sql`select hash from drizzle.__drizzle_migrations`);
    expect(new Set(steps?.map((step) => step.hash)).size).toBe(steps?.length);
    const programs = await first?.execute<{ name: string }>(sql`select name from program order by name`);
    expect(programs?.map((program) => program.name)).toEqual(["a", "b", "c", "d"]);
    await Promise.all(opened.map((database) => database.close()));
  });

  it("a connection that the server ends is a RetryError, and the next query works", async () => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const database = await openDatabase({ databaseUrl: url.href, dataDirectory: "unused", program: "a" });
    const cut = database.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    await expect(cut).rejects.toThrow(RetryError);
    expect(await database.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await database.close();
  });
});

describe("a database that can't be opened", () => {
  it("is named by host and port, never with its password, when nothing listens", async () => {
    const free = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
      });
    });
    const opening = openDatabase({
      databaseUrl: `postgres://someone:hunter2@127.0.0.1:${free}/cutover`,
      dataDirectory: "unused",
      program: "test",
    });
    const error = await opening.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AskError);
    expect(error).toMatchObject({
      code: "database_down",
      saying: { args: { place: `127.0.0.1:${free}/cutover` } },
    });
    expect(inspect(error, { depth: 9 })).not.toContain("hunter2");
  });

  it("is bad input when the address is no address", async () => {
    const opening = openDatabase({
      databaseUrl: "postgres://a b:c@",
      dataDirectory: "unused",
      program: "test",
    });
    await expect(opening).rejects.toThrow(InputError);
  });
});

describe.each(["socket", "file"] as const)("owning a data directory by %s", (mechanism) => {
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "cutover-owner-"));
  });
  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it.runIf(mechanism === "file" || process.platform === "linux")(
    "refuses the second with pid and start, and lets it in after a release",
    async () => {
      const first = await ownDirectory(directory, mechanism);
      const second = ownDirectory(directory, mechanism);
      await expect(second).rejects.toThrow(AskError);
      await expect(second).rejects.toMatchObject(ownedBy(process.pid));
      await first.release();
      await (await ownDirectory(directory, mechanism)).release();
    },
  );

  it.runIf(mechanism === "file" || process.platform === "linux")(
    "is free again after kill -9 of the owner",
    async () => {
      const child = await ownInChild(directory, mechanism);
      await expect(ownDirectory(directory, mechanism)).rejects.toMatchObject(ownedBy(child.pid));
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      await (await ownDirectory(directory, mechanism)).release();
    },
  );

  it.runIf(mechanism === "file" || process.platform === "linux")(
    "lets in exactly one of many at once",
    async () => {
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, () => ownDirectory(directory, mechanism)),
      );
      const won = tries.filter((attempt) => attempt.status === "fulfilled");
      expect(won).toHaveLength(1);
      await won[0]?.value.release();
    },
  );
});

describe("an embedded database in a directory", () => {
  it("keeps its rows, and refuses a second opener while it is open", async () => {
    const directory = await mkdtemp(join(tmpdir(), "cutover-pglite-"));
    const options = { dataDirectory: directory, program: "test" };
    const first = await openDatabase(options);
    await first.execute(sql`insert into delivery (key, seen_at) values ('kept', now())`);
    await expect(openDatabase(options)).rejects.toMatchObject(ownedBy(process.pid));
    await first.close();
    const second = await openDatabase(options);
    expect(await second.execute(sql`select key from delivery`)).toEqual([{ key: "kept" }]);
    await second.close();
    await rm(directory, { recursive: true, force: true });
  });
});

const ownedBy = (pid: number | undefined) => ({
  code: "directory_owned",
  saying: { args: { owner: { pid, since: expect.stringMatching(/^20/) } } },
});

/** A process that owns the directory until it is killed. */
async function ownInChild(directory: string, mechanism: string): Promise<ChildProcess> {
  const module = new URL("../../src/engine/store/database/directory-owner.ts", import.meta.url).href;
  const program = `
    const { ownDirectory } = await import(${JSON.stringify(module)});
    await ownDirectory(${JSON.stringify(directory)}, ${JSON.stringify(mechanism)});
    console.log("owned");
    setInterval(() => {});`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
}
