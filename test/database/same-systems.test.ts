// New keys for the same systems are welcome at any time; other systems are not, once something was read or written.
import { randomBytes } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { openJournal } from "../../src/engine/journal/open-journal.ts";
import type { Credentials } from "../../src/engine/model/migration.ts";
import type { Operation } from "../../src/engine/model/operation.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { openStore } from "../../src/engine/store/open-store.ts";
import { parseSecretKey } from "../../src/engine/store/secrets/secrets.ts";
import { connect } from "../../src/engine/use-cases/connections/connect.ts";
import type { Dependencies } from "../../src/engine/use-cases/dependencies.ts";
import { describeOnEachDatabase } from "../support/database.ts";

const PERSON = { team: "T1", user: "U1" };
const NOW = new Date("2026-11-24T09:00:00Z");

/** The stand-ins tell who they are by what is entered: the company, and the token. */
const keys = (company: string, production: string, staging?: string): Credentials => ({
  source: {
    connectwise: {
      ...{ url: "https://cw.example", company, publicKey: "p", clientId: "c" },
      privateKey: "k",
    },
  },
  destination: { intercom: { url: "https://intercom.example", token: production } },
  ...(staging === undefined
    ? {}
    : { staging: { intercom: { url: "https://intercom.example", token: staging } } }),
});

const connectors = {
  source: ({ connectwise }: { connectwise: { company: string } }) => ({
    identify: async () => ({
      system: "connectwise",
      key: `connectwise:${connectwise.company}`,
      title: connectwise.company,
    }),
    close: async () => undefined,
  }),
  destination: ({ intercom }: { intercom: { token: string } }) => ({
    identify: async () => ({ id: intercom.token, name: intercom.token, adminId: "1" }),
    fetchAdmins: async () => [{ id: "1", name: "Priya" }],
    close: async () => undefined,
  }),
};

const write: Operation = {
  ...{ source: { type: "ticket", id: "1" }, step: "create", contentHash: "h" },
  build: () => ({ kind: "set-state", conversationId: "c", actingAdminId: "a", state: "closed" }),
};

let migrations = 0;

describeOnEachDatabase("a migration's systems", (database) => {
  let deps: Dependencies;
  let migrationId: string;

  beforeEach(async () => {
    const store = openStore(database(), parseSecretKey(new Secret(randomBytes(32).toString("base64"))));
    const given = { store, journal: openJournal(database()), connectors, clock: () => NOW };
    deps = given as unknown as Dependencies;
    migrations += 1;
    const facts = { key: `k${migrations}`, title: "A move", createdBy: PERSON };
    migrationId = (
      await store.migrations.findOrCreate({
        ...{ id: `same-systems-${migrations}`, createdAt: NOW.toISOString() },
        ...facts,
      })
    ).id;
  });
  const enter = (credentials: Credentials) => connect(deps, migrationId, credentials, PERSON);
  const written = (environment: "production" | "staging") =>
    deps.journal.intend({ migrationId, environment }, "run", [write]);

  it("may be corrected before anything was read", async () => {
    await enter(keys("wrong", "workspace"));
    await enter(keys("right", "other workspace"));
    const { workspaces } = (await deps.store.connections.load(migrationId)) ?? {};
    expect(workspaces?.production.id).toBe("other workspace");
  });

  it("keep their source once it was read, and take new keys for it", async () => {
    await enter(keys("ours", "workspace"));
    await deps.store.staging.saveCheckpoint(migrationId, "pass", { startedAt: NOW.toISOString() });
    await expect(enter(keys("theirs", "workspace"))).rejects.toMatchObject({
      code: "other_source",
      saying: { args: { known: "ours", tried: "theirs" } },
    });
    await expect(enter(keys("ours", "workspace"))).resolves.toMatchObject({ source: { title: "ours" } });
    const { credentials } = (await deps.store.connections.load(migrationId)) ?? {};
    expect(credentials?.source).toMatchObject({ connectwise: { company: "ours" } });
  });

  it("keep the workspace that was written to, and may change the one that was not", async () => {
    await enter(keys("ours", "production", "staging"));
    await written("production");
    await expect(enter(keys("ours", "another", "staging"))).rejects.toMatchObject({
      code: "other_workspace",
      saying: { args: { environment: "production", known: expect.stringContaining("production") } },
    });
    await enter(keys("ours", "production", "second staging"));
    await written("staging");
    await expect(enter(keys("ours", "production", "third staging"))).rejects.toMatchObject({
      code: "other_workspace",
      saying: { args: { environment: "staging" } },
    });
    await expect(enter(keys("ours", "production"))).resolves.toBeDefined();
  });

  it("keep a staging workspace that was left out for a while", async () => {
    await enter(keys("ours", "production", "staging"));
    await written("staging");
    await enter(keys("ours", "production"));
    await expect(enter(keys("ours", "production", "second staging"))).rejects.toMatchObject({
      code: "other_workspace",
    });
  });
});
