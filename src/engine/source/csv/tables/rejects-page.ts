// Rows that can't be read, as pages behind those of the records, so that each is told once and none is left out.

import type { PagedType, SourcePage } from "../../port.ts";
import { told } from "../told.ts";
import type { CsvIndex, IndexedType } from "./open-index.ts";

const PAGE = 500;

type Rejects = Pick<SourcePage<PagedType>, "rejects" | "next"> & { readonly records: readonly [] };

/**
 * @param cursor `!N`: the rejects behind number N; `!notes:N` goes on with notes that name no ticket, which come
 *   with the tickets: those that name one are told with the notes of their ticket
 */
export function rejectsPage(index: CsvIndex, type: IndexedType, cursor: string): Rejects {
  const match = /^!(notes:)?(\d+)$/.exec(cursor);
  const notes = match?.[1] !== undefined;
  const found = index.rejects(notes ? "note" : type, Number(match?.[2] ?? 0), PAGE);
  const last = found.at(-1)?.at;
  const next =
    found.length === PAGE && last !== undefined
      ? `!${notes ? "notes:" : ""}${last}`
      : type === "ticket" && !notes && index.countRejects("note") > 0
        ? "!notes:0"
        : undefined;
  const shown = notes
    ? found.filter(({ ref }) => ref === "" || index.find("ticket", ref) === undefined)
    : found;
  return {
    records: [],
    rejects: shown.map(({ id, reason }) => ({
      id,
      reason: told(reason),
      ...(notes ? { type: "notes" as const } : {}),
    })),
    ...(next === undefined ? {} : { next }),
  };
}
