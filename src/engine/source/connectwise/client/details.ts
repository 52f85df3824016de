// Lists below one entry (a board's statuses, a company's sites): when they can't be read, the entry still can.
import type { z } from "zod";
import type { CutoverError } from "../../../errors.ts";
import type { SourceGap } from "../../port.ts";
import { concernsOnePart } from "../../refusals.ts";
import type { ConnectWiseClient } from "./client.ts";
import { fetchAllRows, type Reject } from "./paging.ts";

/** Whose list it is, and what it holds in ConnectWise's words: `sites`. */
interface Owner {
  readonly id: string;
  readonly name: string;
  readonly part: string;
}

/** The list's rows; without an answer none, and a gap of its owner. */
export async function fetchDetails<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  path: string,
  owner: Owner,
  signal?: AbortSignal,
): Promise<{ readonly rows: readonly z.output<S>[]; readonly gaps: readonly SourceGap[] }> {
  try {
    const { rows, rejects } = await fetchAllRows(client, schema, { path, signal });
    return { rows, gaps: rejects.map((reject) => gapOfRow(owner, reject)) };
  } catch (error) {
    if (!(await concernsOnePart(error, client, signal))) throw error;
    return { rows: [], gaps: [gapOf(owner, error as CutoverError)] };
  }
}

export function gapOf({ part, id, name }: Owner, cause: CutoverError): SourceGap {
  return { part, id, name, cause };
}

function gapOfRow({ part, id, name }: Owner, { id: rowId, reason }: Reject): SourceGap {
  return {
    part,
    id,
    name,
    cause: { saying: { code: "part_row_unreadable", args: { of: "row", id: rowId, reason } } },
  };
}
