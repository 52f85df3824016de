// Tickets of both lists, service and project, as one keyset: each ticket once, whatever lists it stands in.
import { z } from "zod";
import type { CutoverError } from "../../../errors.ts";
import type { SourceTicket } from "../../../model/source/source.ts";
import type { PageRequest, SourcePage } from "../../port.ts";
import { concernsOnePart } from "../../refusals.ts";
import { id } from "../client/border.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchCount } from "../client/count.ts";
import { isRightMissing } from "../client/explain-answer.ts";
import { changedSince, fetchAllRows, fetchRows, type Reject } from "../client/paging.ts";
import { rememberAnswer } from "../client/remember-answer.ts";
import { mapProjectTicket, mapServiceTicket, mergeTickets } from "./map-ticket.ts";
import { projectTicketRow, ticketRow } from "./schema.ts";
import { boardRow } from "./schema-people.ts";
import type { SlaTable } from "./sla-breach-time.ts";

const SERVICE = "service/tickets";
const PROJECT = "project/tickets";
const NOT_SERVICE = '(recordType="ProjectTicket" or recordType="ProjectIssue")';

const ticketId = z.object({ id });

/** What of the tickets these credentials may read, found out when a list is refused. */
interface Reach {
  readonly serviceConditions: readonly string[];
  readonly project: boolean;
  readonly rejects: readonly Reject[];
}

export interface TicketLists {
  fetchPage(request: PageRequest & { readonly ids?: readonly string[] }): Promise<SourcePage<"ticket">>;
  count(signal?: AbortSignal): Promise<number>;
}

export function createTicketLists(
  client: ConnectWiseClient,
  loadSlas: (signal?: AbortSignal) => Promise<SlaTable>,
): TicketLists {
  const findReach = rememberAnswer((signal) => fetchReach(client, signal));
  return {
    async fetchPage({ after, changedSince: since, ids, signal }) {
      const [{ serviceConditions, project, rejects: unreachable }, slas] = await Promise.all([
        findReach(signal),
        loadSlas(signal),
      ]);
      const conditions = [
        ...(since === undefined ? [] : [changedSince(since)]),
        ...(ids === undefined ? [] : [`id in (${ids.join(",")})`]),
      ];
      const service = await fetchRows(client, ticketRow, {
        path: SERVICE,
        after,
        conditions: [...conditions, ...serviceConditions],
        signal,
      });
      // A page ends at its last id: project tickets are asked up to there only, so none is fetched twice.
      const upTo = ids !== undefined || service.length === 0 ? undefined : service.last;
      const projectPage = project
        ? await fetchRows(client, projectTicketRow, { path: PROJECT, after, upTo, conditions, signal })
        : undefined;
      // Too many project tickets for one page: what lies behind its last one waits for the next.
      const cut = projectPage?.full ? Number(projectPage.last) : Number.POSITIVE_INFINITY;
      const byId = new Map<string, SourceTicket>();
      for (const row of service.rows) {
        if (Number(row.id) <= cut) byId.set(row.id, mapServiceTicket(row, slas));
      }
      for (const row of projectPage?.rows ?? []) {
        const ticket = mapProjectTicket(row);
        const twin = byId.get(ticket.id);
        byId.set(ticket.id, twin ? mergeTickets(twin, ticket) : ticket);
      }
      const lasts = [service.last, projectPage?.last].filter((last) => last !== undefined).map(Number);
      const next = lasts.length === 0 ? undefined : String(Math.min(cut, Math.max(...lasts)));
      return {
        records: [...byId.values()].sort((a, b) => Number(a.id) - Number(b.id)),
        rejects: [
          ...(after === undefined && ids === undefined ? unreachable : []),
          ...service.rejects.filter(({ id }) => !(Number(id) > cut)),
          ...(projectPage?.rejects ?? []),
        ],
        gaps: [...service.gaps, ...(projectPage?.gaps ?? [])],
        ...(next === undefined || ids !== undefined ? {} : { next }),
      };
    },
    async count(signal) {
      const { serviceConditions, project } = await findReach(signal);
      const service = await fetchCount(client, SERVICE, serviceConditions, signal);
      if (!project) return service;
      const [all, both] = await Promise.all([
        fetchCount(client, PROJECT, [], signal),
        fetchCount(client, SERVICE, [NOT_SERVICE, ...serviceConditions], signal),
      ]);
      return service + Math.max(all - both, 0);
    },
  };
}

/** A list that can't be read doesn't end the run: what can be read is read, and what can't is named. */
async function fetchReach(client: ConnectWiseClient, signal?: AbortSignal): Promise<Reach> {
  const [service, project] = await Promise.all([
    canRead(client, SERVICE, [], signal),
    canRead(client, PROJECT, [], signal),
  ]);
  const rejects: Reject[] = [];
  if (project !== true) {
    const reason = { code: "project_tickets_unreadable", args: { error: project.saying } } as const;
    rejects.push({ type: "ticket", id: "project-tickets", reason });
  }
  if (service === true) return { serviceConditions: [], project: project === true, rejects };
  if (!isRightMissing(service)) throw service;
  const boards = (await fetchAllRows(client, boardRow, { path: "service/boards", signal })).rows;
  const readable: string[] = [];
  for (const board of boards) {
    const answer = await canRead(client, SERVICE, [`board/id=${board.id}`], signal);
    if (answer === true) readable.push(board.id);
    else {
      const args = { board: board.name, error: answer.saying };
      const reason = { code: "board_unreadable", args } as const;
      rejects.push({ type: "board", id: board.id, reason });
    }
  }
  if (readable.length === 0) throw service;
  const serviceConditions = [`board/id in (${readable.join(",")})`];
  return { serviceConditions, project: project === true, rejects };
}

/** By its count, which costs nothing; where counting alone is the trouble, by a row of it. */
async function canRead(
  client: ConnectWiseClient,
  path: string,
  conditions: readonly string[],
  signal?: AbortSignal,
): Promise<true | CutoverError> {
  try {
    await fetchCount(client, path, conditions, signal);
    return true;
  } catch (error) {
    if (!(await concernsOnePart(error, client, signal))) throw error;
  }
  try {
    await fetchRows(client, ticketId, { path, conditions, pageSize: 1, signal });
    return true;
  } catch (error) {
    if (await concernsOnePart(error, client, signal)) return error as CutoverError;
    throw error;
  }
}
