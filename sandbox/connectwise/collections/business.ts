// Lists below /project, /finance, /time and /schedule.
import { AGREEMENT_TYPES } from "../../tenant/agreements.ts";
import { findById } from "../../tenant/desk.ts";
import { type Collection, collection } from "../collection.ts";
import { allNotesOf, projectNote } from "../ticket-views.ts";

const WORK_ROLES = [{ id: 1, name: "Engineer", hourlyRate: 150, inactiveFlag: false }];
const WORK_TYPES = [
  { id: 1, name: "Regular", billTime: "Billable", rateType: "Multiplier", rate: 1, inactiveFlag: false },
  {
    id: 2,
    name: "After hours",
    billTime: "Billable",
    rateType: "Multiplier",
    rate: 1.5,
    inactiveFlag: false,
  },
];

export const BUSINESS_COLLECTIONS: readonly Collection[] = [
  collection("/project/projects", ({ tenant }) => tenant.projects, { right: "Project Headers" }),
  collection(
    "/project/projects/:parentId/phases",
    ({ tenant, ids }) =>
      findById(tenant.projects, ids.parentId ?? 0) &&
      tenant.phases.filter((phase) => phase.projectId === ids.parentId),
    { right: "Project Headers" },
  ),
  collection("/project/tickets", ({ tenant }) => tenant.projectTickets, {
    right: "Project Tickets",
    // A desk without project tickets knows their fields, too.
    optional: [
      ...["initialDescription", "closedDate", "closedBy", "requiredDate", "item", "owner"],
      ...["recordType", "board", "status", "project", "company", "contact"],
    ],
  }),
  collection(
    "/project/tickets/:parentId/notes",
    ({ tenant, ids }) =>
      findById(tenant.projectTickets, ids.parentId ?? 0) && tenant.notesOf(ids.parentId ?? 0),
    {
      right: "Project Tickets",
      view: projectNote,
      viewOne: projectNote,
      optional: ["text", "member", "contact"],
    },
  ),
  collection(
    "/project/tickets/:parentId/allNotes",
    ({ tenant, ids }) =>
      findById(tenant.projectTickets, ids.parentId ?? 0) && allNotesOf(tenant, ids.parentId ?? 0, "project"),
    { right: "Project Tickets", single: false, optional: ["noteType", "ticket", "text"] },
  ),
  collection(
    "/project/tickets/:parentId/configurations",
    ({ tenant, ids }) => findById(tenant.projectTickets, ids.parentId ?? 0) && [],
    { right: "Configurations", single: false },
  ),
  collection("/finance/agreements/types", () => AGREEMENT_TYPES.map(({ id, name }) => ({ id, name }))),
  collection("/finance/agreements", ({ tenant }) => tenant.agreements, {
    right: "Agreements",
    optional: ["endDate", "parentAgreement", "dateCancelled"],
  }),
  collection(
    "/finance/agreements/:parentId/additions",
    ({ tenant, ids }) =>
      findById(tenant.agreements, ids.parentId ?? 0) &&
      tenant.additions.filter((row) => row.agreementId === ids.parentId),
    { right: "Agreements" },
  ),
  collection("/time/entries", ({ tenant }) => tenant.timeEntries, {
    right: "Time Entry",
    optional: ["internalNotes", "project", "phase", "agreement", "invoice", "ticket"],
  }),
  collection("/sales/opportunities", ({ tenant }) => tenant.opportunities),
  collection("/sales/activities", ({ tenant }) => tenant.activities),
  collection("/sales/orders", ({ tenant }) => tenant.salesOrders),
  collection("/procurement/products", ({ tenant }) => tenant.products),
  collection("/procurement/catalog", ({ tenant }) => tenant.catalogItems),
  collection("/expense/entries", ({ tenant }) => tenant.expenses),
  collection("/finance/invoices", ({ tenant }) => tenant.invoices),
  collection("/schedule/entries", ({ tenant }) => tenant.appointments),
  collection("/time/workTypes", () => WORK_TYPES),
  collection("/time/workRoles", () => WORK_ROLES),
  collection("/schedule/calendars", ({ tenant }) => tenant.calendars),
  collection("/schedule/holidayLists", ({ tenant }) => tenant.holidayLists),
  collection(
    "/schedule/holidayLists/:parentId/holidays",
    ({ tenant, ids }) => findById(tenant.holidayLists, ids.parentId ?? 0) && tenant.holidays,
  ),
];
