// Makes a whole tenant from a seed and a present: the same arguments make the same tenant, to the letter.
import { en, Faker } from "@faker-js/faker";
import { makeAgreements } from "./agreements.ts";
import { auditTrailOf } from "./audit-trail.ts";
import { makeCategories } from "./board-categories.ts";
import { makeBoards } from "./boards.ts";
import { makeBusinessRecords } from "./business-records.ts";
import { makeCompanies } from "./companies.ts";
import { CONFIGURATION_STATUSES, CONFIGURATION_TYPES, makeConfigurations } from "./configurations.ts";
import { makeContacts } from "./contacts.ts";
import { ALL_TEMPLATES } from "./corpus/index.ts";
import { makeUserDefinedFields } from "./custom-fields.ts";
import { makeDesk } from "./desk.ts";
import { documentBytes } from "./document-bytes.ts";
import { makeDocuments } from "./documents.ts";
import { DAY, infoOf } from "./info.ts";
import { makeKnowledgeBase } from "./knowledge-base.ts";
import { MEMBER_WITHOUT_ADMIN, makeMembers } from "./members.ts";
import { plantSecrets } from "./planted-secrets.ts";
import { makeProjects } from "./projects.ts";
import { makeServiceLevels } from "./service-levels.ts";
import type { Tenant, TenantOptions } from "./tenant.ts";
import { indexTimeEntries } from "./time-entries.ts";
import { makeWorkflows } from "./workflows.ts";
import type { World } from "./world.ts";

const SOURCES = ["Phone", "Email Connector", "Portal", "RMM", "Walk-up"];

export function makeTenant(options: TenantOptions): Tenant {
  const { seed } = options;
  const nowMs = Math.floor(options.now.getTime() / 1000) * 1000;
  const faker = new Faker({ locale: en, seed });
  const { plant, planted } = plantSecrets(seed);
  const members = makeMembers(seed, nowMs, plant);
  const { companies, sites } = makeCompanies(faker, seed, nowMs, options.companies ?? 44, plant);
  const contacts = makeContacts(faker, seed, nowMs, options.contacts ?? 320, companies, sites, plant);
  const { boards, statuses, teams } = makeBoards(nowMs);
  const { types, subTypes, items } = makeCategories(boards, ALL_TEMPLATES, nowMs);
  const levels = makeServiceLevels(nowMs);
  const { agreements, additions } = makeAgreements(seed, nowMs, companies, contacts);
  const sources = SOURCES.map((name, at) => ({
    id: at + 1,
    name,
    defaultFlag: at === 0,
    _info: infoOf(nowMs - 2000 * DAY, nowMs - 2000 * DAY),
  }));
  const world: World = {
    seed,
    nowMs,
    members,
    companies,
    sites,
    contacts,
    boards,
    statuses,
    teams,
    types,
    subTypes,
    items,
    priorities: levels.priorities,
    slas: levels.slas,
    sources,
    agreements,
  };
  const { projects, phases } = makeProjects(world, 6);
  const desk = makeDesk(world, { projects, phases, count: options.tickets ?? 820, plant });
  const knowledge = makeKnowledgeBase(
    nowMs,
    desk.tickets.map((ticket) => ticket.id),
  );
  const flows = makeWorkflows(nowMs);
  const documents = makeDocuments(
    seed,
    desk.tickets,
    desk.projectTickets,
    knowledge.articles,
    desk.odd,
    nowMs,
  );
  const byId = new Map(documents.map((document) => [document.info.id, document]));
  return {
    ...world,
    projects,
    phases,
    additions,
    ...desk,
    ...makeBusinessRecords(nowMs),
    configurations: makeConfigurations(seed, nowMs, companies, contacts, plant),
    configurationTypes: CONFIGURATION_TYPES.map((type) => ({
      ...type,
      inactiveFlag: false,
      systemFlag: false,
    })),
    configurationStatuses: CONFIGURATION_STATUSES,
    slaPriorities: levels.slaPriorities,
    calendars: levels.calendars,
    holidayLists: levels.holidayLists,
    holidays: levels.holidays,
    userDefinedFields: makeUserDefinedFields(nowMs),
    documents,
    articles: knowledge.articles,
    articleCategories: knowledge.categories,
    articleSubCategories: knowledge.subCategories,
    workflows: flows.workflows,
    workflowEvents: flows.events,
    workflowActions: flows.actions,
    workflowTriggers: flows.triggers,
    plantedSecrets: planted,
    memberWithoutAdmin: MEMBER_WITHOUT_ADMIN,
    timeEntriesOf: indexTimeEntries(desk.timeEntries),
    notesOf: (ticketId) => desk.noteBook.of(ticketId),
    auditTrailOf(ticketId) {
      const ticket = desk.findTicket(ticketId)?.ticket;
      return ticket ? auditTrailOf(ticket, desk.noteBook.of(ticketId)) : [];
    },
    bytesOf(documentId) {
      const document = byId.get(documentId);
      if (!document || document.lost) throw new RangeError(`no file for document ${documentId}`);
      return documentBytes(seed, document.info);
    },
  };
}
