// Lists below /company.
import { COMPANY_STATUSES, COMPANY_TYPES } from "../../tenant/companies.ts";
import { CONTACT_TYPES } from "../../tenant/contacts.ts";
import { findById } from "../../tenant/desk.ts";
import { type Collection, collection } from "../collection.ts";

const byCompany = (list: readonly { readonly company: { readonly id: number } }[], id: number | undefined) =>
  list.filter((record) => record.company.id === id);

export const COMPANY_COLLECTIONS: readonly Collection[] = [
  collection("/company/companies", ({ tenant }) => tenant.companies, {
    right: "Company Maintenance",
    optional: [
      "parentCompany",
      "dateDeleted",
      "deletedBy",
      "market",
      "accountNumber",
      "addressLine2",
      "faxNumber",
    ],
  }),
  collection(
    "/company/companies/:parentId/sites",
    ({ tenant, ids }) =>
      findById(tenant.companies, ids.parentId ?? 0) ? byCompany(tenant.sites, ids.parentId) : undefined,
    { right: "Company Maintenance" },
  ),
  collection("/company/companies/types", () => COMPANY_TYPES),
  collection("/company/companies/statuses", () => COMPANY_STATUSES),
  collection("/company/contacts", ({ tenant }) => tenant.contacts, {
    right: "Contacts",
    optional: ["managerContact", "department", "nickName", "photo", "portalPassword"],
  }),
  collection("/company/contacts/types", () =>
    CONTACT_TYPES.map(({ id, name }) => ({ id, description: name })),
  ),
  collection("/company/configurations", ({ tenant }) => tenant.configurations, {
    right: "Configurations",
    optional: ["installedBy", "manufacturer", "lastBackupDate", "sla"],
  }),
  collection("/company/configurations/types", ({ tenant }) => tenant.configurationTypes),
  collection("/company/configurations/statuses", ({ tenant }) => tenant.configurationStatuses),
];
