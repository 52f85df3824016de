// Answers the three questions every list takes: a page of it, its count, one record of it.
import type { Context, Hono } from "hono";
import { findById } from "../tenant/desk.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { answer } from "./answer.ts";
import type { Collection, Scope } from "./collection.ts";
import { comparisonsOf } from "./conditions/parse.ts";
import { CwError, forbidden, notFound, TIMEOUT_BODY } from "./cw-error.ts";
import { type ForbiddenBoards, isForbidden, refuseForbidden } from "./forbidden-boards.ts";
import { knownNames, type ListQuery, parseListQuery } from "./list-query.ts";
import type { Rights } from "./my-security.ts";
import { cutPage, project } from "./page.ts";

export interface Desk {
  readonly tenant: Tenant;
  readonly rights: Rights;
  readonly forbiddenBoards: ForbiddenBoards;
  readonly closedFlagTimesOut: boolean;
  readonly nowMs: () => number;
}

interface Asked {
  readonly scope: Scope;
  readonly query: ListQuery;
  /** The whole list; the conditions are still to be applied. */
  readonly records: readonly object[];
}

const TICKET_PATH = /^\/(service|project)\/tickets/;

function idsOf(c: Context): Record<string, number> {
  return Object.fromEntries(
    Object.entries(c.req.param() as Record<string, string>).map(([name, text]) => [name, Number(text)]),
  );
}

/** Notes and their like go the way of their ticket. */
function refuseForbiddenParent(of: Collection, scope: Scope, boards: ForbiddenBoards): void {
  const { parentId } = scope.ids;
  if (parentId === undefined || !TICKET_PATH.test(of.path)) return;
  const ticket = findById(scope.tenant.tickets, parentId) ?? findById(scope.tenant.projectTickets, parentId);
  if (ticket && isForbidden(ticket, boards)) throw forbidden("service board");
}

function ask(
  c: Context,
  of: Collection,
  desk: Desk,
  values: Record<string, string>,
  names: (records: readonly object[]) => Set<string>,
): Asked {
  if (of.right && desk.rights[of.right] === "None") throw forbidden(of.right);
  const extra = Object.fromEntries(
    Object.entries(values).filter(([name]) => of.extraParameters?.includes(name)),
  );
  const scope: Scope = { tenant: desk.tenant, ids: idsOf(c), extra, nowMs: desk.nowMs() };
  refuseForbiddenParent(of, scope, desk.forbiddenBoards);
  const records = of.list(scope);
  if (!records) throw notFound(`${of.path} of ${scope.ids.parentId}`);
  const query = parseListQuery(values, of, names(records));
  if (TICKET_PATH.test(of.path)) refuseForbidden(query.condition, desk.forbiddenBoards);
  if (desk.closedFlagTimesOut && query.condition) {
    const slow = comparisonsOf(query.condition).some(
      ({ path, values: [value] }) => path[0] === "closedFlag" && value === false,
    );
    if (slow) throw new CwError(500, TIMEOUT_BODY.code, TIMEOUT_BODY.message);
  }
  return { scope, query, records };
}

const matchingOf = ({ records, query }: Asked): readonly object[] => records.filter(query.matches);

/** What the member sees: not the boards closed to it; with "My", every fourth record. `/count` counts all the same. */
function visible(of: Collection, desk: Desk, records: readonly object[]): readonly object[] {
  const mine = of.right && desk.rights[of.right] === "My" ? records.filter((_, at) => at % 4 === 0) : records;
  if (!TICKET_PATH.test(of.path) || desk.forbiddenBoards.length === 0) return mine;
  return mine.filter((record) => !isForbidden(record, desk.forbiddenBoards));
}

/** Mounts a list at `base`, with its count, and one record where the list allows it. */
export function serveCollection(app: Hono, base: string, of: Collection, desk: Desk): void {
  const learned = new Map<string, Set<string>>();
  const names = (records: readonly object[]) => {
    const known = learned.get("names");
    if (known && records.length > 500) return known;
    const fresh = knownNames(records.length > 500 ? records.slice(0, 500) : records, of.optional);
    for (const name of known ?? []) fresh.add(name);
    learned.set("names", fresh);
    return fresh;
  };
  const path = `${base}${of.path}`.replace(/:(\w+Id)/g, ":$1{[0-9]+}");
  const list = (c: Context, values: Record<string, string>) => {
    const asked = ask(c, of, desk, values, names);
    const { scope, query } = asked;
    const forward = c.req.header("pagination-type")?.toLowerCase() === "forward-only";
    const page = cutPage(visible(of, desk, matchingOf(asked)), query, c.req.url, forward);
    const view = of.view ?? ((record: object) => record);
    const body = page.records.map((record) => project(view(record, scope), query.fields));
    return answer(c, body, page.link ? { Link: page.link } : {});
  };
  app.get(`${path}/count`, (c) =>
    answer(c, { count: matchingOf(ask(c, of, desk, c.req.query(), names)).length }),
  );
  app.get(path, (c) => list(c, c.req.query()));
  if (of.path === "/service/tickets") {
    app.post(`${path}/search`, async (c) =>
      list(c, { ...c.req.query(), ...((await c.req.json()) as Record<string, string>) }),
    );
  }
  if (of.single === false) return;
  app.get(`${path}/:id{[0-9]+}`, (c) => {
    const { scope, query, records } = ask(c, of, desk, c.req.query(), names);
    // Lists ascend by id, all but notes that an oddity put out of order.
    const byId = records as readonly { readonly id: number }[];
    const found = findById(byId, scope.ids.id ?? 0) ?? byId.find((record) => record.id === scope.ids.id);
    if (!found || !query.matches(found)) throw notFound(`${of.path} ${scope.ids.id}`);
    if (TICKET_PATH.test(of.path) && isForbidden(found, desk.forbiddenBoards))
      throw forbidden("service board");
    const view = of.viewOne ?? of.view ?? ((record: object) => record);
    return answer(c, project(view(found, scope), query.fields));
  });
}
