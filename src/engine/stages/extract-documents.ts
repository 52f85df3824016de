// Files of tickets and images inside their texts: listed by a call a ticket, streamed to the blob store, once each.

import { contentTypeOf, endingOf } from "../blobs/content-type.ts";
import type { BlobStore } from "../blobs/port.ts";
import { type CutoverError, RetryError, SkipError } from "../errors.ts";
import type { SourceDocument, SourceDocuments, SourceTicket } from "../model/source.ts";
import type { Source, SourceFile } from "../source/port.ts";
import { findInlineGuids } from "../transform/inline-images.ts";
import type { ExtractContext } from "./extract-context.ts";
import { createTicketReader, extractOfTickets, type TicketRead } from "./extract-notes.ts";
import { isRefused } from "./survey-lists.ts";

/** No map moves larger files (`maxAttachmentMb` ends there), so that none is kept on disk for nothing. */
export const MAX_DOCUMENT_BYTES = 40 * 1_048_576;
/** So many downloads that break off in a row are an outage, and no matter of one file. */
const BROKEN_IN_A_ROW = 5;

/**
 * ConnectWise lists documents by the record that they hang on and nothing else, and a ticket doesn't say whether it
 * has any: one request a ticket, beside the one for its notes; 60,000 tickets are 60,000 requests, an hour at 1,000 a
 * minute, and then one for each file. A later pass asks for tickets that are open or changed in the last two days.
 *
 * @param only these tickets alone
 */
export async function extractDocuments(context: ExtractContext, only?: readonly string[]): Promise<void> {
  const what = readDocuments(context);
  if (what === undefined) return;
  try {
    if (only === undefined) await extractOfTickets(context, what);
    else await createTicketReader(context, what).read(only, () => undefined);
  } catch (error) {
    if (!isRefused(error)) throw error;
    // The pass stays open: with the right given, the next extraction reads them all.
    await context.except(
      { type: "documents", id: "*" },
      {
        code: "source_unreadable",
        message: `Attachments can't be read: ${error.message} Tickets are moved without them.`,
        remedy: error.remedy,
      },
    );
  }
}

function readDocuments(context: ExtractContext): TicketRead<"documents"> | undefined {
  const { source, blobs, staging, migrationId, signal } = context;
  const list = source.fetchDocuments?.bind(source);
  const download = source.downloadFile?.bind(source);
  if (list === undefined || download === undefined || blobs === undefined) return undefined;
  const keeper = new FileKeeper(context, download, blobs);
  return {
    type: "documents",
    refusalsInARow: 1,
    async read(id, ticket): Promise<SourceDocuments> {
      const known = ticket ?? ({ id, recordType: "ServiceTicket" } satisfies Partial<SourceTicket>);
      const listed = await list(known, signal);
      const before = (await staging.load(migrationId, "documents", [id])).get(id)?.documents ?? [];
      const inline = await listInlineImages(context, id, listed);
      const documents: SourceDocument[] = [];
      for (const document of [...listed, ...inline]) documents.push(await keeper.keep(id, document, before));
      return { id, documents };
    },
  };
}

/** Images that the texts refer to and that are none of the documents; most are. */
async function listInlineImages(
  { source, staging, migrationId }: ExtractContext,
  ticketId: string,
  listed: readonly SourceDocument[],
): Promise<readonly SourceDocument[]> {
  const [bundle] = await staging.loadBundles(migrationId, [ticketId]);
  const texts = [
    ...(bundle?.notes ?? []).map((note) => note.text),
    ...(bundle?.timeEntries ?? []).flatMap((entry) => [entry.notes ?? "", entry.internalNotes ?? ""]),
  ];
  const guids = new Set(texts.flatMap(findInlineGuids));
  for (const { guid } of listed) if (guid !== undefined) guids.delete(guid);
  const linkOf = source.linkOfInlineImage?.bind(source);
  return [...guids].map((guid) => {
    const link = linkOf?.(guid) ?? guid;
    return { id: `inline:${guid}`, name: `image-${guid.slice(0, 8)}`, guid, link, public: false };
  });
}

/** Downloads what is not there yet; what can't be is told apart and reported, and the ticket goes on. */
class FileKeeper {
  readonly #context: ExtractContext;
  readonly #download: NonNullable<Source["downloadFile"]>;
  readonly #blobs: BlobStore;
  #brokenInARow = 0;

  constructor(context: ExtractContext, download: NonNullable<Source["downloadFile"]>, blobs: BlobStore) {
    this.#context = context;
    this.#download = download;
    this.#blobs = blobs;
  }

  async keep(
    ticketId: string,
    document: SourceDocument,
    before: readonly SourceDocument[],
  ): Promise<SourceDocument> {
    if (document.url !== undefined) return document;
    const known = before.find((one) => one.id === document.id);
    if (known?.file && isSame(known, document) && (await this.#blobs.has(known.file.digest))) return known;
    try {
      const kept = await this.#fetch(document);
      this.#brokenInARow = 0;
      return kept;
    } catch (error) {
      if (!this.#concernsTheFile(error)) throw error;
      await this.#context.except(
        { type: "document", id: document.id },
        {
          code: error.code === "file_too_large" ? error.code : "file_unreachable",
          message: `A file of ticket ${ticketId} was not downloaded (document ${document.id}): ${error.message}`,
          remedy:
            "The ticket is moved with the file's name and link in its place. Move the file by hand if it matters.",
        },
      );
      return { ...document, missing: { code: error.code, reason: error.message } };
    }
  }

  async #fetch(document: SourceDocument): Promise<SourceDocument> {
    const inline = document.id.startsWith("inline:");
    const file: SourceFile = inline ? { inlineGuid: document.guid ?? "" } : { documentId: document.id };
    let served = "";
    const stored = await this.#download(
      file,
      (content, contentType) => {
        served = contentType;
        return this.#blobs.put(content, MAX_DOCUMENT_BYTES);
      },
      this.#context.signal,
    );
    const name = inline ? `${document.name}${endingOf(served)}` : document.name;
    return { ...document, name, file: { ...stored, contentType: contentTypeOf(name) } };
  }

  #concernsTheFile(error: unknown): error is CutoverError {
    if (error instanceof SkipError || isRefused(error)) return true;
    if (!(error instanceof RetryError)) return false;
    this.#brokenInARow += 1;
    return this.#brokenInARow < BROKEN_IN_A_ROW;
  }
}

/** A document may be replaced in place; then its date or size says so. */
function isSame(known: SourceDocument, now: SourceDocument): boolean {
  return (
    known.dateEntered === now.dateEntered &&
    known.statedSize === now.statedSize &&
    (known.name === now.name || now.id.startsWith("inline:"))
  );
}
