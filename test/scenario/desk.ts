// A desk that lives on between the runs of a migration: what happens to its records is staged as an extract would.
// Not among it: what a plan can't know without a look into the workspace. A contact that comes to stand for others is
// adopted there; one that comes back after a stand-in opened its tickets may not write in them.
import type {
  SourceArticle,
  SourceContact,
  SourceRecords,
  SourceTicket,
  SourceType,
  TicketBundle,
} from "../../src/engine/model/source/source.ts";
import { aBoard } from "../support/builders.ts";
import type { LoadDrill } from "./load-drill.ts";
import { makeLoadRecords } from "./load-records.ts";

export const LEFT_OUT_BOARD = "2";

type Kept = "company" | "contact" | "ticket" | "article";

/** What a source may hold for a date. */
const NO_DATE = "0001-01-01T00:00:00Z";

/** Each change of a record: which, by its place among its kind. */
const HAPPENINGS = {
  newTicket: (desk: Desk, at: number) => desk.addTicket(60 + at),
  reply: (desk: Desk, at: number) =>
    desk.editBundle(at, ({ ticket, notes, timeEntries }) => {
      const [opening] = notes;
      const id = `${ticket.id}7${notes.length}`;
      const note = { ...opening, id, text: `Once more ${id}`, dateCreated: "2025-09-01T10:00:00Z" };
      return { ticket, timeEntries, notes: [...notes, note as (typeof notes)[number]] };
    }),
  editNote: (desk: Desk, at: number) =>
    desk.editBundle(at, ({ ticket, notes, timeEntries }) => ({
      ...{ ticket, timeEntries },
      notes: notes.map((note, n) =>
        n === at % notes.length ? { ...note, text: `${note.text} (new)` } : note,
      ),
    })),
  loseNote: (desk: Desk, at: number) =>
    desk.editBundle(at, (bundle) => ({ ...bundle, notes: bundle.notes.slice(0, -1) })),
  retitle: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({ ...ticket, summary: `${ticket.summary} again` })),
  open: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({
      ...ticket,
      closed: false,
      status: { id: "101", name: "In Progress" },
    })),
  close: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({ ...ticket, closed: true, status: { id: "103", name: "Closed" } })),
  own: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({ ...ticket, owner: { id: "150", name: "Priya Raman" } })),
  toLeftOutBoard: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({ ...ticket, board: { id: LEFT_OUT_BOARD, name: "Internal" } })),
  toMovedBoard: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({ ...ticket, board: { id: "1", name: "Help Desk" } })),
  merge: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({
      ...ticket,
      ...{ mergedParentTicketId: "1000", closed: true, status: { id: "103", name: "Closed" } },
    })),
  spoil: (desk: Desk, at: number) =>
    desk.editBundle(at, ({ ticket, notes, timeEntries }) => ({
      ...{ ticket: { ...ticket, dateEntered: NO_DATE }, timeEntries },
      notes: notes.map((note) => ({ ...note, dateCreated: NO_DATE })),
    })),
  heal: (desk: Desk, at: number) =>
    desk.editTicket(at, (ticket) => ({ ...ticket, dateEntered: "2025-03-02T08:00:00Z" })),
  loseRequester: (desk: Desk, at: number) => desk.editTicket(at, ({ contact: _gone, ...ticket }) => ticket),
  deleteTicket: (desk: Desk, at: number) => desk.remove("ticket", at),
  restore: (desk: Desk, at: number) => desk.restore(at),
  renameContact: (desk: Desk, at: number) =>
    desk.editContact(at, (contact) => ({ ...contact, firstName: `${contact.firstName}a` })),
  moveContact: (desk: Desk, at: number) =>
    desk.editContact(at, (contact) => ({ ...contact, company: { id: String(5 + (at % 3)) } })),
  sleepContact: (desk: Desk, at: number) =>
    desk.editLonelyContact(at, (contact) => ({ ...contact, inactive: true })),
  readdress: (desk: Desk, at: number) =>
    desk.editLonelyContact(at, (contact) => ({ ...contact, email: `new${at}-${contact.id}@client.example` })),
  twinContact: (desk: Desk, at: number) => desk.addTwin(at),
  deleteContact: (desk: Desk, at: number) => desk.removeLonelyContact(at),
  renameCompany: (desk: Desk, at: number) =>
    desk.edit("company", at, (company) => ({ ...company, name: `${company.name} Ltd` })),
  deleteCompany: (desk: Desk, at: number) => desk.remove("company", at),
  newArticle: (desk: Desk, at: number) => desk.addArticle(at),
  editArticle: (desk: Desk, at: number) =>
    desk.edit("article", at, (article) => ({ ...article, title: `${article.title}!` })),
  deleteArticle: (desk: Desk, at: number) => desk.remove("article", at),
} satisfies Record<string, (desk: Desk, at: number) => Promise<void>>;

export type Change = keyof typeof HAPPENINGS;
export const CHANGES = Object.keys(HAPPENINGS) as readonly Change[];

export class Desk {
  readonly #drill: LoadDrill;
  readonly #now: () => Date;
  readonly #kept: { readonly [K in Kept]: Map<string, SourceRecords[K]> };
  readonly #bundles: Map<string, TicketBundle>;
  readonly #gone: { readonly type: Kept; readonly record: SourceRecords[Kept] }[] = [];

  constructor(drill: LoadDrill, now: () => Date) {
    const { companies, contacts, bundles } = drill.records;
    const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
      new Map(records.map((record) => [record.id, record]));
    this.#drill = drill;
    this.#now = now;
    this.#bundles = new Map(bundles.map((bundle) => [bundle.ticket.id, bundle]));
    this.#kept = {
      ...{ company: byId(companies), contact: byId(contacts) },
      ...{ ticket: byId(bundles.map(({ ticket }) => ticket)), article: new Map() },
    };
  }

  change(change: Change, at: number): Promise<void> {
    return HAPPENINGS[change](this, at);
  }

  sampleOf(places: readonly number[]) {
    const ids = [...this.#kept.ticket.keys()];
    const ticketIds = [...new Set(places.flatMap((place) => ids[place] ?? []))];
    return { kind: "sample", ticketIds } as const;
  }

  async edit<K extends Kept>(
    type: K,
    at: number,
    how: (record: SourceRecords[K]) => SourceRecords[K],
  ): Promise<void> {
    const record = this.#pick(type, at);
    if (record !== undefined) await this.#put(type, how(record));
  }

  editTicket(at: number, how: (ticket: SourceTicket) => SourceTicket): Promise<void> {
    return this.editBundle(at, (bundle) => ({ ...bundle, ticket: how(bundle.ticket) }));
  }

  async editBundle(at: number, how: (bundle: TicketBundle) => TicketBundle): Promise<void> {
    const ticket = this.#pick("ticket", at);
    const bundle = ticket && this.#bundles.get(ticket.id);
    if (bundle) await this.#putBundle(how(bundle));
  }

  editContact(at: number, how: (contact: SourceContact) => SourceContact): Promise<void> {
    return this.edit("contact", at, how);
  }

  /** Who stands for others stays. */
  editLonelyContact(at: number, how: (contact: SourceContact) => SourceContact): Promise<void> {
    return this.#isLonely(this.#pick("contact", at)) ? this.editContact(at, how) : Promise.resolve();
  }

  removeLonelyContact(at: number): Promise<void> {
    return this.#isLonely(this.#pick("contact", at)) ? this.remove("contact", at) : Promise.resolve();
  }

  async addTicket(at: number): Promise<void> {
    const [bundle] = makeLoadRecords(1, at, 4).bundles;
    if (bundle) await this.#putBundle(bundle);
  }

  async addTwin(at: number): Promise<void> {
    const contact = this.#pick("contact", at);
    if (contact?.email === undefined || contact.inactive) return;
    await this.#put("contact", { ...contact, id: `${90 + at}`, firstName: "Twin" });
  }

  async addArticle(at: number): Promise<void> {
    const tickets = [...this.#kept.ticket.keys()];
    const article: SourceArticle = {
      ...{ id: String(100 + at), title: `Article ${at}`, documents: [] },
      issue: `As in ticket #${tickets[at % Math.max(1, tickets.length)] ?? 1}`,
      resolution: `See KB ${100 + ((at * 7) % 20)}`,
      ...(at % 3 === 0
        ? {}
        : at % 3 === 1
          ? { categoryId: "10" }
          : { categoryId: "10", subCategoryId: "31" }),
    };
    await this.#put("article", article);
  }

  async remove(type: Kept, at: number): Promise<void> {
    const record = this.#pick(type, at);
    if (record === undefined) return;
    this.#kept[type].delete(record.id);
    if (type !== "contact") this.#gone.push({ type, record });
    const { staging, migrationId } = this.#drill;
    await staging.markDeleted(migrationId, [{ type, id: record.id }], this.#now());
  }

  async restore(at: number): Promise<void> {
    const [back] = this.#gone.splice(at % Math.max(1, this.#gone.length), 1);
    if (back) await this.#put(back.type, back.record as never);
  }

  #isLonely(contact: SourceContact | undefined): boolean {
    const sharers = [...this.#kept.contact.values()].filter(
      ({ email }) => email !== undefined && email === contact?.email,
    );
    return sharers.length < 2;
  }

  #pick<K extends Kept>(type: K, at: number): SourceRecords[K] | undefined {
    const all: readonly SourceRecords[K][] = [...this.#kept[type].values()];
    return all[at % Math.max(1, all.length)];
  }

  async #put<K extends Kept>(type: K, record: SourceRecords[K]): Promise<void> {
    this.#kept[type].set(record.id, record);
    await this.#stage(type, record);
  }

  async #putBundle(bundle: TicketBundle): Promise<void> {
    const { ticket, notes, timeEntries } = bundle;
    this.#bundles.set(ticket.id, bundle);
    await this.#put("ticket", ticket);
    await this.#stage("notes", { id: ticket.id, notes });
    for (const entry of timeEntries) await this.#stage("timeEntry", entry);
    await this.#stage("board", aBoard({ id: LEFT_OUT_BOARD, name: "Internal" }));
    const subCategories = [{ id: "31", name: "VPN" }];
    await this.#stage("articleCategory", { id: "10", name: "Remote work", subCategories });
  }

  async #stage<T extends SourceType>(type: T, record: SourceRecords[T]): Promise<void> {
    const { staging, migrationId } = this.#drill;
    await staging.putRecords(migrationId, type, [record], this.#now());
  }
}
