// Report pages' data, page by page: rows of a field diff, the cross-reference, exceptions, the audit log.
import type { ReportRowPage, TicketLink } from "../../engine.ts";
import type { JournalScope } from "../../journal/journal.ts";
import type { Workspace } from "../../model/observed.ts";
import type { RowQuery } from "../../store/repositories.ts";
import type { Dependencies } from "../dependencies.ts";
import { SAMPLE_DIFF } from "../sample/sample.ts";
import { loadContinuedLinks } from "./continued-links.ts";

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
  const scope = { migrationId, environment: "production" } as const;
  return describeLinks(deps, scope, await deps.journal.listTicketLinks(scope, after, limit));
}

async function describeLinks(
  { journal, store }: Dependencies,
  scope: JournalScope,
  links: readonly { readonly ticketId: string; readonly conversationId: string }[],
): Promise<readonly TicketLink[]> {
  const { migrationId } = scope;
  const ids = links.map(({ ticketId }) => ticketId);
  const [tickets, continued, workspace] = await Promise.all([
    store.staging.load(migrationId, "ticket", ids),
    loadContinuedLinks(journal, scope, ids),
    loadWorkspace({ store }, migrationId),
  ]);
  const addressed = (conversationId: string) => ({
    conversationId,
    url: conversationUrl(workspace, conversationId),
  });
  return links.map(({ ticketId, conversationId }) => {
    const further = continued.get(ticketId)?.map(addressed);
    const title = tickets.get(ticketId)?.summary ?? `Ticket ${ticketId}`;
    return { ticketId, title, ...addressed(conversationId), ...(further ? { continued: further } : {}) };
  });
}

export async function findTicketLink(
  deps: Dependencies,
  migrationId: string,
  ticketId: string,
): Promise<TicketLink | undefined> {
  const scope = { migrationId, environment: "production" } as const;
  const links = await deps.journal.loadLinks(scope, [{ type: "ticket", id: ticketId }]);
  const [conversationId] = links.values();
  if (conversationId === undefined) return undefined;
  const [found] = await describeLinks(deps, scope, [{ ticketId, conversationId }]);
  return found;
}

/** Its credentials may be deleted by now; the certificate and the plan name the workspace all the same. */
async function loadWorkspace(
  { store }: Pick<Dependencies, "store">,
  migrationId: string,
): Promise<Pick<Workspace, "id" | "region">> {
  const connection = await store.connections.load(migrationId);
  if (connection !== undefined) return connection.workspaces.production;
  const plan = await store.documents.latestPlan(migrationId, "production");
  return plan?.workspace ?? { id: "_" };
}
