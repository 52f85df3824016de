// Builds transform contexts from the staged extract, page by page, so that memory stays constant.
import type { FieldMap } from "../field-map/schema.ts";
import type { Admin, Team } from "../model/observed.ts";
import type {
  SourceAgreement,
  SourceCompany,
  SourceConfiguration,
  SourceContact,
  SourceRecords,
  SourceTicket,
  SourceType,
  TicketBundle,
} from "../model/source/source.ts";
import type { SourceStaging } from "../store/repositories.ts";
import { makeTransformContext, readAddress, type TransformContext } from "../transform/index.ts";

export interface ContextInput {
  readonly staging: SourceStaging;
  readonly migrationId: string;
  readonly map: FieldMap;
  readonly sourceSystem: "connectwise" | "csv";
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  readonly workspaceAdminId: string;
  /** Unix seconds. */
  readonly runAt: number;
}

/** One context for the whole run; what depends on a page is laid over it. */
export interface ContextBase {
  readonly input: ContextInput;
  readonly context: TransformContext;
  /** Contacts that share an e-mail → the one that stands for them. */
  readonly canonicalId: ReadonlyMap<string, string>;
  /** The same the other way: who stands for others → those others. */
  readonly mergedIds: ReadonlyMap<string, readonly string[]>;
  /** Every e-mail address of a contact → the first contact that has it; who has it as the default goes first. */
  readonly byAddress: ReadonlyMap<string, string>;
  /** The first ticket that names an address. */
  readonly firstOfAddress: ReadonlyMap<string, string>;
}

const PAGE = 500;

/** Ids of a type in pages, in their order: of living records, or of those deleted in the source. */
export async function* listPages(
  staging: Pick<SourceStaging, "listIds">,
  migrationId: string,
  type: SourceType,
  size: number,
  deleted = false,
): AsyncGenerator<readonly string[]> {
  let after: string | undefined;
  for (;;) {
    const ids = await staging.listIds(migrationId, type, after, size, deleted);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1);
  }
}

/** Known ids in the same shape. */
export async function* cutPages(ids: readonly string[], size: number): AsyncGenerator<readonly string[]> {
  for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size);
}

/** The ids that are given, or all of the type. */
export function choosePages(
  { staging, migrationId }: Pick<ContextInput, "staging" | "migrationId">,
  type: SourceType,
  size: number,
  ids: readonly string[] | undefined,
): AsyncIterable<readonly string[]> {
  return ids === undefined ? listPages(staging, migrationId, type, size) : cutPages(ids, size);
}

async function loadAll<T extends SourceType>(
  { staging, migrationId }: ContextInput,
  type: T,
): Promise<SourceRecords[T][]> {
  const records: SourceRecords[T][] = [];
  for await (const ids of listPages(staging, migrationId, type, PAGE)) {
    records.push(...(await staging.load(migrationId, type, ids)).values());
  }
  return records;
}

export async function loadContextBase(input: ContextInput): Promise<ContextBase> {
  const { map, sourceSystem, admins, teams, workspaceAdminId, runAt } = input;
  const [boards, members, slas, priorities, canonicalId] = [
    await loadAll(input, "board"),
    await loadAll(input, "member"),
    await loadAll(input, "sla"),
    await loadAll(input, "priority"),
    await loadStandIns(input),
  ];
  const projects = await loadAll(input, "project");
  const agreements = groupByCompany(await loadAll(input, "agreement"));
  const context = makeTransformContext({
    ...{ map, sourceSystem, admins, teams, workspaceAdminId, runAt, boards, members, slas, priorities },
    canonicalContact: () => undefined,
    company: () => undefined,
    projects,
    agreementsOf: (companyId) => agreements.get(companyId) ?? [],
  });
  const others = [...canonicalId].filter(([id, stand]) => id !== stand);
  const mergedIds = Map.groupBy(others, ([, stand]) => stand);
  return {
    input,
    context,
    canonicalId,
    mergedIds: new Map([...mergedIds].map(([stand, pairs]) => [stand, pairs.map(([id]) => id)])),
    byAddress: await loadAddresses(input),
    firstOfAddress: await input.staging.loadFirstOfAddress(input.migrationId),
  };
}

async function loadAddresses(input: ContextInput): Promise<ReadonlyMap<string, string>> {
  const defaults = new Map<string, string>();
  const others = new Map<string, string>();
  const keep = (addresses: Map<string, string>, raw: string | undefined, id: string) => {
    const address = readAddress(raw);
    if (address !== undefined && !addresses.has(address)) addresses.set(address, id);
  };
  for await (const ids of listPages(input.staging, input.migrationId, "contact", PAGE)) {
    const contacts = await input.staging.load(input.migrationId, "contact", ids);
    for (const id of ids) {
      keep(defaults, contacts.get(id)?.email, id);
      for (const { type, value } of contacts.get(id)?.communications ?? []) {
        if (type === "Email") keep(others, value, id);
      }
    }
  }
  return new Map([...others, ...defaults]);
}

/** There are about as many agreements as companies, so all of them stay in reach. */
function groupByCompany(
  agreements: readonly SourceAgreement[],
): ReadonlyMap<string, readonly SourceAgreement[]> {
  return Map.groupBy(agreements, ({ company }) => company?.id ?? "");
}

/** The lowest id of each shared e-mail stands for the others; an inactive one only if such contacts are moved. */
async function loadStandIns({
  staging,
  migrationId,
  map,
}: ContextInput): Promise<ReadonlyMap<string, string>> {
  const shared = [...(await staging.loadSharedEmails(migrationId)).values()];
  const canonicalId = new Map<string, string>();
  for (let start = 0; start < shared.length; start += PAGE) {
    const groups = shared.slice(start, start + PAGE);
    const contacts = await staging.load(migrationId, "contact", groups.flat());
    for (const ids of groups) {
      const moved = (id: string) =>
        contacts.has(id) && (map.policies.includeInactiveContacts || !contacts.get(id)?.inactive);
      const first = ids.find(moved);
      if (first !== undefined) for (const id of ids) canonicalId.set(id, first);
    }
  }
  return canonicalId;
}

export interface PageRecords {
  readonly contacts: ReadonlyMap<string, SourceContact>;
  readonly companies: ReadonlyMap<string, SourceCompany>;
  /** The first ticket of each address that the page's tickets name and no contact has. */
  readonly namers?: ReadonlyMap<string, SourceTicket>;
  /** Of the page's contacts, where these are to be written. */
  readonly configurations?: ReadonlyMap<string, readonly SourceConfiguration[]>;
}

/** The base with one page's records in reach. */
export function contextOf(
  base: ContextBase,
  { contacts, companies, configurations, namers }: PageRecords,
): TransformContext {
  const { includeInactiveContacts } = base.input.map.policies;
  return {
    ...base.context,
    company: (id) => companies.get(id),
    contactByAddress: (address) => base.byAddress.get(address),
    firstOfAddress: (address) => namers?.get(address),
    configurationsOf: (id) =>
      [id, ...(base.mergedIds.get(id) ?? [])].flatMap((one) => configurations?.get(one) ?? []),
    canonicalContact: (id) => {
      const stand = base.canonicalId.get(id);
      if (stand !== undefined) return stand;
      const contact = contacts.get(id);
      return contact && (includeInactiveContacts || !contact.inactive) ? id : undefined;
    },
  };
}

const idsOf = (refs: readonly ({ readonly id: string } | undefined)[]) => [
  ...new Set(refs.flatMap((ref) => (ref ? [ref.id] : []))),
];

/** Contacts with the companies that they name, and with what they use. */
export async function loadContacts(base: ContextBase, ids: readonly string[]): Promise<PageRecords> {
  const { staging, migrationId } = base.input;
  const contacts = await staging.load(migrationId, "contact", ids);
  const wanted = idsOf([...contacts.values()].map((contact) => contact.company));
  const owners = ids.flatMap((id) => [id, ...(base.mergedIds.get(id) ?? [])]);
  return {
    contacts,
    companies: await staging.load(migrationId, "company", wanted),
    configurations: await staging.loadConfigurationsOf(migrationId, owners),
  };
}

/** What tickets refer to: requesters, contacts who wrote notes, companies. */
export async function loadReferred(
  base: ContextBase,
  bundles: readonly TicketBundle[],
): Promise<PageRecords> {
  const { staging, migrationId } = base.input;
  const authors = bundles.flatMap(({ notes }) =>
    notes.flatMap(({ author }) => (author.kind === "contact" && author.id ? [{ id: author.id }] : [])),
  );
  const addresses = bundles.flatMap(listAddresses);
  const recognized = addresses.flatMap((address) => base.byAddress.get(address) ?? []);
  const contactIds = idsOf([
    ...bundles.map(({ ticket }) => ticket.contact),
    ...authors,
    ...recognized.map((id) => ({ id })),
  ]);
  const stands = contactIds.flatMap((id) => base.canonicalId.get(id) ?? []);
  const contacts = await staging.load(migrationId, "contact", [...new Set([...contactIds, ...stands])]);
  const namers = await loadNamers(base, addresses);
  const companyIds = idsOf([
    ...[...bundles.map(({ ticket }) => ticket), ...namers.values()].map((ticket) => ticket.company),
    ...[...contacts.values()].map((contact) => contact.company),
  ]);
  return { contacts, namers, companies: await staging.load(migrationId, "company", companyIds) };
}

/** What a ticket says of its people by address alone. */
function listAddresses({ ticket, notes }: TicketBundle): readonly string[] {
  const unknown = notes.flatMap(({ author }) => (author.kind === "unknown" ? [author.name] : []));
  return [ticket.contactEmail, ...(ticket.copied ?? []), ...unknown].flatMap((raw) => readAddress(raw) ?? []);
}

/** Somebody whom several tickets name by address is described by the first of them, whatever page is looked at. */
async function loadNamers(
  { input: { staging, migrationId }, byAddress, firstOfAddress }: ContextBase,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, SourceTicket>> {
  const strange = [...new Set(addresses)].filter((address) => !byAddress.has(address));
  const ids = strange.flatMap((address) => firstOfAddress.get(address) ?? []);
  const tickets = await staging.load(migrationId, "ticket", [...new Set(ids)]);
  return new Map(
    strange.flatMap((address) => {
      const ticket = tickets.get(firstOfAddress.get(address) ?? "");
      return ticket ? [[address, ticket] as const] : [];
    }),
  );
}
