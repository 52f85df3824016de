// Boards with their statuses, SLAs with their hours, priorities: small lists with a call for each entry's details.
import type { SourceBoard, SourcePriority, SourceSla } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import type { PageRequest, SourcePage } from "../../port.ts";
import { concernsOnePart } from "../../refusals.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchDetails } from "../client/details.ts";
import { fetchRows } from "../client/paging.ts";
import { boardRow, boardStatusRow, priorityRow, slaPriorityRow, slaRow } from "./schema-people.ts";
import type { SlaTable } from "./sla-breach-time.ts";

/** Details come with a call an entry, so a page is small enough to be repeated after an abort. */
const DETAILED_PAGE = 100;

export async function fetchBoards(
  client: ConnectWiseClient,
  request: PageRequest,
): Promise<SourcePage<"board">> {
  const { after, signal } = request;
  const page = await fetchRows(client, boardRow, {
    path: "service/boards",
    after,
    pageSize: DETAILED_PAGE,
    signal,
  });
  const gaps = [...page.gaps];
  const records = await Promise.all(
    page.rows.map(async (row): Promise<SourceBoard> => {
      const owner = { id: row.id, name: row.name, part: "statuses" };
      const path = `service/boards/${row.id}/statuses`;
      const statuses = await fetchDetails(client, boardStatusRow, path, owner, signal);
      gaps.push(...statuses.gaps);
      return compact({
        ...row._info,
        id: row.id,
        name: row.name || `Board ${row.id}`,
        inactive: row.inactiveFlag,
        project: row.projectFlag,
        statuses: statuses.rows.map(({ id, name, closedStatus }) => ({ id, name, closed: closedStatus })),
      });
    }),
  );
  return { records, rejects: page.rejects, gaps, ...(page.last === undefined ? {} : { next: page.last }) };
}

export async function fetchPriorities(
  client: ConnectWiseClient,
  request: PageRequest,
): Promise<SourcePage<"priority">> {
  const page = await fetchRows(client, priorityRow, {
    path: "service/priorities",
    after: request.after,
    signal: request.signal,
  });
  const records = page.rows.map(
    (row): SourcePriority =>
      compact({ ...row._info, id: row.id, name: row.name || `Priority ${row.id}`, sortOrder: row.sortOrder }),
  );
  return {
    records,
    rejects: page.rejects,
    gaps: page.gaps,
    ...(page.last === undefined ? {} : { next: page.last }),
  };
}

interface SlaEntry {
  readonly sla: SourceSla;
  readonly resolutionHours?: number;
}

/** `AllHours` counts day and night; every other base (MyCalendar, Customer, Custom) has business hours. */
async function fetchSlaEntries(client: ConnectWiseClient, request: PageRequest) {
  const { after, signal } = request;
  const page = await fetchRows(client, slaRow, {
    path: "service/SLAs",
    after,
    pageSize: DETAILED_PAGE,
    signal,
  });
  const gaps = [...page.gaps];
  const entries = await Promise.all(
    page.rows.map(async (row): Promise<SlaEntry> => {
      const owner = { id: row.id, name: row.name, part: "hours by priority" };
      const hours = await fetchDetails(
        client,
        slaPriorityRow,
        `service/SLAs/${row.id}/priorities`,
        owner,
        signal,
      );
      gaps.push(...hours.gaps);
      const sla: SourceSla = compact({
        ...row._info,
        id: row.id,
        name: row.name || `SLA ${row.id}`,
        basedOn: row.basedOn,
        businessHours: row.basedOn !== "AllHours",
        calendar: row.customCalendar,
        priorities: hours.rows.flatMap(({ priority, respondHours, planWithin, resolutionHours }) =>
          priority ? [compact({ priority, respondHours, planHours: planWithin, resolutionHours })] : [],
        ),
      });
      return compact({ sla, resolutionHours: row.resolutionHours });
    }),
  );
  return { entries, rejects: page.rejects, gaps, next: page.last };
}

export async function fetchSlas(client: ConnectWiseClient, request: PageRequest): Promise<SourcePage<"sla">> {
  const { entries, rejects, gaps, next } = await fetchSlaEntries(client, request);
  return { records: entries.map(({ sla }) => sla), rejects, gaps, ...(next === undefined ? {} : { next }) };
}

/** All SLAs, for breach times; empty when they can't be read: breach times are then absent. */
export async function fetchSlaTable(client: ConnectWiseClient, signal?: AbortSignal): Promise<SlaTable> {
  const byId = new Map<string, SlaEntry>();
  let after: string | undefined;
  try {
    do {
      const request = { ...(after === undefined ? {} : { after }), ...(signal ? { signal } : {}) };
      const page = await fetchSlaEntries(client, request);
      for (const entry of page.entries) byId.set(entry.sla.id, entry);
      after = page.next;
    } while (after !== undefined);
  } catch (error) {
    if (!(await concernsOnePart(error, client, signal))) throw error;
  }
  return { byId };
}
