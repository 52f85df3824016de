// Which companies a contact belongs to: attach, list, detach.
import { z } from "zod";
import { ApiError, notFound } from "./api-error.ts";
import { findCompany, settleArchive } from "./companies.ts";
import { buildCompany } from "./company-view.ts";
import { findContact } from "./contact-index.ts";
import type { Define } from "./endpoint.ts";
import { assembleNumberedPage } from "./paging.ts";
import type { Company } from "./records.ts";
import type { Workspace } from "./workspace.ts";

export function defineContactCompanies(define: Define, workspace: Workspace): void {
  define("POST", "/contacts/:id/companies", z.strictObject({ id: z.string() }), ({ params, body }) => {
    const contact = findContact(workspace, params.id ?? "");
    const company = findCompany(workspace, body.id);
    if (!company.contactIds.has(contact.id)) {
      const { companiesPerContact: most } = workspace.habits;
      if (contact.company_ids.length >= most) {
        const message = `Contact has reached the maximum of ${most} company associations`;
        throw new ApiError(400, "contact_company_limit_exceeded", message);
      }
      company.contactIds.add(contact.id);
      contact.company_ids.push(company.id);
    }
    return buildCompany(workspace, company);
  });

  define("GET", "/contacts/:id/companies", null, ({ params, query }) => {
    const contact = findContact(workspace, params.id ?? "");
    const companies = contact.company_ids
      .map((id) => workspace.companies.get(id))
      .filter((company): company is Company => company !== undefined)
      .filter((company) => settleArchive(workspace, company) !== undefined);
    const page = assembleNumberedPage(companies, query, 50, 60);
    const data = page.items.map((company) => buildCompany(workspace, company));
    const next =
      page.next === null ? null : `${workspace.url}/contacts/${contact.id}/companies?page=${page.next}`;
    // The description's schema says `companies`, its example `data`: whoever reads either finds them.
    return { type: "list", data, companies: data, pages: { ...page.pages, next }, total_count: page.total };
  });

  define("DELETE", "/contacts/:id/companies/:company_id", null, ({ params }) => {
    const contact = findContact(workspace, params.id ?? "");
    const company = findCompany(workspace, params.company_id);
    if (!company.contactIds.delete(contact.id)) throw notFound("Company Not Found", "company_not_found");
    contact.company_ids = contact.company_ids.filter((id) => id !== company.id);
    return buildCompany(workspace, company);
  });
}
