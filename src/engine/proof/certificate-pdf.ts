// The certificate as a PDF of one or two pages, made from the signed file alone.
import { fileURLToPath } from "node:url";
import type PDFDocument from "pdfkit";
import type { PrintedCertificate, SignedCertificate } from "../model/reports/certificate.ts";

type Pdf = typeof PDFDocument.prototype;

/** Lists are cut here: the signed file and the page have all. */
const MOST_LINES = 8;
const INK = "#1c2430";
const SOFT = "#5b6675";
const LINE = "#d5dae1";
const MARGIN = 56;

const TEXT = fileURLToPath(import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));
const BOLD = fileURLToPath(import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"));
const MONO = fileURLToPath(import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf"));
const number = (value: number) => value.toLocaleString("en-US");
const moment = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
/** Marks that turn the reading direction, and controls, would make a name look like another one. */
const plain = (text: string) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ").toWellFormed();

/** The same bytes for the same certificate; nothing is asked, neither a clock nor a database. */
export async function renderCertificatePdf(signed: SignedCertificate, title: string): Promise<Uint8Array> {
  const { default: Document } = await import("pdfkit");
  const issuedAt = new Date(signed.issuedAt);
  const pdf = new Document({
    ...{ size: "A4", margin: MARGIN, bufferPages: true, font: TEXT },
    info: {
      ...{
        Title: `Certificate of migration: ${plain(title)}`,
        Author: "Cutover",
        Producer: "Cutover",
      },
      ...{ Creator: "Cutover", CreationDate: issuedAt, ModDate: issuedAt, Keywords: signed.signature },
    },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  pdf.registerFont("text", TEXT);
  pdf.registerFont("bold", BOLD);
  pdf.registerFont("mono", MONO);
  writeSummary(pdf, signed, plain(title));
  writeCounts(pdf, signed.certificate);
  writeNamed(pdf, signed.certificate);
  writeApprovals(pdf, signed.certificate);
  writeBinding(pdf, signed);
  writeFooters(pdf, signed);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function heading(pdf: Pdf, words: string): void {
  // A heading at the foot of a page belongs to the next one.
  if (pdf.y > pdf.page.height - MARGIN - 70) pdf.addPage();
  pdf.moveDown(0.9).font("bold").fontSize(11).fillColor(INK).text(words, MARGIN).moveDown(0.35);
}

const textWidth = (pdf: Pdf) => pdf.page.width - 2 * MARGIN;

function rule(pdf: Pdf): void {
  const { y } = pdf;
  pdf
    .moveTo(MARGIN, y)
    .lineTo(pdf.page.width - MARGIN, y)
    .lineWidth(0.7)
    .strokeColor(LINE)
    .stroke();
}

function writeSummary(pdf: Pdf, { certificate, proof }: SignedCertificate, title: string): void {
  const { discrepancies, workspace, environment, verifiedAt } = certificate;
  const verdict =
    discrepancies.length === 0
      ? "Every record that was read back is as the approved plan says."
      : `${number(discrepancies.length)} ${discrepancies.length === 1 ? "field is" : "fields are"} not as the approved plan says.`;
  pdf
    .font("text")
    .fontSize(9)
    .fillColor(SOFT)
    .text(title, { width: textWidth(pdf) });
  pdf.moveDown(0.3).font("bold").fontSize(20).fillColor(INK).text("Certificate of migration");
  pdf.moveDown(0.7).font("bold").fontSize(12).text(verdict);
  pdf
    .moveDown(0.4)
    .font("text")
    .fontSize(10)
    .fillColor(INK)
    .text(
      `${number(proof.coverage.readBack)} of ${number(proof.coverage.expected)} records were read back from the ${environment} workspace ${plain(workspace.name)} (${workspace.id}) and compared field by field on ${moment(verifiedAt)}: ${number(certificate.fieldsCompared)} fields and ${number(certificate.partsCompared)} conversation parts.`,
      { lineGap: 2 },
    );
}

function writeCounts(pdf: Pdf, { objects }: PrintedCertificate): void {
  heading(pdf, "What was compared");
  const columns = [0, 190, 275, 350, 425];
  const row = (cells: readonly string[], font: "text" | "bold", color: string) => {
    const { y } = pdf;
    for (const [at, cell] of cells.entries()) {
      const options = {
        width: at === 0 ? 180 : 60,
        align: at === 0 ? ("left" as const) : ("right" as const),
      };
      pdf
        .font(font)
        .fontSize(9)
        .fillColor(color)
        .text(cell, MARGIN + (columns[at] ?? 0), y, options);
    }
    pdf.x = MARGIN;
    pdf.y = y + 16;
    rule(pdf);
    pdf.y += 4;
  };
  row(["Object", "Expected", "Found", "As planned", "Not"], "bold", SOFT);
  for (const [kind, counts] of Object.entries(objects)) {
    if (counts.expected === 0 && counts.found === 0) continue;
    const { expected, found, same, discrepant } = counts;
    row(
      [`${kind[0]?.toUpperCase()}${kind.slice(1)}`, ...[expected, found, same, discrepant].map(number)],
      "text",
      INK,
    );
  }
  const { continued = 0 } = objects.conversation;
  if (continued === 0) return;
  const words =
    continued === 1
      ? "1 further conversation continues a ticket too long for one: read back too, and counted with its first."
      : `${number(continued)} further conversations continue tickets too long for one: read back too, and counted with their first.`;
  pdf
    .font("text")
    .fontSize(8.5)
    .fillColor(SOFT)
    .text(words, MARGIN, pdf.y, { width: textWidth(pdf) });
}

function lines(pdf: Pdf, all: readonly string[]): void {
  pdf.font("text").fontSize(9).fillColor(INK);
  for (const line of all.slice(0, MOST_LINES))
    pdf.text(plain(line).slice(0, 300), MARGIN, undefined, { lineGap: 1.5 });
  if (all.length > MOST_LINES)
    pdf
      .fillColor(SOFT)
      .text(`… and ${number(all.length - MOST_LINES)} more, all of them in the signed file.`);
}

function writeNamed(pdf: Pdf, { discrepancies, exceptions, leftBehind = [] }: PrintedCertificate): void {
  if (discrepancies.length > 0) {
    heading(pdf, `Discrepancies: ${number(discrepancies.length)}`);
    lines(
      pdf,
      discrepancies.map(
        ({ source, field, desired, observed, verdict }) =>
          `${source.type} ${source.id}, ${field}: ${verdict}; should be “${desired.slice(0, 60)}”, is “${observed.slice(0, 60)}”`,
      ),
    );
  }
  if (leftBehind.length > 0) {
    heading(pdf, "Left in ConnectWise");
    lines(pdf, leftBehind);
  }
  if (exceptions.length === 0) return;
  heading(pdf, `Exceptions: ${number(exceptions.length)}`);
  lines(
    pdf,
    exceptions.map(({ source, message }) => `${source.type} ${source.id}: ${message}`),
  );
}

function writeApprovals(pdf: Pdf, { approvals }: PrintedCertificate): void {
  heading(pdf, "Approvals");
  const none = ["None was recorded: an operator ran it at the command line."];
  const given = approvals.map(
    ({ kind, person, name, role, at, hash }) =>
      `${kind ?? "plan"} by ${name ? `${name}, ${person}` : person} (${role.replaceAll("-", " ")}), ${moment(at)}${hash === undefined ? "" : `, ${hash.slice(0, 16)}`}`,
  );
  lines(pdf, given.length === 0 ? none : given);
}

function writeBinding(pdf: Pdf, { certificate, proof, key, signature, issuedAt }: SignedCertificate): void {
  heading(pdf, "What it is bound to");
  const { first = "–", last = "–", operations } = proof.journal;
  const facts: readonly (readonly [string, string])[] = [
    ["Plan", certificate.planHash ?? "none"],
    ["Field map", certificate.mapHash],
    ["Source content", certificate.desiredHash],
    ["Destination content", certificate.observedHash],
    ["Journal", `${number(operations)} operations, rows ${first} to ${last}`],
    ["Audit log", `entry ${number(proof.audit.sequence)}, ${proof.audit.hash}`],
    ["Signed", `${moment(issuedAt)}, Ed25519`],
    ["Key", key.fingerprint],
    ["Signature", signature],
  ];
  for (const [name, value] of facts) {
    if (pdf.y > pdf.page.height - MARGIN - 40) pdf.addPage();
    const { y } = pdf;
    pdf.font("text").fontSize(8.5).fillColor(SOFT).text(name, MARGIN, y, { width: 105 });
    pdf
      .font("mono")
      .fontSize(7.5)
      .fillColor(INK)
      .text(value, MARGIN + 110, y + 1, { width: textWidth(pdf) - 110 });
    pdf.x = MARGIN;
    pdf.moveDown(0.35);
  }
}

function writeFooters(pdf: Pdf, { key }: SignedCertificate): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin, where text would begin another page.
    pdf.page.margins.bottom = 0;
    const words = `Page ${page + 1} of ${count}. This page shows the file certificate.json; only the file can be checked: cutover certificate verify certificate.json --key ${key.fingerprint.slice(0, 16)}…`;
    pdf
      .font("text")
      .fontSize(7)
      .fillColor(SOFT)
      .text(words, MARGIN, pdf.page.height - 40, { width: textWidth(pdf) });
  }
}
