// What a survey looks at: the newest and the oldest records, and how many tickets each board has.
import { z } from "zod";
import type { SourceRecords } from "../../../model/source/source.ts";
import type { SampledType, Source } from "../../port.ts";
import { concernsOnePart } from "../../refusals.ts";
import { id } from "../client/border.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchCount } from "../client/count.ts";
import { fetchNewestRows, fetchRows } from "../client/paging.ts";

const SAMPLED: Readonly<Record<SampledType, readonly string[]>> = {
  ticket: ["service/tickets", "project/tickets"],
  company: ["company/companies"],
  contact: ["company/contacts"],
};

/** Records are fetched by id afterwards, so that a sampled one is mapped exactly as an extracted one. */
const idOnly = z.object({ id });

export function createSampling(
  client: ConnectWiseClient,
  fetchByIds: Source["fetchByIds"],
): Pick<Source, "fetchSample" | "countTicketsOnBoard"> {
  return {
    async fetchSample<T extends SampledType>(type: T, size: number, signal?: AbortSignal) {
      const ids = new Set<string>();
      for (const [at, path] of SAMPLED[type].entries()) {
        // Of a second list (project tickets) a tenth: they are few.
        const half = Math.min(1000, Math.ceil((at === 0 ? size : size / 10) / 2));
        for (const row of await fetchBothEnds(client, path, half, signal)) ids.add(row.id);
      }
      const { records } = await fetchByIds(type, [...ids], signal);
      return records satisfies readonly SourceRecords[T][];
    },
    async countTicketsOnBoard(board) {
      const path = board.project ? "project/tickets" : "service/tickets";
      const conditions = [`board/id=${board.id}`];
      try {
        const count = await fetchCount(client, path, conditions);
        if (count === 0) return 0;
        // A board closed to the API member may be counted and yet show nothing.
        const { length } = await fetchRows(client, idOnly, { path, conditions, pageSize: 1 });
        return length === 0 ? undefined : count;
      } catch (error) {
        if (await concernsOnePart(error, client, undefined)) return undefined;
        throw error;
      }
    },
  };
}

async function fetchBothEnds(
  client: ConnectWiseClient,
  path: string,
  half: number,
  signal?: AbortSignal,
): Promise<readonly z.output<typeof idOnly>[]> {
  try {
    const oldest = await fetchRows(client, idOnly, { path, pageSize: half, signal });
    const newest = await fetchNewestRows(client, idOnly, { path, pageSize: half, signal });
    return [...oldest.rows, ...newest];
  } catch (error) {
    // The rights report or the extraction names the list; the rest of the survey goes on.
    if (await concernsOnePart(error, client, signal)) return [];
    throw error;
  }
}
