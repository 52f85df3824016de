// Files of tickets and images inside their texts: listed by a call a ticket, streamed to the blob store, once each.
import { contentTypeOf, endingOf } from "../../blobs/content-type.ts";
import type { BlobStore } from "../../blobs/port.ts";
import { type CutoverError, RetryError } from "../../errors.ts";
import type {
  SourceDocument,
  SourceDocuments,
  SourceTicket,
  TicketBundle,
} from "../../model/source/source.ts";
import type { Source, SourceFile } from "../../source/port.ts";
import { concernsOnePart } from "../../source/refusals.ts";
import { findInlineGuids } from "../../transform/inline-images.ts";
import type { ExtractContext } from "./context.ts";
import { createTicketReader, extractOfTickets, listUnread, type TicketRead } from "./notes.ts";

/** No map moves larger files (`maxAttachmentMb` ends there), so that none is kept on disk for nothing. */
const MAX_DOCUMENT_BYTES = 40 * 1_048_576;
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
  if (only === undefined) await extractOfTickets(context, what);
  else await readDocumentsOf(context, what, only);
}

async function readDocumentsOf(
  context: ExtractContext,
  what: TicketRead<"documents">,
  ticketIds: readonly string[],
): Promise<void> {
  const unread = await listUnread(context, "documents", ticketIds);
  let done = 0;
  await createTicketReader(context, what).read(unread, () => {
    done += 1;
    context.onProgress?.({ type: "documents", done, total: unread.length });
  });
}

function readDocuments(context: ExtractContext): TicketRead<"documents"> | undefined {
  const { source, blobs, staging, migrationId, signal } = context;
  const list = source.fetchDocuments?.bind(source);
  const download = source.downloadFile?.bind(source);
  if (list === undefined || download === undefined || blobs === undefined) return undefined;
  const keeper = new FileKeeper(context, download, blobs);
  return {
    type: "documents",
    part: "attachments",
    troublesInARow: 3,
    async prepare(ticketIds) {
      const before = await staging.load(migrationId, "documents", ticketIds);
      const bundles = await staging.loadBundles(migrationId, ticketIds);
      const shown = new Map(bundles.map((bundle) => [bundle.ticket.id, findShown(bundle)]));
      return async (id, ticket, hear): Promise<SourceDocuments> => {
        const known = ticket ?? ({ id, recordType: "ServiceTicket" } satisfies Partial<SourceTicket>);
        const listed = await list(known, signal, hear);
        const inline = listInlineImages(source, shown.get(id) ?? [], listed);
        const kept = before.get(id)?.documents ?? [];
        const documents: SourceDocument[] = [];
        for (const document of [...listed, ...inline]) documents.push(await keeper.keep(id, document, kept));
        return { id, documents };
      };
    },
  };
}

/** Guids of the images that a ticket's texts show. */
function findShown({ notes, timeEntries }: TicketBundle): readonly string[] {
  const texts = [
    ...notes.map((note) => note.text),
    ...timeEntries.flatMap((entry) => [entry.notes ?? "", entry.internalNotes ?? ""]),
  ];
  return [...new Set(texts.flatMap(findInlineGuids))];
}

/** Images that are none of the documents; most are. */
function listInlineImages(
  source: Source,
  shown: readonly string[],
  listed: readonly SourceDocument[],
): readonly SourceDocument[] {
  const known = new Set(listed.map(({ guid }) => guid));
  return shown
    .filter((guid) => !known.has(guid))
    .map((guid) => {
      const link = source.linkOfInlineImage?.(guid) ?? guid;
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
      if (!(await this.#concernsTheFile(error))) throw error;
      const { code, saying } = error as CutoverError;
      await this.#context.except(
        { type: "document", id: document.id },
        { code: "file_not_kept", args: { ticketId, documentId: document.id, error: saying } },
        { code: code === "file_too_large" ? code : "file_unreachable" },
      );
      return { ...document, missing: { code } };
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

  /** Downloads that break off one after another are an outage, unless the source answers something else. */
  async #concernsTheFile(error: unknown): Promise<boolean> {
    if (error instanceof RetryError) {
      this.#brokenInARow += 1;
      if (this.#brokenInARow < BROKEN_IN_A_ROW) return true;
    }
    return concernsOnePart(error, this.#context.source, this.#context.signal);
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
