// Lists below /service: tickets with their notes, boards with what hangs on them, SLAs, knowledge base.
import { findById } from "../../tenant/desk.ts";
import { type Collection, collection, type Scope } from "../collection.ts";
import { allNotesOf, freshSla, staleSla } from "../ticket-views.ts";

const TICKET_NAMES = [
  "initialDescription",
  "initialInternalAnalysis",
  "initialResolution",
  "closedDate",
  "closedBy",
  "dateResolved",
  "resolveMinutes",
  "respondMinutes",
  "parentTicketId",
  "mergedParentTicket",
  "requiredDate",
  "budgetHours",
  "item",
  "team",
  "owner",
  "agreement",
  "escalationLastUpdateMinutes",
];

const tickets = (path: string, view: Collection["view"], more: Partial<Collection> = {}): Collection => ({
  path,
  list: ({ tenant }) => tenant.tickets,
  ...(view ? { view } : {}),
  viewOne: (record, { nowMs }) => freshSla(record, nowMs),
  optional: TICKET_NAMES,
  right: "Service Tickets",
  ...more,
});

const ticket = ({ tenant, ids }: Scope) => findById(tenant.tickets, ids.parentId ?? 0);

/** Configurations hang on one ticket in three: those of its contact. */
const configurationsOn = (scope: Scope): readonly object[] => {
  const contact = ticket(scope)?.contact;
  if (!contact || (scope.ids.parentId ?? 0) % 3 !== 0) return [];
  const owned = scope.tenant.configurations.filter(
    (configuration) => configuration.contact?.id === contact.id,
  );
  return owned.map(({ id, deviceIdentifier, _info }) => ({ id, deviceIdentifier, _info }));
};

const documentsOn = ({ tenant, ids }: Scope): readonly object[] =>
  tenant.documents
    .filter(({ recordType, recordId }) => recordType === "Ticket" && recordId === ids.parentId)
    .map(({ info }) => ({ id: info.id, name: info.title }));

/** A list of a board: 404 without the board. */
const ofBoard = (name: string, pick: (scope: Scope) => readonly object[]): Collection =>
  collection(`/service/boards/:parentId/${name}`, (scope) =>
    findById(scope.tenant.boards, scope.ids.parentId ?? 0) ? pick(scope) : undefined,
  );

const onBoard = (list: readonly { readonly board: { readonly id: number } }[], { ids }: Scope) =>
  list.filter((record) => record.board.id === ids.parentId);

export const SERVICE_COLLECTIONS: readonly Collection[] = [
  tickets("/service/tickets/calculateSla", (record, { nowMs }) => freshSla(record, nowMs), { single: false }),
  tickets("/service/tickets", staleSla),
  collection(
    "/service/tickets/:parentId/notes",
    (scope) => ticket(scope) && scope.tenant.notesOf(scope.ids.parentId ?? 0),
    {
      right: "Service Tickets",
      optional: [
        "ticketId",
        "text",
        "detailDescriptionFlag",
        "internalAnalysisFlag",
        "resolutionFlag",
        "member",
        "contact",
        "dateCreated",
        "createdBy",
        "internalFlag",
        "externalFlag",
      ],
    },
  ),
  collection(
    "/service/tickets/:parentId/allNotes",
    (scope) => ticket(scope) && allNotesOf(scope.tenant, scope.ids.parentId ?? 0, "service"),
    {
      right: "Service Tickets",
      single: false,
      optional: ["noteType", "ticket", "text", "mergedFlag", "bundledFlag"],
    },
  ),
  collection(
    "/service/tickets/:parentId/configurations",
    (scope) => ticket(scope) && configurationsOn(scope),
    {
      right: "Configurations",
      single: false,
    },
  ),
  collection("/service/tickets/:parentId/documents", (scope) => ticket(scope) && documentsOn(scope), {
    right: "Manage Documents",
    single: false,
  }),
  collection("/service/boards", ({ tenant }) => tenant.boards),
  ofBoard("statuses", (scope) => onBoard(scope.tenant.statuses, scope)),
  ofBoard("types", (scope) => onBoard(scope.tenant.types, scope)),
  ofBoard("subtypes", (scope) => onBoard(scope.tenant.subTypes, scope)),
  ofBoard("items", (scope) => onBoard(scope.tenant.items, scope)),
  ofBoard("teams", ({ tenant, ids }) => tenant.teams.filter((team) => team.boardId === ids.parentId)),
  collection("/service/teams", ({ tenant }) => tenant.teams),
  collection("/service/priorities", ({ tenant }) => tenant.priorities),
  collection("/service/sources", ({ tenant }) => tenant.sources),
  collection("/service/SLAs", ({ tenant }) => tenant.slas),
  collection(
    "/service/SLAs/:parentId/priorities",
    ({ tenant, ids }) =>
      findById(tenant.slas, ids.parentId ?? 0) &&
      tenant.slaPriorities.filter((row) => row.sla.id === ids.parentId),
  ),
  collection("/service/knowledgeBaseArticles", ({ tenant }) => tenant.articles),
  collection("/service/knowledgeBaseCategories", ({ tenant }) => tenant.articleCategories),
  collection("/service/knowledgeBaseSubCategories", ({ tenant }) => tenant.articleSubCategories),
];
