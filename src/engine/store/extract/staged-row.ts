// One source record as a row: what queries need beside the document itself.
import { contentHash } from "../../model/hash.ts";
import type {
  SourceConfiguration,
  SourceContact,
  SourceRecords,
  SourceTicket,
  SourceTimeEntry,
  SourceType,
} from "../../model/source/source.ts";

export interface StagedRow {
  readonly id: string;
  readonly idNumber: string;
  readonly parentId: string | null;
  readonly email: string | null;
  readonly data: string;
  readonly hash: string;
  readonly lastUpdated: string | null;
}

export function stagedRow<T extends SourceType>(type: T, record: SourceRecords[T]): StagedRow {
  return {
    id: record.id,
    idNumber: idNumber(record.id),
    parentId: parentOf(type, record),
    email: emailOf(type, record),
    data: JSON.stringify(record),
    hash: contentHash(record),
    lastUpdated: record.lastUpdated ?? null,
  };
}

/** For keyset order; ids of a file export may be no numbers: they come first, in the order of their text. */
export function idNumber(id: string): string {
  return /^\d{1,18}$/.test(id) ? String(BigInt(id)) : "-1";
}

function parentOf(type: SourceType, record: SourceRecords[SourceType]): string | null {
  if (type === "timeEntry") return (record as SourceTimeEntry).ticketId;
  if (type === "contact") return (record as SourceContact).company?.id ?? null;
  if (type === "configuration") return (record as SourceConfiguration).contact?.id ?? null;
  return null;
}

/** A contact's own, and the address that a ticket names. */
function emailOf(type: SourceType, record: SourceRecords[SourceType]): string | null {
  if (type !== "contact" && type !== "ticket") return null;
  const email = type === "contact" ? (record as SourceContact).email : (record as SourceTicket).contactEmail;
  // PostgreSQL's text holds no NUL; no address does either.
  const address = email?.replaceAll("\0", "").trim().toLowerCase();
  return address ? address : null;
}
