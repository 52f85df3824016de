// A company as the API shows it.
import { visibleAttributes } from "./custom-attributes.ts";
import type { Company } from "./records.ts";
import type { Workspace } from "./workspace.ts";

export function buildCompany(workspace: Workspace, company: Company) {
  const optional = {
    name: company.name,
    remote_created_at: company.remote_created_at,
    last_request_at: company.last_request_at,
    size: company.size,
    website: company.website,
    industry: company.industry,
  };
  return {
    type: "company",
    id: company.id,
    company_id: company.company_id,
    app_id: workspace.settings.workspaceId,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
    plan: company.plan === null ? {} : { type: "plan", id: `plan-${company.plan}`, name: company.plan },
    created_at: company.created_at,
    updated_at: company.updated_at,
    monthly_spend: company.monthly_spend,
    session_count: 0,
    user_count: company.contactIds.size,
    custom_attributes: visibleAttributes(company.custom_attributes, (name) =>
      workspace.dataAttributeByName.has(name),
    ),
    tags: { type: "tag.list", tags: [] },
    segments: { type: "segment.list", segments: [] },
    notes: { type: "note.list", notes: [] },
  };
}
