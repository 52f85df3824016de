// A certificate holds as it was signed, and is refused once anything of it, or beside it, was changed.
import { describe, expect, it } from "vitest";
import { mapHash } from "../../../src/engine/field-map/hash.ts";
import { contentHash } from "../../../src/engine/model/hash.ts";
import type { PrintedCertificate, SignedCertificate } from "../../../src/engine/model/reports/certificate.ts";
import { type ChainedEntry, GENESIS, hashEntry } from "../../../src/engine/proof/audit-chain.ts";
import { checkAuditLines, toAuditLine } from "../../../src/engine/proof/audit-lines.ts";
import { parseSignedCertificate } from "../../../src/engine/proof/certificate-schema.ts";
import { checkCertificate } from "../../../src/engine/proof/check-certificate.ts";
import { makeSigningPair, signCertificate } from "../../../src/engine/proof/sign-certificate.ts";
import { aFieldMap } from "../../support/builders.ts";

const plan = { hash: "a".repeat(64), operations: 12, losses: [] };
const map = aFieldMap();
const pair = makeSigningPair();

function aLog(entries: number): ChainedEntry[] {
  const log: ChainedEntry[] = [];
  for (let sequence = 1; sequence <= entries; sequence += 1) {
    const previousHash = log.at(-1)?.hash ?? GENESIS;
    const facts = {
      migrationId: "m1",
      at: `2026-01-01T00:00:${String(sequence).padStart(2, "0")}Z`,
      actor: "cutover" as const,
      event: "wrote",
      detail: { n: sequence, text: "“odd” \u0000 \ud800" },
    };
    log.push({ ...facts, sequence, previousHash, hash: hashEntry(facts, sequence, previousHash) });
  }
  return log;
}
const log = aLog(5);
const linesOf = (entries: readonly ChainedEntry[]) => entries.map(toAuditLine);

const counts = { expected: 2, found: 2, same: 1, discrepant: 1 };
const certificate: PrintedCertificate = {
  migrationId: "m1",
  environment: "production",
  workspace: { id: "w1", name: "Acme" },
  planHash: plan.hash,
  mapHash: mapHash(map),
  verifiedAt: "2026-01-01T00:00:00Z",
  objects: { company: counts, contact: counts, conversation: counts },
  fieldsCompared: 10,
  partsCompared: 3,
  discrepancies: [
    {
      source: { type: "ticket", id: "1" },
      field: "title",
      desired: "half an emoji \ud83d",
      observed: "x",
      verdict: "different",
    },
  ],
  exceptions: [],
  desiredHash: "d",
  observedHash: "o",
  approvals: [{ role: "customer", person: "T/U", at: "2026-01-01T00:00:00Z" }],
};
const last = log.at(2) ?? { sequence: 0, hash: GENESIS };
const signed = signCertificate(
  {
    certificate,
    proof: {
      planDigest: contentHash(plan),
      coverage: { scope: "all", expected: 6, readBack: 6 },
      journal: { operations: 9, standing: 9, first: "1", last: "9" },
      audit: { sequence: last.sequence, hash: last.hash },
    },
    issuedAt: "2026-01-01T00:00:01Z",
  },
  pair,
);
const fromFile = (document: unknown) => parseSignedCertificate(JSON.parse(JSON.stringify(document, null, 1)));
const failing = async (...parameters: Parameters<typeof checkCertificate>) =>
  (await checkCertificate(...parameters)).findings.filter(({ sound }) => !sound).map(({ of }) => of);

describe("a signed certificate", () => {
  it("holds after a trip through a file, whatever the order of its keys", async () => {
    expect(await checkCertificate(fromFile(signed))).toMatchObject({ sound: true });
    const turned = Object.fromEntries(Object.entries(fromFile(signed)).toReversed());
    expect(await failing(turned as unknown as SignedCertificate)).toEqual([]);
  });

  it("holds with the plan, the map, the log and the key that it names beside it", async () => {
    const beside = { audit: linesOf(log), plan, map, key: pair.publicKey };
    const check = await checkCertificate(fromFile(signed), beside);
    expect(check).toMatchObject({ sound: true });
    expect(check.findings.map(({ of }) => of)).toEqual(["certificate", "key", "audit", "plan", "map"]);
  });

  it("is refused when any value in it was changed", async () => {
    const paths = leaves(signed as unknown as Json);
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const changed = structuredClone(signed) as unknown as Json;
      bend(changed, path);
      expect([path, await failing(changed as unknown as SignedCertificate)]).toEqual([path, ["certificate"]]);
    }
  });

  it("is refused with something added, and when another key signed it anew", async () => {
    expect(await failing({ ...signed, note: "all fine" } as SignedCertificate)).toEqual(["certificate"]);
    const forged = signCertificate(
      { ...signed, certificate: { ...certificate, discrepancies: [] } },
      makeSigningPair(),
    );
    expect(await failing(forged)).toEqual([]);
    expect(await failing(forged, { key: pair.publicKey })).toEqual(["key"]);
    expect(await failing(forged, { key: signed.key.fingerprint })).toEqual(["key"]);
    expect(await failing(signed, { key: signed.key.fingerprint.toUpperCase() })).toEqual([]);
    expect(await failing(signed, { key: "BEGIN PUBLIC KEY nonsense" })).toEqual(["key"]);
  });

  it("refuses a changed plan, another plan, and a changed map", async () => {
    expect(await failing(signed, { plan: { ...plan, operations: 13 } })).toEqual(["plan"]);
    expect(await failing(signed, { plan: { ...plan, hash: "b".repeat(64) } })).toEqual(["plan"]);
    expect(await failing(signed, { plan: "no plan" })).toEqual(["plan"]);
    const changed = { ...map, policies: { ...map.policies, snoozeDays: 9 } };
    expect(await failing(signed, { map: changed })).toEqual(["map"]);
  });

  it("refuses a log that was edited, cut before its end, or written anew", async () => {
    const edited = log.map((entry) => (entry.sequence === 2 ? { ...entry, event: "nothing" } : entry));
    expect(await failing(signed, { audit: linesOf(edited) })).toEqual(["audit"]);
    expect(await failing(signed, { audit: linesOf(log.slice(0, 2)) })).toEqual(["audit"]);
    expect(await failing(signed, { audit: linesOf(aLogOf("other")) })).toEqual(["audit"]);
    expect(await failing(signed, { audit: [] })).toEqual(["audit"]);
  });

  it("is told from any other document", () => {
    expect(() => parseSignedCertificate({ hello: 1 })).toThrow("no_certificate");
    expect(() => parseSignedCertificate({ ...signed, proof: {} })).toThrow("proof");
  });
});

describe("an audit log", () => {
  it("is sound as it was exported", async () => {
    expect(await checkAuditLines(linesOf(log))).toEqual({
      sound: true,
      entries: 5,
      lastHash: log.at(-1)?.hash,
    });
  });

  it.each([
    ["a line missing", log.toSpliced(2, 1), 3],
    ["the first line missing", log.slice(1), 1],
    ["two lines swapped", [log[0], log[2], log[1], log[3]], 2],
    ["a line doubled", [log[0], log[0]], 2],
  ] as const)("is refused with %s", async (_what, entries, sequence) => {
    const lines = linesOf(entries.flatMap((entry) => entry ?? []));
    expect(await checkAuditLines(lines)).toMatchObject({ sound: false, sequence });
  });

  it("is refused where a line is no entry", async () => {
    const lines = linesOf(log).toSpliced(1, 0, "{not json");
    expect(await checkAuditLines(lines)).toMatchObject({ sound: false, sequence: 2 });
  });
});

function aLogOf(event: string): ChainedEntry[] {
  let previousHash = GENESIS;
  return log.map((entry) => {
    const hash = hashEntry({ ...entry, event }, entry.sequence, previousHash);
    const next = { ...entry, event, previousHash, hash };
    previousHash = hash;
    return next;
  });
}

type Json = { [key: string]: Json | string | number };

/** Paths of all values that are texts or numbers. */
function leaves(value: Json, path: readonly string[] = []): string[][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" && inner !== null ? leaves(inner, [...path, key]) : [[...path, key]],
  );
}

function bend(value: Json, path: readonly string[]): void {
  const [key = "", ...rest] = path;
  const inner = value[key];
  if (typeof inner === "object" && rest.length > 0) bend(inner, rest);
  else value[key] = typeof inner === "number" ? inner + 1 : `A${String(inner)}`;
}
