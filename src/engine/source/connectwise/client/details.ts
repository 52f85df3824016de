// Lists below one entry (a board's statuses, a company's sites): when they can't be read, the entry still can.
import type { z } from "zod";
import { SkipError } from "../../../errors.ts";
import type { ConnectWiseClient } from "./client.ts";
import { isRightMissing } from "./explain-answer.ts";
import { fetchAllRows, type Reject } from "./paging.ts";

export async function fetchDetails<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  path: string,
  owner: {
    readonly type: "board" | "sla" | "company" | "agreement" | "project";
    readonly id: string;
    readonly what: string;
  },
  signal?: AbortSignal,
): Promise<{ readonly rows: readonly z.output<S>[]; readonly rejects: readonly Reject[] }> {
  try {
    return await fetchAllRows(client, schema, { path, signal });
  } catch (error) {
    // The entry itself is here; that its details are not is reported, and the rest goes on.
    if (!isRightMissing(error) && !(error instanceof SkipError)) throw error;
    const reason = `${owner.what} can't be read: ${error.message} ${error.remedy}`;
    return { rows: [], rejects: [{ type: owner.type, id: owner.id, reason }] };
  }
}
