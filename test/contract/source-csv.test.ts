// The same tenant over the API and as a folder of exports: both give the same desired state for what CSV can carry.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type ExportOptions, exportTenant } from "../../sandbox/export/export-tenant.ts";
import { createCsvSource } from "../../src/engine/source/csv/index.ts";
import type { CsvSettings } from "../../src/engine/source/csv/settings.ts";
import { extract } from "../../src/engine/stages/extract/extract.ts";
import { survey } from "../../src/engine/stages/survey/survey.ts";
import {
  comparable,
  comparableContact,
  desire,
  extractFrom,
  keepToColumns,
} from "../support/compare-exports.ts";
import { MIGRATION, startDrill, TENANT_NOW } from "../support/connectwise-drill.ts";
import { createMemoryStaging } from "../support/memory-staging.ts";

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

async function drillWithExport(options: ExportOptions, settings: Partial<CsvSettings> = {}) {
  const drill = await startDrill({ tickets: 120 });
  ended.push(() => drill.close());
  // The export's columns don't tell which entries a customer was shown: here none was.
  for (const [at, entry] of drill.sandbox.tenant.timeEntries.entries()) {
    const boxes = { addToDetailDescriptionFlag: false, addToResolutionFlag: false };
    drill.sandbox.tenant.timeEntries[at] = { ...entry, ...boxes };
  }
  keepToColumns(drill.sandbox.tenant);
  const directory = await mkdtemp(join(tmpdir(), "cutover-export-"));
  ended.push(() => rm(directory, { recursive: true }));
  await exportTenant(drill.sandbox.tenant, directory, options);
  const csv = createCsvSource({ directory, ...settings });
  ended.push(() => csv.close());
  return { drill, csv, directory };
}

describe("an export of a tenant", () => {
  it.each([
    ["as UTF-8 with ISO dates and lists of members, boards and statuses", { lists: true }, {}],
    ["with what the tickets alone tell about boards, statuses and people", {}, {}],
    [
      "in UTF-16 with tabs and American dates of another time zone",
      { lists: true, encoding: "utf-16le", separator: "\t", dates: "mdy", timeZone: "America/Los_Angeles" },
      { dateOrder: "mdy", timeZone: "America/Los_Angeles" },
    ],
    [
      "in UTF-8 with a mark, semicolons, decimal commas and German dates",
      { lists: true, encoding: "utf-8-bom", separator: ";", dates: "dmy" },
      { dateOrder: "dmy" },
    ],
  ] as const)("gives the desired state of the API, %s", async (_how, options, settings) => {
    const { drill, csv } = await drillWithExport(options, settings);
    await drill.extract();
    const api = await desire(drill, drill.source(), drill.staging);
    const { staging, exceptions } = await extractFrom(csv);
    const file = await desire(drill, csv, staging);
    expect(exceptions).toEqual([]);
    expect(file.conversations.length).toBeGreaterThan(120);
    expect(file.conversations.map((one) => comparable(one))).toEqual(
      api.conversations.map((one) => comparable(one)),
    );
    expect(file.contacts.map((one) => comparableContact(one))).toEqual(
      api.contacts.map((one) => comparableContact(one)),
    );
  });

  it("stages no secret of the tenant, though the reports have columns full of them", async () => {
    const { drill, csv, directory } = await drillWithExport({ lists: true });
    const files = await Promise.all(
      (await readdir(directory)).map((name) => readFile(join(directory, name))),
    );
    const { plantedSecrets } = drill.sandbox.tenant;
    const printed = plantedSecrets.filter((secret) => files.some((file) => file.includes(secret)));
    expect(printed.length).toBeGreaterThan(3);
    const { staging } = await extractFrom(csv);
    const dump = staging.dump() + JSON.stringify(await survey({ source: csv, clock: () => TENANT_NOW }));
    expect(printed.filter((secret) => dump.includes(secret))).toEqual([]);
  });

  it("returns the same records on a second extraction, and nothing of it counts as changed", async () => {
    const { csv } = await drillWithExport({});
    const staging = createMemoryStaging();
    const request = { source: csv, staging, migrationId: MIGRATION, environment: "production" } as const;
    await extract({ ...request, clock: () => TENANT_NOW });
    const again = await extract({ ...request, clock: () => TENANT_NOW });
    expect(again.mode).toBe("refresh");
    expect(again.arrived.ticket).toBeGreaterThan(120);
    expect(Object.values(again.changed).reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  it("gives pages in the order of the ids, each record once, and goes on behind any of them", async () => {
    const { csv } = await drillWithExport({});
    const whole = await csv.fetchPage("contact", {});
    const ids = whole.records.map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(ids).toHaveLength(await csv.count("contact"));
    const rest = await csv.fetchPage("contact", { after: String(ids[9]) });
    expect(rest.records).toEqual(whole.records.slice(10));
  });

  it("finds tickets by their ids, with their hours, and counts them by board", async () => {
    const { drill, csv } = await drillWithExport({ lists: true });
    const { tenant } = drill.sandbox;
    const [first] = tenant.timeEntries.flatMap(({ ticket }) => (ticket ? [String(ticket.id)] : []));
    const { records, rejects } = await csv.fetchByIds("ticket", [first ?? "", "999999999"]);
    expect(records.map(({ id }) => id)).toEqual([first]);
    expect(rejects).toEqual([]);
    const hours = await csv.fetchTimeEntriesOf([first ?? ""]);
    expect(hours.records.map(({ id }) => id)).toEqual(
      tenant.timeEntriesOf(Number(first)).map(({ id }) => String(id)),
    );
    const onHelpDesk = tenant.tickets.filter(({ board }) => board.name === "Help Desk").length;
    expect(await csv.countTicketsOnBoard({ id: "1", project: false })).toBe(onHelpDesk);
  });

  it("is read to the same end after an abort at any moment", async () => {
    const { csv } = await drillWithExport({});
    const whole = await extractFrom(csv);
    const staging = createMemoryStaging();
    const request = { source: csv, staging, migrationId: MIGRATION, environment: "production" } as const;
    const stopped = new Error("stopped");
    for (const moments of [1, 4, 30]) {
      const abort = new AbortController();
      let left = moments;
      const onProgress = () => {
        left -= 1;
        if (left < 0) abort.abort(stopped);
      };
      const run = extract({ ...request, clock: () => TENANT_NOW, signal: abort.signal, onProgress });
      await expect(run).rejects.toBe(stopped);
    }
    await extract({ ...request, clock: () => TENANT_NOW });
    expect(staging.hashes(MIGRATION)).toEqual(whole.staging.hashes(MIGRATION));
  });

  it("of a later day brings what changed, and tells what was deleted", async () => {
    const { drill, csv, directory } = await drillWithExport({});
    const staging = createMemoryStaging();
    const request = { staging, migrationId: MIGRATION, environment: "production" } as const;
    await extract({ ...request, source: csv, clock: () => TENANT_NOW });
    const { tenant } = drill.sandbox;
    const [gone] = tenant.tickets;
    tenant.deleteTicket(gone?.id ?? 0);
    const added = tenant.addTicket({ summary: "Brand new" });
    await exportTenant(tenant, directory, {});
    const later = createCsvSource({ directory });
    ended.push(() => later.close());
    const again = await extract({
      ...request,
      source: later,
      clock: () => new Date(TENANT_NOW.getTime() + 3_600_000),
    });
    expect(again.changed.ticket).toBe(1);
    const ids = staging.all(MIGRATION, "ticket").map(({ id }) => id);
    expect(ids).toContain(String(added.id));
    expect(ids).not.toContain(String(gone?.id));
  });
});
