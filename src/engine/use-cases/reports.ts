// Report pages' data, page by page: rows of a field diff, the cross-reference, exceptions, the audit log.
import type { ReportRowPage, TicketLink } from "../engine.ts";
import type { Workspace } from "../model/observed.ts";
import type { RowQuery } from "../store/repositories.ts";
import type { Dependencies } from "./dependencies.ts";
import { SAMPLE_DIFF } from "./sample.ts";

export async function loadSampleRows(
  { store }: Dependencies,
  migrationId: string,
  { offset, limit, ...filter }: RowQuery,
): Promise<ReportRowPage> {
  const [total, rows] = await Promise.all([
    store.reportRows.count(migrationId, SAMPLE_DIFF, filter),
    store.reportRows.list(migrationId, SAMPLE_DIFF, { ...filter, offset, limit }),
  ]);
  return { total, rows };
}

/** Intercom's own address of a conversation; regions have apps of their own. */
function conversationUrl(workspace: Pick<Workspace, "id" | "region">, conversationId: string): string {
  const region = workspace.region?.toLowerCase();
  const host = region === "eu" || region === "au" ? `app.${region}.intercom.com` : "app.intercom.com";
  const [app, conversation] = [workspace.id, conversationId].map(encodeURIComponent);
  return `https://${host}/a/inbox/${app}/inbox/conversation/${conversation}`;
}

/** By ticket number; titles are those of the staged extract, and missing once that was deleted. */
export async function listTicketLinks(
  deps: Dependencies,
  migrationId: string,
  after: string | undefined,
  limit: number,
): Promise<readonly TicketLink[]> {
  const links = await deps.journal.listTicketLinks({ migrationId, environment: "production" }, after, limit);
  const ids = links.map(({ ticketId }) => ticketId);
  const [tickets, workspace] = await Promise.all([
    deps.store.staging.load(migrationId, "ticket", ids),
    loadWorkspace(deps, migrationId),
  ]);
  return links.map(({ ticketId, conversationId }) => ({
    ticketId,
    conversationId,
    title: tickets.get(ticketId)?.summary ?? `Ticket ${ticketId}`,
    url: conversationUrl(workspace, conversationId),
  }));
}

export async function findTicketLink(
  deps: Dependencies,
  migrationId: string,
  ticketId: string,
): Promise<TicketLink | undefined> {
  const links = await deps.journal.loadLinks({ migrationId, environment: "production" }, [
    { type: "ticket", id: ticketId },
  ]);
  const [conversationId] = links.values();
  if (conversationId === undefined) return undefined;
  const [tickets, workspace] = await Promise.all([
    deps.store.staging.load(migrationId, "ticket", [ticketId]),
    loadWorkspace(deps, migrationId),
  ]);
  const title = tickets.get(ticketId)?.summary ?? `Ticket ${ticketId}`;
  return { ticketId, conversationId, title, url: conversationUrl(workspace, conversationId) };
}

/** Its credentials may be deleted by now; the certificate and the plan name the workspace all the same. */
async function loadWorkspace(
  { store }: Dependencies,
  migrationId: string,
): Promise<Pick<Workspace, "id" | "region">> {
  const connection = await store.connections.load(migrationId);
  if (connection !== undefined) return connection.workspaces.production;
  const plan = await store.documents.latestPlan(migrationId, "production");
  return plan?.workspace ?? { id: "_" };
}
