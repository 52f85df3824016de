// Documents: what hangs on tickets and articles, as metadata; bytes are made when downloaded.
import { DAY, infoOf } from "./info.ts";
import type { OddTickets } from "./odd-cases.ts";
import { between, chance, guidFrom, pick, type Random, randomFor } from "./random.ts";
import type { DocumentInfo, TicketBase } from "./records.ts";

type RecordType = "Ticket" | "ProjectTicket" | "TimeEntry" | "KnowledgeBase" | "Company" | "Configuration";

export interface TenantDocument {
  readonly recordType: RecordType;
  readonly recordId: number;
  readonly info: DocumentInfo;
  /** The file is gone from ConnectWise's store: metadata answers, the download doesn't. */
  readonly lost: boolean;
}

const FILES = [
  "screenshot.png",
  "error.log",
  "invoice.pdf",
  "Network plan (old).pdf",
  "mail.eml",
  "photo.jpg",
  "export.csv",
  "Größe & Maß.png",
];
const BIG_DOCUMENT_BYTES = 11 * 1024 * 1024;

function makeDocument(
  random: Random,
  id: number,
  on: { recordType: RecordType; recordId: number; atMs: number },
  more: Partial<DocumentInfo> = {},
): TenantDocument {
  const fileName = more.fileName ?? pick(random, FILES);
  const info: DocumentInfo = {
    id,
    title: fileName.replace(/\.\w+$/, ""),
    fileName,
    serverFileName: `${guidFrom(random)}${fileName.slice(fileName.lastIndexOf("."))}`,
    owner: "Admin1",
    linkFlag: false,
    imageFlag: /\.(png|jpg)$/.test(fileName),
    publicFlag: chance(random, 0.5),
    urlFlag: false,
    size: between(random, 900, 60_000),
    guid: guidFrom(random),
    ...more,
    _info: infoOf(on.atMs, on.atMs),
  };
  return { recordType: on.recordType, recordId: on.recordId, info, lost: false };
}

/** Every seventh ticket has one to three; a few are links, lost, many or too big. */
export function makeDocuments(
  seed: number,
  tickets: readonly TicketBase[],
  projectTickets: readonly TicketBase[],
  articles: readonly { readonly id: number }[],
  odd: OddTickets,
  nowMs: number,
): TenantDocument[] {
  const made: TenantDocument[] = [];
  const next = () => 2000 + made.length;
  const onTicket = (recordType: RecordType, ticket: TicketBase) => {
    const random = randomFor(seed, "documents", ticket.id);
    const on = { recordType, recordId: ticket.id, atMs: Date.parse(ticket._info.lastUpdated) };
    let count = chance(random, 0.14) ? between(random, 1, 3) : 0;
    if (ticket.id === odd.manyDocuments) count = 12;
    for (let at = 0; at < count; at += 1) made.push(makeDocument(random, next(), on));
    if (ticket.id === odd.inlineImage)
      made.push(makeDocument(random, next(), on, { fileName: "image001.png", guid: inlineImageGuid(seed) }));
    if (ticket.id === odd.bigDocument)
      made.push(makeDocument(random, next(), on, { fileName: "trace.zip", size: BIG_DOCUMENT_BYTES }));
    if (ticket.id === odd.mixedLines) made.push({ ...makeDocument(random, next(), on), lost: true });
    if (ticket.id === odd.safeLinks) {
      const fileName = "https://files.example/manual?id=42";
      made.push(
        makeDocument(random, next(), on, {
          fileName,
          title: "Manual",
          linkFlag: true,
          urlFlag: true,
          size: 0,
        }),
      );
    }
  };
  for (const ticket of tickets) onTicket("Ticket", ticket);
  for (const ticket of projectTickets) onTicket("ProjectTicket", ticket);
  for (const article of articles.slice(0, 3)) {
    const on = { recordType: "KnowledgeBase" as const, recordId: article.id, atMs: nowMs - 100 * DAY };
    made.push(makeDocument(randomFor(seed, "kb-document", article.id), next(), on));
  }
  return made;
}

/** The guid under which a note's inline image is to be found among the documents. */
export function inlineImageGuid(seed: number): string {
  return guidFrom(randomFor(seed, "inline-image"));
}
