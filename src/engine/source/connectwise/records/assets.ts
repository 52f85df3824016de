// Configurations in pages of a thousand; agreements and projects in smaller ones, each with a call for its details.

import { z } from "zod";
import type { SourceTicket } from "../../../model/source/source.ts";
import type { AssetType, PageRequest, SourcePage } from "../../port.ts";
import { id } from "../client/border.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchDetails } from "../client/details.ts";
import {
  changedSince,
  fetchAllRows,
  fetchNumberedRows,
  fetchRows,
  type KeysetRequest,
} from "../client/paging.ts";
import { mapAgreement, mapConfiguration, mapProject } from "./map-assets.ts";
import {
  additionRow,
  agreementRow,
  configurationRow,
  phaseRow,
  projectRow,
  ticketConfigurationRow,
} from "./schema-assets.ts";

export const ASSET_PATHS: Readonly<Record<AssetType, string>> = {
  configuration: "company/configurations",
  agreement: "finance/agreements",
  project: "project/projects",
};

/** Details come with a call an entry, so a page is small enough to be repeated after an abort. */
const DETAILED_PAGE = 100;

const keyset = (type: AssetType, { after, changedSince: since, signal }: PageRequest): KeysetRequest => ({
  path: ASSET_PATHS[type],
  after,
  conditions: since === undefined ? [] : [changedSince(since)],
  signal,
});

/** Questions come with the row: three requests for 3,000 configurations. */
export async function fetchConfigurations(
  client: ConnectWiseClient,
  request: PageRequest,
): Promise<SourcePage<"configuration">> {
  const page = await fetchRows(client, configurationRow, keyset("configuration", request));
  return {
    records: page.rows.map(mapConfiguration),
    rejects: page.rejects,
    gaps: page.gaps,
    ...(page.last === undefined ? {} : { next: page.last }),
  };
}

/** One call an agreement for its additions: there are about as many agreements as companies. */
export async function fetchAgreements(
  client: ConnectWiseClient,
  request: PageRequest,
): Promise<SourcePage<"agreement">> {
  const page = await fetchRows(client, agreementRow, {
    ...keyset("agreement", request),
    pageSize: DETAILED_PAGE,
  });
  const gaps = [...page.gaps];
  const records = await Promise.all(
    page.rows.map(async (row) => {
      const owner = { id: row.id, name: row.name, part: "additions" };
      const path = `${ASSET_PATHS.agreement}/${row.id}/additions`;
      const additions = await fetchDetails(client, additionRow, path, owner, request.signal);
      gaps.push(...additions.gaps);
      return mapAgreement(row, additions.rows);
    }),
  );
  return { records, rejects: page.rejects, gaps, ...(page.last === undefined ? {} : { next: page.last }) };
}

/** One call a project for its phases. */
export async function fetchProjects(
  client: ConnectWiseClient,
  request: PageRequest,
): Promise<SourcePage<"project">> {
  const page = await fetchRows(client, projectRow, {
    ...keyset("project", request),
    pageSize: DETAILED_PAGE,
  });
  const gaps = [...page.gaps];
  const records = await Promise.all(
    page.rows.map(async (row) => {
      const owner = { id: row.id, name: row.name, part: "phases" };
      const path = `${ASSET_PATHS.project}/${row.id}/phases`;
      const phases = await fetchDetails(client, phaseRow, path, owner, request.signal);
      gaps.push(...phases.gaps);
      return mapProject(row, phases.rows);
    }),
  );
  return { records, rejects: page.rejects, gaps, ...(page.last === undefined ? {} : { next: page.last }) };
}

const idOnly = z.object({ id });

/** @param ids numbers, a hundred at most: they stand unquoted in the address */
export async function fetchLivingAssets(
  client: ConnectWiseClient,
  type: AssetType,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const conditions = [`id in (${ids.join(",")})`];
  const { rows } = await fetchAllRows(client, idOnly, { path: ASSET_PATHS[type], conditions, signal });
  return rows.map((row) => row.id);
}

/** A call a ticket; the list is short and not sorted by id. */
export async function fetchTicketConfigurations(
  client: ConnectWiseClient,
  ticket: Pick<SourceTicket, "id" | "recordType">,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const list = ticket.recordType === "ServiceTicket" ? "service" : "project";
  const path = `${list}/tickets/${ticket.id}/configurations`;
  const { rows } = await fetchNumberedRows(client, ticketConfigurationRow, { path, signal });
  return [...new Set(rows.map((row) => row.id))];
}
