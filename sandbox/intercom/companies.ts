// Companies: upsert by `company_id`, invisible until a contact is attached, archived by DELETE with a delay.
import { z } from "zod";
import { ApiError, missing, notFound } from "./api-error.ts";
import { buildCompany } from "./company-view.ts";
import { buildContact } from "./contact-view.ts";
import { applyDataAttributes } from "./custom-attributes.ts";
import type { Define } from "./endpoint.ts";
import { assembleCursorPage, assembleNumberedPage } from "./paging.ts";
import type { Company, Contact } from "./records.ts";
import { refuseValues } from "./refused-values.ts";
import type { Workspace } from "./workspace.ts";

const companyFields = {
  name: z.string().optional(),
  plan: z.string().optional(),
  size: z.int().optional(),
  website: z.string().optional(),
  industry: z.string().optional(),
  monthly_spend: z.int().max(2_147_483_647).optional(),
};
const updateSchema = z.strictObject({
  ...companyFields,
  /** Strings only, as the description says; `POST /companies` takes numbers and booleans too. */
  custom_attributes: z.record(z.string(), z.string()).optional(),
});
const upsertSchema = z.strictObject({
  ...companyFields,
  company_id: z.string().optional(),
  remote_created_at: z.int().optional(),
  update_last_request_at: z.boolean().optional(),
  custom_attributes: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable())
    .optional(),
});
type CompanyBody = Partial<z.infer<typeof upsertSchema>>;

function newCompany(workspace: Workspace, companyId: string): Company {
  const now = workspace.now();
  return {
    id: workspace.newObjectId(),
    company_id: companyId,
    name: null,
    plan: null,
    size: null,
    website: null,
    industry: null,
    monthly_spend: 0,
    remote_created_at: null,
    last_request_at: null,
    custom_attributes: {},
    contactIds: new Set(),
    created_at: now,
    updated_at: now,
    archiveAtMs: null,
  };
}

function updateCompany(workspace: Workspace, company: Company, body: CompanyBody): void {
  const { custom_attributes, update_last_request_at, company_id: _, ...fields } = body;
  refuseValues(workspace, { name: fields.name, website: fields.website });
  applyDataAttributes(workspace, "company", company.custom_attributes, custom_attributes);
  Object.assign(
    company,
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  );
  company.updated_at = workspace.now();
  if (update_last_request_at) company.last_request_at = workspace.now();
}

/** Takes a company out for good once the delay of its DELETE has passed. */
export function settleArchive(workspace: Workspace, company: Company): Company | undefined {
  if (company.archiveAtMs === null || company.archiveAtMs > workspace.nowMs()) return company;
  workspace.companies.delete(company.id);
  if (workspace.companyByCompanyId.get(company.company_id) === company.id) {
    workspace.companyByCompanyId.delete(company.company_id);
  }
  for (const id of company.contactIds) {
    const contact = workspace.contacts.get(id);
    if (contact) contact.company_ids = contact.company_ids.filter((other) => other !== company.id);
  }
  return undefined;
}

/** 404 `company_not_found` when there is none, or it has been archived. */
export function findCompany(workspace: Workspace, id: string | undefined): Company {
  const company = workspace.companies.get(id ?? "");
  const settled = company && settleArchive(workspace, company);
  if (!settled) throw notFound("Company Not Found", "company_not_found");
  return settled;
}

/** Settles every archive that is due, so that a look at the whole sees what a customer sees. */
export function settleArchives(workspace: Workspace): void {
  for (const company of [...workspace.companies.values()]) settleArchive(workspace, company);
}

function visibleCompanies(workspace: Workspace): Company[] {
  settleArchives(workspace);
  return [...workspace.companies.values()].filter((company) => company.contactIds.size > 0);
}

export function defineCompanies(define: Define, workspace: Workspace): void {
  const numbered = (all: readonly Company[], query: Record<string, string>) => {
    const page = assembleNumberedPage(all, query, 15, 60);
    const data = page.items.map((company) => buildCompany(workspace, company));
    return { type: "list", data, pages: page.pages, total_count: page.total };
  };

  define("POST", "/companies", upsertSchema, ({ body }) => {
    if (!body.company_id) throw missing("company_id is required", "company_id");
    const known = workspace.companyByCompanyId.get(body.company_id);
    const existing = known === undefined ? undefined : workspace.companies.get(known);
    const company =
      (existing && settleArchive(workspace, existing)) ?? newCompany(workspace, body.company_id);
    updateCompany(workspace, company, body);
    workspace.companies.set(company.id, company);
    workspace.companyByCompanyId.set(company.company_id, company.id);
    return buildCompany(workspace, company);
  });

  define("GET", "/companies", null, ({ query }) => {
    if (query.company_id !== undefined) {
      const company = findCompany(workspace, workspace.companyByCompanyId.get(query.company_id));
      if (company.contactIds.size === 0) throw notFound("Company Not Found", "company_not_found");
      return workspace.habits.companyLookup === "list"
        ? numbered([company], query)
        : buildCompany(workspace, company);
    }
    const all = visibleCompanies(workspace);
    if (query.name === undefined) return numbered(all, query);
    const named = all.find((company) => company.name === query.name);
    return buildCompany(workspace, findCompany(workspace, named?.id));
  });

  define("POST", "/companies/list", z.strictObject({}), ({ query }) => {
    const all = visibleCompanies(workspace);
    return numbered(query.order === "asc" ? all : all.reverse(), query);
  });

  // One scroll an app: it ends with its empty page or a minute after it began. The first page holds all.
  let scrollEndsMs = 0;
  define("GET", "/companies/scroll", null, ({ query }) => {
    const first = query.scroll_param === undefined;
    if (first && scrollEndsMs > workspace.nowMs()) {
      throw new ApiError(400, "scroll_exists", "scroll already exists for this workspace");
    }
    scrollEndsMs = first ? workspace.nowMs() + 60_000 : 0;
    const data = first ? visibleCompanies(workspace).map((company) => buildCompany(workspace, company)) : [];
    return { type: "list", data, pages: null, total_count: null, scroll_param: "sandbox-scroll" };
  });

  define("GET", "/companies/:id", null, ({ params }) =>
    buildCompany(workspace, findCompany(workspace, params.id)),
  );

  define("PUT", "/companies/:id", updateSchema, ({ params, body }) => {
    const company = findCompany(workspace, params.id);
    updateCompany(workspace, company, body);
    return buildCompany(workspace, company);
  });

  define("DELETE", "/companies/:id", null, ({ params }) => {
    const company = findCompany(workspace, params.id);
    company.archiveAtMs ??= workspace.nowMs() + workspace.settings.companyArchiveLagMs;
    settleArchive(workspace, company);
    return { id: company.id, object: "company", deleted: true };
  });

  define("GET", "/companies/:id/contacts", null, ({ params, query }) => {
    const company = findCompany(workspace, params.id);
    const contacts = [...company.contactIds]
      .map((id) => workspace.contacts.get(id))
      .filter((contact): contact is Contact => contact !== undefined && !contact.archived);
    const page = assembleCursorPage(contacts, Number(query.per_page ?? 50), 150, query.starting_after);
    const data = page.items.map((contact) => buildContact(workspace, contact));
    return { type: "list", data, total_count: page.total, pages: page.pages };
  });
}
