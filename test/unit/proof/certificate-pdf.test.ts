// The certificate's PDF: it parses, carries the figures of the signed file, and spells names right.
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import type { SignedCertificate } from "../../../src/engine/model/reports/certificate.ts";
import { renderCertificatePdf } from "../../../src/engine/proof/certificate-pdf.ts";
import { makeReportEngine } from "../web/report-engine.ts";

async function aCertificate(discrepancies: number): Promise<SignedCertificate> {
  const signed = await makeReportEngine({ discrepancies }).signedCertificate("m1");
  if (!signed) throw new Error("the fake has no certificate");
  return signed;
}

/** Every stream of the file, unpacked; its length is stated, since its bytes may look like its end. */
function streamsOf(pdf: Buffer): readonly string[] {
  const heads = /<<([^>]*?\/Length (\d+)[^>]*?)>>\s*stream\r?\n/g;
  return [...pdf.toString("latin1").matchAll(heads)].flatMap(({ 0: all, 1: head = "", 2: length, index }) => {
    const start = index + all.length;
    const body = pdf.subarray(start, start + Number(length));
    return head.includes("FlateDecode") ? [inflateSync(body).toString("latin1")] : [];
  });
}

/**
 * What a reader would copy. Texts are drawn as numbers of glyphs, and each font has a table of what they stand for;
 * every text is read by every table, and one of the readings is right.
 */
function readText(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const tables = streams
    .filter((stream) => stream.includes("beginbfrange"))
    .map((table) =>
      [...table.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)].flatMap(([, list = ""]) =>
        [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = ""]) =>
          Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"),
        ),
      ),
    );
  const drawn = streams.flatMap((stream) =>
    [...stream.matchAll(/\[([^\]]*)\] TJ/g)].map(([, array = ""]) => array),
  );
  const numbers = drawn.map((array) => {
    const codes = [...array.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join("");
    return (codes.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));
  });
  return tables
    .map((table) => numbers.map((glyphs) => glyphs.map((at) => table[at] ?? "").join("")).join(""))
    .join("\n");
}

it("is a PDF of one or two pages with the figures, the key and the people of the signed file", async () => {
  const signed = await aCertificate(4);
  const pdf = Buffer.from(await renderCertificatePdf(signed, "Łukasz Żółć & Søn → Intercom"));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.subarray(-6).toString().trim()).toBe("%%EOF");
  const pages = Number(/\/Type \/Pages\n\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1]);
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(2);
  const text = readText(pdf);
  const { certificate, proof, key } = signed;
  for (const shown of [
    "Certificate of migration",
    "Łukasz Żółć & Søn → Intercom",
    proof.coverage.readBack.toLocaleString("en-US"),
    certificate.fieldsCompared.toLocaleString("en-US"),
    "4 fields are not as the approved plan says.",
    "3 further conversations continue tickets",
    certificate.desiredHash,
    key.fingerprint,
  ])
    expect(text).toContain(shown);
});

it("names who approved beside their ids", async () => {
  const signed = await aCertificate(0);
  const [first] = signed.certificate.approvals;
  if (!first) throw new Error("nobody approved it");
  const named = { ...signed.certificate, approvals: [{ ...first, name: "Łucja Żółć" }] };
  const text = readText(Buffer.from(await renderCertificatePdf({ ...signed, certificate: named }, "Acme")));
  expect(text).toContain(`Łucja Żółć, ${first.person}`);
});

it("is the same file for the same certificate, and another for another", async () => {
  const [signed, other] = [await aCertificate(0), await aCertificate(1)];
  const first = Buffer.from(await renderCertificatePdf(signed, "Acme"));
  expect(first.equals(Buffer.from(await renderCertificatePdf(signed, "Acme")))).toBe(true);
  expect(first.equals(Buffer.from(await renderCertificatePdf(other, "Acme")))).toBe(false);
});

it("stays short, whatever a certificate names", async () => {
  const pdf = Buffer.from(await renderCertificatePdf(await aCertificate(5000), "x".repeat(400)));
  expect(Number(/\/Type \/Pages\n\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1])).toBeLessThanOrEqual(2);
  expect(readText(pdf)).toContain("more, all of them in the signed file.");
});
