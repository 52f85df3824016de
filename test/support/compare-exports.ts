// What the API and an export of the same tenant come to: desired conversations and contacts, comparable.
import type { Tenant } from "../../sandbox/tenant/tenant.ts";
import { assembleDefaultMap } from "../../src/engine/field-map/default-map.ts";
import type { DesiredContact, DesiredConversation } from "../../src/engine/model/desired.ts";
import type { Exception } from "../../src/engine/model/run.ts";
import type { SourceRef } from "../../src/engine/model/source/source.ts";
import type { Source } from "../../src/engine/source/port.ts";
import { extract } from "../../src/engine/stages/extract/extract.ts";
import { survey } from "../../src/engine/stages/survey/survey.ts";
import { makeTransformContext, transformContact, transformTicket } from "../../src/engine/transform/index.ts";
import { type Drill, MIGRATION, TENANT_NOW } from "./connectwise-drill.ts";
import { createMemoryStaging, type MemoryStaging } from "./memory-staging.ts";

export async function extractFrom(
  source: Source,
): Promise<{ staging: MemoryStaging; exceptions: Exception[] }> {
  const staging = createMemoryStaging();
  const exceptions: Exception[] = [];
  await extract({
    ...{ source, staging, migrationId: MIGRATION, environment: "production" },
    clock: () => TENANT_NOW,
    onExceptions: async (found) => void exceptions.push(...found),
  });
  return { staging, exceptions };
}

/** Desired conversations and contacts by the default map, with everybody an admin and every board a team. */
export async function desire(drill: Drill, source: Source, staging: MemoryStaging) {
  const { tenant } = drill.sandbox;
  const admins = tenant.members.map(({ id, firstName, lastName, primaryEmail }) => ({
    id: String(id),
    name: `${firstName} ${lastName}`,
    email: primaryEmail,
  }));
  const teams = tenant.boards.map(({ id, name }) => ({ id: `t${id}`, name }));
  const surveyed = await survey({ source, clock: () => TENANT_NOW });
  const all = staging.all(MIGRATION, "contact");
  const companies = new Map(staging.all(MIGRATION, "company").map((one) => [one.id, one]));
  const shared = await staging.loadSharedEmails(MIGRATION);
  const stands = new Map([...shared.values()].flatMap((ids) => ids.map((id) => [id, ids[0] ?? id])));
  const known = new Set(all.map(({ id }) => id));
  // Without a file of members, people are known by their names alone: the map then says who is who.
  const map = assembleDefaultMap(surveyed, admins, teams);
  const members = map.members.map((rule) => {
    const admin = admins.find(({ name }) => name === rule.name);
    return admin ? { ...rule, admin } : rule;
  });
  const context = makeTransformContext({
    map: { ...map, members },
    ...{ sourceSystem: "connectwise", admins, teams, workspaceAdminId: "1" },
    slas: staging.all(MIGRATION, "sla"),
    priorities: staging.all(MIGRATION, "priority"),
    boards: staging.all(MIGRATION, "board"),
    members: staging.all(MIGRATION, "member"),
    canonicalContact: (id) => (known.has(id) ? (stands.get(id) ?? id) : undefined),
    company: (id) => companies.get(id),
    runAt: TENANT_NOW.getTime() / 1000,
  });
  const ids = staging.all(MIGRATION, "ticket").map(({ id }) => id);
  const bundles = await staging.loadBundles(MIGRATION, ids);
  return {
    conversations: bundles.map((bundle) => transformTicket(bundle, context).conversation),
    contacts: all.map((contact) => transformContact(contact, context)),
  };
}

/** Takes out of a tenant what no export's columns tell: planned hours, further technicians, role and status of time. */
export function keepToColumns({ tickets, projectTickets, timeEntries }: Tenant): void {
  for (const list of [tickets, projectTickets] as object[][]) {
    for (const [at, one] of list.entries())
      list[at] = { ...one, resources: undefined, budgetHours: undefined };
  }
  for (const [at, entry] of timeEntries.entries()) {
    timeEntries[at] = { ...entry, status: undefined, workRole: undefined };
  }
}

/** By business hours and calendars ConnectWise knows when an SLA was due; a report does not carry it. */
const NOT_IN_CSV = [
  "SLA_Breach_Time__c",
  "SLA_Business_Hours__c",
  ...["SLA_Met__c", "SLA_Response_Goal__c", "First_Response_Date__c", "Resolved_Date__c", "Resolved_By__c"],
  "Other_Sites__c",
  "Other_Communications__c",
];

const carried = (attributes: Readonly<Record<string, unknown>>, missing: readonly string[]) =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => ![...NOT_IN_CSV, ...missing].includes(name)),
  );

const refOf = (ref: SourceRef | undefined) => (ref ? `${ref.type}/${ref.id}` : "none");

/** @param missing attributes that this kind of export can't tell */
export function comparable(one: DesiredConversation, missing: readonly string[] = []) {
  const { title, body, createdAt, state, teamId, adminId, actingAdminId, attributes, contact, company } = one;
  return {
    ...{ id: one.source.id, title, body, createdAt, state, teamId, adminId, actingAdminId },
    contact: refOf(contact),
    company: refOf(company),
    attributes: carried(attributes, missing),
    parts: one.parts
      .filter(({ key }) => key !== "configurations")
      .map(({ digest: _digest, author, ...part }) => ({
        ...part,
        author: author.kind === "admin" ? author.id : refOf(author.source),
      })),
  };
}

export function comparableContact(
  { externalId, email, phone, name, role, companies, attributes }: DesiredContact,
  missing: readonly string[] = [],
) {
  return {
    externalId,
    email,
    phone,
    name,
    role,
    companies: companies.map(refOf),
    attributes: carried(attributes, missing),
  };
}
