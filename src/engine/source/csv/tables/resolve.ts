// Names in an export as references: to a record of its own file where one is, else to an id made from the name.
import type { Ref, SourceMember } from "../../../model/source.ts";
import { soundsClosed } from "../text/read-values.ts";
import { digestId, foldName, nameId } from "./name-ids.ts";
import type { CsvIndex, IndexedType } from "./open-index.ts";

export interface Resolver {
  board(name: string): Ref;
  status(board: Ref | undefined, name: string): Ref;
  /** A priority or an SLA. */
  listed(kind: "priority" | "sla", name: string): Ref;
  member(name: string): Ref;
  /** Undefined when no member bears the name. */
  knownMember(name: string): Ref | undefined;
  company(id: string | undefined, name: string | undefined): Ref | undefined;
  contact(facts: ContactFacts): Ref | undefined;
}

interface ContactFacts {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly company?: Ref | undefined;
}

/** @param own objects that have a file: of the others, records are derived from who is named */
export function makeResolver(index: CsvIndex, own: ReadonlySet<string>): Resolver {
  const { names } = index;

  const listed = (kind: IndexedType, name: string, record: (id: string) => object): Ref => {
    const [known] = names.of(kind, foldName(name));
    if (known) return { id: known.id, name };
    const id = nameId(name);
    names.add(kind, foldName(name), id);
    index.derive(kind, id, record(id));
    return { id, name };
  };

  const knownMember = (name: string): Ref | undefined => {
    for (const way of waysToWrite(name)) {
      const found = names.of("member", foldName(way));
      const [only] = found;
      if (only && found.length === 1) return { id: only.id, name: only.extra || name };
    }
    return undefined;
  };

  return {
    board: (name) =>
      listed("board", name, (id) => ({ id, name, inactive: false, project: false, statuses: [] })),
    status(board, name) {
      const [known] = names.of(`status/${board?.id ?? ""}`, foldName(name));
      if (known) return { id: known.id, name };
      const id = nameId(name);
      names.add(`status/${board?.id ?? ""}`, foldName(name), id, `:${name}`);
      return { id, name };
    },
    listed: (kind, name) =>
      listed(kind, name, (id) =>
        kind === "priority"
          ? { id, name }
          : { id, name, businessHours: !/24\s*[x/]\s*7|all hours/i.test(name), priorities: [] },
      ),
    knownMember,
    member(name) {
      const known = knownMember(name);
      if (known) return known;
      const id = nameId(name);
      if (own.has("member")) return { id, name };
      const record: SourceMember = { id, identifier: name, name, inactive: false };
      names.add("member", foldName(name), id, name);
      index.derive("member", id, record);
      return { id, name };
    },
    company(id, name) {
      const called = name === undefined ? {} : { name };
      if (id !== undefined) {
        if (!own.has("company")) deriveCompany(index, id, name);
        return { id, ...called };
      }
      if (name === undefined) return undefined;
      const found = names.of("company", foldName(name));
      const [only] = found;
      // Of several that bear the name none is guessed: the name alone stays.
      if (only && found.length === 1) return { id: only.id, ...called };
      const made = digestId("company", foldName(name));
      if (!own.has("company")) deriveCompany(index, made, name);
      return { id: made, ...called };
    },
    contact({ id, name, email, company }) {
      const called = name === undefined ? {} : { name };
      if (id !== undefined && own.has("contact")) return { id, ...called };
      if (name === undefined && email === undefined) return id === undefined ? undefined : { id };
      if (own.has("contact")) {
        const found = findContact(names, name, email, company);
        return { id: found ?? digestId("contact", foldName(name ?? email ?? ""), company?.id), ...called };
      }
      const made =
        id ?? digestId("contact", email?.toLowerCase() ?? foldName(name ?? ""), email ? "" : company?.id);
      index.derive("contact", made, derivedContact(made, name, email, company));
      return { id: made, ...called };
    },
  };
}

/** "PRaman", "Priya Raman", "Raman, Priya". */
function* waysToWrite(name: string): Generator<string> {
  yield name;
  const [last, first, ...more] = name.split(",").map((part) => part.trim());
  if (first && last && more.length === 0) yield `${first} ${last}`;
}

/**
 * By name, within the company where several bear it, then by e-mail; by e-mail alone where no name is given. An
 * address whose owner has another name proves nothing: nobody is claimed to be who they are not.
 */
function findContact(
  names: CsvIndex["names"],
  name: string | undefined,
  email: string | undefined,
  company: Ref | undefined,
): string | undefined {
  const byEmail = email === undefined ? [] : names.of("contact-email", email.toLowerCase());
  if (name === undefined) return byEmail.length === 1 ? byEmail[0]?.id : undefined;
  const all = names.of("contact", foldName(name));
  const inCompany = all.filter(({ extra }) => extra === (company?.id ?? ""));
  const candidates = inCompany.length > 0 ? inCompany : all.filter(({ extra }) => extra === "");
  if (candidates.length === 1) return candidates[0]?.id;
  const addresses = new Set(byEmail.map(({ id }) => id));
  const both = (candidates.length > 0 ? candidates : all).filter(({ id }) => addresses.has(id));
  return both.length === 1 ? both[0]?.id : undefined;
}

function deriveCompany(index: CsvIndex, id: string, name: string | undefined): void {
  const record = { id, name: name ?? `Company ${id}`, address: "", types: [], deleted: false, sites: [] };
  index.derive("company", id, { ...record, customFields: [] });
}

function derivedContact(
  id: string,
  name: string | undefined,
  email: string | undefined,
  company?: Ref,
): object {
  const [firstName, ...rest] = (name ?? "").split(/\s+/).filter(Boolean);
  return {
    id,
    ...(firstName ? { firstName } : {}),
    ...(rest.length > 0 ? { lastName: rest.join(" ") } : {}),
    ...(email ? { email } : {}),
    types: [],
    ...(company ? { company } : {}),
    inactive: false,
    communications: email ? [{ type: "Email", value: email, default: true }] : [],
    customFields: [],
  };
}

/** Whether statuses mean an end: by their file, else by the tickets that have them, else by their names. */
export function makeStatusTally() {
  const seen = new Map<string, { open: number; closed: number }>();
  return {
    add(boardId: string, statusId: string, closed: boolean) {
      const key = `${boardId}/${statusId}`;
      const known = seen.get(key) ?? { open: 0, closed: 0 };
      seen.set(key, known);
      if (closed) known.closed += 1;
      else known.open += 1;
    },
    isClosed(boardId: string, statusId: string, name: string): boolean {
      const known = seen.get(`${boardId}/${statusId}`);
      return known ? known.open === 0 : soundsClosed(name);
    },
  };
}
