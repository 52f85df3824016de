// ConnectWise PSA as a source: one neutral record for each of its rows, read-only, at the pace it allows.
import type { SourceCredentials } from "../../model/migration.ts";
import type { SourceMember, SourceRecords, SourceTimeEntry } from "../../model/source/source.ts";
import type { PagedType, PageRequest, SampledType, Source, SourceGap, SourcePage } from "../port.ts";
import { concernsOnePart } from "../refusals.ts";
import { type ClientOptions, createConnectWiseClient } from "./client/client.ts";
import { fetchCount } from "./client/count.ts";
import { changedSince, fetchAllRows, fetchRows } from "./client/paging.ts";
import { readRow } from "./client/read-row.ts";
import { rememberAnswer } from "./client/remember-answer.ts";
import { fetchArticleCategories, fetchArticles, KNOWLEDGE_BASE } from "./records/articles.ts";
import {
  ASSET_PATHS,
  fetchAgreements,
  fetchConfigurations,
  fetchLivingAssets,
  fetchProjects,
  fetchTicketConfigurations,
} from "./records/assets.ts";
import { fetchCompanies } from "./records/companies.ts";
import { fetchCustomFields, fetchSecretFieldRemarks } from "./records/custom-fields.ts";
import { downloadFile, fetchDocuments, linkOfInlineImage } from "./records/documents.ts";
import { fetchLeftBehind } from "./records/left-behind.ts";
import { mapContact, mapMember } from "./records/map-people.ts";
import { mapServiceLevel } from "./records/map-ticket.ts";
import { mapTimeEntries, ON_A_TICKET } from "./records/map-time-entry.ts";
import { fetchNotes } from "./records/notes.ts";
import { fetchBoards, fetchPriorities, fetchSlas, fetchSlaTable } from "./records/reference-lists.ts";
import { fetchRights } from "./records/rights.ts";
import { createSampling } from "./records/sampling.ts";
import { serviceLevelRow, timeEntryRow } from "./records/schema.ts";
import { contactRow, memberRow } from "./records/schema-people.ts";
import { createTicketLists } from "./records/tickets.ts";
import { fetchAutomations } from "./workflows/automations.ts";

export type { ClientOptions } from "./client/client.ts";

const PATHS = {
  board: "service/boards",
  member: "system/members",
  sla: "service/SLAs",
  priority: "service/priorities",
  company: "company/companies",
  contact: "company/contacts",
  timeEntry: "time/entries",
  article: KNOWLEDGE_BASE.articles,
  articleCategory: KNOWLEDGE_BASE.categories,
  ...ASSET_PATHS,
} as const;

type Ids = { readonly ids?: readonly string[] };
type Fetchers = { readonly [T in PagedType]: (request: PageRequest & Ids) => Promise<SourcePage<T>> };

/** URLs may have 2,000 characters; a hundred ids stay well below. */
const IDS_A_CALL = 100;

/** @throws InputError when the site is no address; nothing is asked before the first method is called */
export function createConnectWiseSource(
  credentials: NonNullable<SourceCredentials["connectwise"]>,
  options: ClientOptions = {},
): Source {
  const client = createConnectWiseClient(credentials, options);
  const tickets = createTicketLists(
    client,
    rememberAnswer((signal) => fetchSlaTable(client, signal)),
  );

  const fetchers: Fetchers = {
    board: (request) => fetchBoards(client, request),
    sla: (request) => fetchSlas(client, request),
    priority: (request) => fetchPriorities(client, request),
    company: (request) => fetchCompanies(client, request),
    ticket: (request) => tickets.fetchPage(request),
    configuration: (request) => fetchConfigurations(client, request),
    agreement: (request) => fetchAgreements(client, request),
    project: (request) => fetchProjects(client, request),
    articleCategory: (request) => fetchArticleCategories(client, request),
    article: (request) => fetchArticles(client, request),
    member: async ({ after, signal }) => {
      const page = await fetchRows(client, memberRow, { path: PATHS.member, after, signal });
      return pageOf<SourceMember>(page.rows.map(mapMember), page);
    },
    contact: async ({ after, changedSince: since, ids, signal }) => {
      const conditions = conditionsOf(since, ids);
      const page = await fetchRows(client, contactRow, { path: PATHS.contact, after, conditions, signal });
      return pageOf(page.rows.map(mapContact), page);
    },
    timeEntry: async ({ after, changedSince: since, signal }) => {
      const conditions = [ON_A_TICKET, ...conditionsOf(since)];
      const page = await fetchRows(client, timeEntryRow, {
        path: PATHS.timeEntry,
        after,
        conditions,
        signal,
      });
      const { records, rejects } = mapTimeEntries(page);
      return pageOf(records, { ...page, rejects });
    },
  };

  async function fetchByIds<T extends SampledType>(type: T, ids: readonly string[], signal?: AbortSignal) {
    const records: SourceRecords[T][] = [];
    const rejects: SourcePage<T>["rejects"][number][] = [];
    for (const some of chunksOf(ids)) {
      const page = await fetchers[type]({ ids: some, ...(signal ? { signal } : {}) });
      records.push(...page.records);
      rejects.push(...page.rejects);
    }
    return { records, rejects };
  }

  return {
    notesPerTicket: true,
    async identify() {
      const { version } = await client.codebase();
      // The codebase is public: a question that needs the keys proves them. Trouble with the list alone proves them too.
      await fetchCount(client, PATHS.board).catch(async (error: unknown) => {
        if (!(await concernsOnePart(error, client, undefined))) throw error;
      });
      return {
        system: "connectwise",
        key: `connectwise:${new URL(client.site).host}/${credentials.company.toLowerCase()}`,
        title: `ConnectWise PSA, company ${credentials.company}`,
        ...(version === undefined ? {} : { version }),
      };
    },
    look: (signal) => client.look(signal),
    fetchRights: () => fetchRights(client),
    count(type) {
      if (type === "ticket") return tickets.count();
      return fetchCount(client, PATHS[type], type === "timeEntry" ? [ON_A_TICKET] : []);
    },
    fetchPage: (type, request) => fetchers[type](request),
    fetchByIds,
    async fetchTimeEntriesOf(ticketIds, signal) {
      const records: SourceTimeEntry[] = [];
      const rejects: SourcePage<"timeEntry">["rejects"][number][] = [];
      for (const some of chunksOf(ticketIds)) {
        const conditions = [ON_A_TICKET, `chargeToId in (${some.join(",")})`];
        const found = await fetchAllRows(client, timeEntryRow, { path: PATHS.timeEntry, conditions, signal });
        const mapped = mapTimeEntries(found);
        records.push(...mapped.records);
        rejects.push(...mapped.rejects);
      }
      return { records, rejects };
    },
    ...createSampling(client, fetchByIds),
    async findLiving(type, ids, signal) {
      const living: string[] = [];
      for (const some of chunksOf(ids)) living.push(...(await fetchLivingAssets(client, type, some, signal)));
      return new Set(living);
    },
    fetchTicketConfigurations: (ticket, signal) => fetchTicketConfigurations(client, ticket, signal),
    async fetchServiceLevel(ticketId, signal) {
      const answer = await client.get(`service/tickets/${ticketId}`, {}, signal);
      const read = readRow(serviceLevelRow, answer);
      return "row" in read ? mapServiceLevel(read.row) : {};
    },
    countLeftBehind: (signal) => fetchLeftBehind(client, signal),
    countWorkflows: () => fetchCount(client, "system/workflows"),
    fetchWorkflows: (signal) => fetchAutomations(client, credentials, signal),
    fetchDocuments: async (ticket, signal, hear) =>
      fetchDocuments(
        client,
        ticket.recordType === "ServiceTicket" ? "Ticket" : "ProjectTicket",
        ticket.id,
        signal,
        hear,
      ),
    answers: (signal) => client.answers(signal),
    downloadFile: (file, consume, signal) => downloadFile(client, credentials.company, file, consume, signal),
    linkOfInlineImage: (guid) => linkOfInlineImage(client, credentials.company, guid),
    fetchNotes: (ticketId, signal, ticket, hear) => fetchNotes(client, ticketId, ticket, signal, hear),
    fetchCustomFields: () => fetchCustomFields(client),
    fetchRemarks: () => fetchSecretFieldRemarks(client),
    close: () => client.close(),
  };
}

function pageOf<R>(
  records: readonly R[],
  page: {
    readonly rejects: SourcePage<PagedType>["rejects"];
    readonly gaps: readonly SourceGap[];
    readonly last?: string;
  },
) {
  return {
    records,
    rejects: page.rejects,
    gaps: page.gaps,
    ...(page.last === undefined ? {} : { next: page.last }),
  };
}

function conditionsOf(since?: string, ids?: readonly string[]): string[] {
  return [
    ...(since === undefined ? [] : [changedSince(since)]),
    ...(ids === undefined ? [] : [`id in (${ids.join(",")})`]),
  ];
}

/** Ids stand unquoted in a condition, so that what is no number is not asked for: nothing has it. */
function chunksOf(ids: readonly string[]): string[][] {
  const numbers = ids.filter((id) => /^\d{1,15}$/.test(id));
  const chunks: string[][] = [];
  for (let at = 0; at < numbers.length; at += IDS_A_CALL) chunks.push(numbers.slice(at, at + IDS_A_CALL));
  return chunks;
}
