// Companies in small pages, each with its sites.
import type { SourceCompany } from "../../../model/source/source.ts";
import type { PageRequest, SourcePage } from "../../port.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchDetails } from "../client/details.ts";
import { changedSince, fetchRows } from "../client/paging.ts";
import { mapCompany, mapSite } from "./map-people.ts";
import { companyRow, siteRow } from "./schema-people.ts";

/** Sites cost a call a company, so a page of companies is small enough to be repeated after an abort. */
const COMPANY_PAGE = 200;

/**
 * ConnectWise lists sites only company by company. That is one call for each company that is not deleted, on a
 * delta for each that changed: hundreds beside the tickets' tens of thousands. Whether there is more than one
 * site can't be known for less. Inactive sites are kept: old tickets name them.
 */
export async function fetchCompanies(
  client: ConnectWiseClient,
  request: PageRequest & { readonly ids?: readonly string[] },
): Promise<SourcePage<"company">> {
  const { after, changedSince: since, ids, signal } = request;
  const page = await fetchRows(client, companyRow, {
    path: "company/companies",
    after,
    conditions: [
      ...(since === undefined ? [] : [changedSince(since)]),
      ...(ids === undefined ? [] : [`id in (${ids.join(",")})`]),
    ],
    pageSize: COMPANY_PAGE,
    signal,
  });
  const gaps = [...page.gaps];
  const records = await Promise.all(
    page.rows.map(async (row): Promise<SourceCompany> => {
      if (row.deletedFlag) return mapCompany(row, []);
      const owner = { id: row.id, name: row.name, part: "sites" };
      const sites = await fetchDetails(client, siteRow, `company/companies/${row.id}/sites`, owner, signal);
      gaps.push(...sites.gaps);
      return mapCompany(row, sites.rows.map(mapSite));
    }),
  );
  const goesOn = page.last !== undefined && ids === undefined;
  return {
    records,
    rejects: page.rejects,
    gaps,
    ...(goesOn && page.last !== undefined ? { next: page.last } : {}),
  };
}
