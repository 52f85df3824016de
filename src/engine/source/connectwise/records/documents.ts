// What hangs on records as files: a call a record for the list, one a file for its bytes.
import { SkipError } from "../../../errors.ts";
import type { SourceDocument } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import type { ConsumeFile, SourceFile, SourceGap } from "../../port.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchNumberedRows } from "../client/paging.ts";
import { type DocumentRow, documentRow } from "./schema-files.ts";

type RecordType = "Ticket" | "ProjectTicket" | "KnowledgeBase";

/**
 * One call a record (ConnectWise lists documents by the record that they hang on and refuses without it, and a document
 * doesn't name its record, so that nothing is won by asking otherwise).
 * @param hear is told of a row that can't be read: the others come all the same
 */
export async function fetchDocuments(
  client: ConnectWiseClient,
  recordType: RecordType,
  recordId: string,
  signal?: AbortSignal,
  hear: (gap: SourceGap) => void = () => undefined,
): Promise<readonly SourceDocument[]> {
  const path = "system/documents";
  const { rows, rejects } = await fetchNumberedRows(client, documentRow, {
    path,
    query: { recordType, recordId },
    signal,
  });
  for (const { id, reason } of rejects) {
    const saying = { code: "part_row_unreadable", args: { of: "document", id, reason } } as const;
    hear({ part: "documents", id: recordId, cause: { saying } });
  }
  const distinct = new Map(rows.map((row) => [row.id, mapDocument(row, `${client.site}/${STABLE}`)]));
  return [...distinct.values()].sort((a, b) => Number(a.id) - Number(b.id));
}

/** The codebase moves with every release; this name of it stays, in the cloud and on premises, and so do links. */
const STABLE = "v4_6_release";

function mapDocument(row: DocumentRow, base: string): SourceDocument {
  const isLink = row.linkFlag || row.urlFlag;
  const called = isLink ? (row.title ?? row.fileName) : (row.fileName ?? row.title);
  const link = `${base}/apis/3.0/system/documents/${row.id}/download`;
  return compact({
    id: row.id,
    name: called ?? `document ${row.id}`,
    link: isLink ? (row.fileName ?? link) : link,
    guid: row.guid?.toLowerCase(),
    public: row.publicFlag,
    dateEntered: row._info.dateEntered ?? row._info.lastUpdated,
    enteredBy: row._info.enteredBy ?? row.owner,
    statedSize: row.size,
    url: isLink ? (row.fileName ?? link) : undefined,
  });
}

const GUID = /^[0-9a-f-]{32,38}$/i;

function pathOf(company: string, file: SourceFile): string {
  if ("documentId" in file) return `system/documents/${file.documentId}/download`;
  return `../../api/inlineimages/${encodeURIComponent(company)}/${file.inlineGuid}`;
}

/** From our own server only: of an address in a text nothing but the guid is used. */
export function downloadFile<T>(
  client: ConnectWiseClient,
  company: string,
  file: SourceFile,
  consume: ConsumeFile<T>,
  signal?: AbortSignal,
): Promise<T> {
  const named = "documentId" in file ? /^\d+$/.test(file.documentId) : GUID.test(file.inlineGuid);
  if (!named) {
    throw new SkipError({ code: "not_found", args: { what: "unnamed-file" } });
  }
  return client.download(pathOf(company, file), consume, signal);
}

export function linkOfInlineImage(client: ConnectWiseClient, company: string, guid: string): string {
  return `${client.site}/${STABLE}/api/inlineimages/${encodeURIComponent(company)}/${guid}`;
}
