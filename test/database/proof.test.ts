// What the store keeps for proofs: rows of huge reports by the page, one signing key for all, and a counted end.
import { beforeAll, expect, it } from "vitest";
import { openJournal } from "../../src/engine/journal/open-journal.ts";
import type { FieldVerdict } from "../../src/engine/model/reports/certificate.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { isSignatureSound, signCertificate } from "../../src/engine/proof/sign-certificate.ts";
import type { Database } from "../../src/engine/store/database/database.ts";
import { openStore } from "../../src/engine/store/open-store.ts";
import { parseSecretKey } from "../../src/engine/store/secrets/secrets.ts";
import { aContact } from "../support/builders.ts";
import { describeOnEachDatabase } from "../support/database.ts";

const key = parseSecretKey(new Secret("a passphrase of some length"));
const MANY = 200_000;

const row = (n: number): FieldVerdict => ({
  source: { type: n % 3 === 0 ? "contact" : "ticket", id: String(Math.floor(n / 40)) },
  field: `attributes.Field_${n % 40}__c`,
  sourceValue: `value ${n}`,
  rule: "ticket priority as list",
  desired: n === 777 ? "NUL \u0000 and half \ud83d" : `Wanted ${n}`,
  observed: `Wanted ${n}`,
  verdict: n < 12 ? "different" : "same",
});

describeOnEachDatabase("rows of a report", (database) => {
  const store = () => openStore(database(), key);
  beforeAll(async () => {
    await store().reportRows.replace(
      "m1",
      "sample-diff",
      Array.from({ length: MANY }, (_, n) => row(n)),
    );
  }, 120_000);

  it("answers the first page, the last one and a search of 200,000 rows", async () => {
    const { reportRows } = store();
    const queries = [
      { offset: 0, limit: 100 },
      { offset: MANY - 100, limit: 100 },
      { search: "WANTED 199999", offset: 0, limit: 100 },
      { verdict: "different", type: "ticket", offset: 0, limit: 100 },
    ] as const;
    const lengths: number[] = [];
    for (const query of queries) {
      const { offset: _o, limit: _l, ...filter } = query;
      const [rows] = await Promise.all([
        reportRows.list("m1", "sample-diff", query),
        reportRows.count("m1", "sample-diff", filter),
      ]);
      lengths.push(rows.length);
    }
    expect(lengths).toEqual([100, 100, 1, 8]);
    expect(await reportRows.count("m1", "sample-diff", {})).toBe(MANY);
  });

  it("takes words as they are, not as patterns, and keeps odd text readable", async () => {
    const { reportRows } = store();
    expect(await reportRows.count("m1", "sample-diff", { search: "100%" })).toBe(0);
    expect(await reportRows.count("m1", "sample-diff", { search: "half wanted" })).toBe(1);
    const [odd] = await reportRows.list("m1", "sample-diff", { search: "half", offset: 0, limit: 1 });
    expect(odd?.desired).toBe("NUL  and half \ufffd");
  });

  it("puts a newer report in the place of an older one, and leaves other migrations alone", async () => {
    const { reportRows } = store();
    await reportRows.replace("m2", "sample-diff", [row(1), row(2)]);
    await reportRows.replace("m2", "sample-diff", [row(3)]);
    expect(await reportRows.list("m2", "sample-diff", { offset: 0, limit: 10 })).toEqual([row(3)]);
    expect(await reportRows.count("m1", "sample-diff", {})).toBe(MANY);
  });
});

describeOnEachDatabase("the signing key", (database: () => Database) => {
  it("is made once, however many ask first, and is sealed", async () => {
    const pairs = await Promise.all(
      Array.from({ length: 8 }, () => openStore(database(), key).signingKeys.loadOrCreate()),
    );
    expect(new Set(pairs.map(({ publicKey }) => publicKey)).size).toBe(1);
    const [pair] = pairs;
    if (!pair) throw new Error("No key was made.");
    const content = { certificate: {}, proof: {}, issuedAt: "now" } as never;
    expect(isSignatureSound(signCertificate(content, pair))).toBe(true);
    const other = parseSecretKey(new Secret("another passphrase, as long"));
    await expect(openStore(database(), other).signingKeys.loadOrCreate()).rejects.toMatchObject({
      code: "secret_unreadable",
    });
  });
});

describeOnEachDatabase("forgetting", (database) => {
  it("deletes customer data and credentials, counts them, and keeps certificate, map and audit log", async () => {
    const store = openStore(database(), key);
    const journal = openJournal(database());
    const at = new Date();
    const scope = { migrationId: "m1", environment: "production" } as const;
    await store.staging.putRecords("m1", "contact", [aContact(), aContact({ id: "21" })], at);
    await store.staging.putRecords("m2", "contact", [aContact()], at);
    const workspace = { id: "w", name: "W", adminId: "1" };
    const intercom = { intercom: { url: "http://127.0.0.1:1", token: "t" } };
    const source = { csv: { directory: "/data" } };
    await store.connections.save("m1", { source, destination: intercom }, { production: workspace });
    await store.documents.saveReport("m1", "sample-diff", { rows: [] } as never, at);
    await store.documents.saveReport("m1", "rebuild-guides", { workflows: [] } as never, at);
    await store.documents.saveReport("m1", "signed-certificate", { kept: true } as never, at, "production");
    await store.reportRows.replace("m1", "sample-diff", [row(1)]);
    await store.audit.append({
      migrationId: "m1",
      at: "now",
      actor: "cutover",
      event: "verified",
      detail: {},
    });
    const [intent] = await journal.intend(scope, "run", [
      {
        source: { type: "contact", id: "20" },
        step: "create",
        contentHash: "hash",
        build: () => ({ kind: "delete-contact", contactId: "x" }),
      },
    ]);
    const before = { image: { email: "ada@client.example" } };
    await journal.sent(intent?.id ?? "", { kind: "delete-contact", contactId: "x" }, at);
    await journal.done(intent?.id ?? "", { destinationId: "d1", created: false, before }, at);

    expect(await store.retention.forget("m1")).toEqual({
      records: 2,
      credentials: 2,
      reportRows: 1,
      documents: 2,
      operations: 1,
      files: 0,
      exceptions: 0,
    });
    expect(await store.connections.load("m1")).toBeUndefined();
    expect(await store.staging.count("m1", "contact")).toBe(0);
    expect(await store.staging.count("m2", "contact")).toBe(1);
    expect(await store.documents.loadReport("m1", "rebuild-guides")).toBeUndefined();
    // It is there still, and no certificate.
    await expect(store.documents.loadReport("m1", "signed-certificate", "production")).rejects.toMatchObject({
      code: "kept_unreadable",
    });
    expect(await store.audit.list("m1", 0, 10)).toHaveLength(1);
    const [standing] = await journal.loadStanding(scope, 10);
    expect(standing).toMatchObject({ destinationId: "d1", step: "create" });
    expect(standing?.before).toBeUndefined();
    expect(await journal.measure(scope)).toMatchObject({ operations: 1, standing: 1 });
    expect(await store.retention.forget("m1")).toEqual({
      records: 0,
      credentials: 0,
      reportRows: 0,
      documents: 0,
      operations: 0,
      files: 0,
      exceptions: 0,
    });
  });
});
