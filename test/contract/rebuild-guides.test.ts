// Guides read from the ConnectWise stand-in and the extract, at a verification that must not fail for them.

import { afterEach, expect, it } from "vitest";
import type { ConnectWiseOptions } from "../../sandbox/connectwise/options.ts";
import { KEPT, type KeptKind } from "../../src/engine/store/kept-reports.ts";
import type { Dependencies, OpenConnection } from "../../src/engine/use-cases/dependencies.ts";
import { keepRebuildGuides, loadRebuildGuides } from "../../src/engine/use-cases/verify/rebuild-guides.ts";
import { type Drill, MIGRATION, startDrill, TENANT_NOW } from "../support/connectwise-drill.ts";
import { print } from "../support/in-words.ts";

let drill: Drill | undefined;
afterEach(async () => {
  await drill?.close();
  drill = undefined;
});

async function start(options: Partial<ConnectWiseOptions> = {}) {
  const opened = await startDrill(options);
  drill = opened;
  await opened.extract();
  const reports = new Map<string, unknown>();
  const warned: unknown[] = [];
  const title = "ConnectWise PSA, company acme";
  const source = { system: "connectwise", key: "site/acme", title };
  const deps = {
    clock: () => TENANT_NOW,
    connectors: { source: () => opened.source() },
    log: { warn: (facts: unknown) => warned.push(facts) },
    store: {
      staging: opened.staging,
      migrations: { loadSettings: async () => ({ source }) },
      documents: {
        loadReport: async (_id: string, kind: KeptKind) =>
          KEPT[kind].schema.safeParse(reports.get(kind)).success ? reports.get(kind) : undefined,
        // As a database keeps it: what comes back is not what went in.
        saveReport: async (_id: string, name: string, report: unknown) =>
          void reports.set(name, JSON.parse(JSON.stringify(report))),
      },
    },
  } as unknown as Dependencies;
  const connection = { credentials: { source: {} } } as unknown as OpenConnection;
  return {
    ...{ sandbox: opened.sandbox, deps, warned, reports },
    keep: (signal?: AbortSignal) => keepRebuildGuides(deps, MIGRATION, connection, signal),
    load: () => loadRebuildGuides(deps, MIGRATION),
  };
}

it("keeps automations, SLAs, projects' billing and hierarchies, for few requests and without a secret", async () => {
  const { sandbox, keep, load, reports } = await start();
  const { tenant } = sandbox;
  const before = sandbox.requests.total;
  await keep();
  const guides = await load();
  expect(guides?.warnings).toEqual([]);
  expect(guides?.workflows).toHaveLength(tenant.workflows.length);
  expect(guides?.slas.length).toBe(tenant.slas.length);
  expect(guides?.slas.flatMap(({ priorities }) => priorities).length).toBeGreaterThan(0);
  expect(guides?.projects.total).toBe(tenant.projects.length);
  const [shown] = guides?.projects.first ?? [];
  const told = tenant.projects.find(({ id }) => String(id) === shown?.id);
  expect(shown).toMatchObject({
    billingMethod: "FixedFee",
    billingAmount: told?.billingAmount,
    closed: false,
  });
  const children = tenant.configurations.filter(({ parentConfigurationId }) => parentConfigurationId);
  expect(guides?.hierarchies).toMatchObject({
    configurations: tenant.configurations.length,
    children: children.length,
  });
  const parts = guides?.hierarchies.first.map((one) => one.parts) ?? [];
  expect(parts.reduce((sum, one) => sum + one, 0)).toBe(children.length);
  expect(parts).toEqual(parts.toSorted((a, b) => b - a));
  expect(sandbox.requests.writes).toBe(0);
  expect(sandbox.requests.total - before).toBeLessThan(120);
  const all = JSON.stringify([...reports.values()]);
  expect(tenant.plantedSecrets.filter((secret) => all.includes(secret))).toEqual([]);
});

it("says what a missing right hides, and keeps the rest", async () => {
  const { keep, load } = await start({ rights: { "Table Setup": "None" } });
  await keep();
  const guides = await load();
  expect(print(guides)?.warnings.some((one) => one.startsWith("Workflows could not be read: "))).toBe(true);
  expect(guides?.workflows).toEqual([]);
  expect(guides?.projects.total).toBeGreaterThan(0);
});

it("does not fail when the source is gone: what was read before stays, and the page says so", async () => {
  const { deps, keep, load, warned } = await start();
  await keep();
  const before = await load();
  const gone = async () => {
    throw new Error("secret detail of a socket");
  };
  const source = { fetchWorkflows: gone, fetchPage: gone, close: async () => undefined };
  Object.assign(deps.connectors, { source: () => source });
  await keep();
  const after = await load();
  expect(after?.workflows).toEqual(before?.workflows);
  expect(after?.slas).toEqual(before?.slas);
  expect(after?.warnings).toHaveLength(3);
  expect(after?.warnings[0]).toMatchObject({ code: "part_unreadable" });
  expect(JSON.stringify(after)).not.toContain("secret detail");
  expect(warned).toHaveLength(3);
});

it("keeps nothing of a reading that was stopped, and takes a document of another shape for none", async () => {
  const { keep, load, reports } = await start();
  await keep(AbortSignal.abort());
  expect(await load()).toBeUndefined();
  reports.set("rebuild-guides", { workflows: "other" });
  expect(await load()).toBeUndefined();
});
