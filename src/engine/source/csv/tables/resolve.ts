// Names in an export as references: to a record of its own file where one is, else to an id made from the name.
import type { Ref, SourceMember } from "../../../model/source/source.ts";
import { foldName } from "../../../values/fold-name.ts";
import { soundsClosed } from "../text/read-values.ts";
import { digestId, nameId, plainName } from "./name-ids.ts";
import type { CsvIndex, IndexedType } from "./open-index.ts";

export interface Resolver {
  /** By name, or by id where the export has one; undefined without either. */
  board(name: string | undefined, id?: string): Ref | undefined;
  status(board: Ref | undefined, name: string | undefined, id?: string): Ref | undefined;
  /** A priority or an SLA. */
  listed(kind: "priority" | "sla", name: string | undefined, id?: string): Ref | undefined;
  member(facts: MemberFacts): Ref | undefined;
  /** Undefined when no member bears the name or the login. */
  knownMember(name: string): Ref | undefined;
  company(facts: CompanyFacts): Ref | undefined;
  contact(facts: ContactFacts): Ref | undefined;
}

interface MemberFacts {
  readonly id?: string | undefined;
  readonly login?: string | undefined;
  readonly name?: string | undefined;
}

interface CompanyFacts {
  readonly id?: string | undefined;
  /** Its short name. */
  readonly identifier?: string | undefined;
  readonly name?: string | undefined;
}

interface ContactFacts {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly company?: Ref | undefined;
}

/** @param own objects that have a file: of the others, records are inferred from who is named */
export function makeResolver(index: CsvIndex, own: ReadonlySet<string>): Resolver {
  const { names } = index;

  const listed = (
    kind: IndexedType,
    name: string | undefined,
    given: string | undefined,
    record: (id: string, name: string) => object,
  ): Ref | undefined => {
    const said = name ?? given;
    if (said === undefined) return undefined;
    const [known] = names.of(kind, foldName(said));
    if (known) return { id: known.id, name: said };
    const id = given ?? nameId(said);
    const [numbered] = given === undefined ? [] : names.of(`${kind}-id`, given);
    if (numbered) return { id, name: name ?? numbered.extra };
    // A key alone names a board, which teams are mapped from; nothing is called by the key of its SLA.
    if (name === undefined && kind !== "board") return { id };
    names.add(kind, foldName(said), id);
    index.addInferred(kind, id, record(id, said));
    return { id, name: said };
  };

  const knownMember = (name: string): Ref | undefined => {
    for (const way of new Set([name, plainName(name)])) {
      const found = names.of("member", foldName(way));
      const [only] = found;
      if (only && found.length === 1) return { id: only.id, name: only.extra || name };
    }
    return undefined;
  };

  return {
    board: (name, id) =>
      listed("board", name, id, (made, said) => ({
        ...{ id: made, name: said, inactive: false, project: false, statuses: [] },
      })),
    status(board, name, given) {
      const said = name ?? given;
      if (said === undefined) return undefined;
      const kind = `status/${board?.id ?? ""}`;
      const [known] = names.of(kind, foldName(said));
      if (known) return { id: known.id, name: said };
      const id = given ?? nameId(said);
      const [numbered] = given === undefined ? [] : names.of(`${kind}-id`, given);
      if (numbered) return { id: given ?? numbered.id, name: name ?? numbered.extra };
      names.add(kind, foldName(said), id, `:${said}`);
      return { id, name: said };
    },
    listed: (kind, name, id) =>
      listed(kind, name, id, (made, said) =>
        kind === "priority"
          ? { id: made, name: said }
          : {
              ...{ id: made, name: said, priorities: [] },
              businessHours: !/24\s*[x/]\s*7|all hours/i.test(said),
            },
      ),
    knownMember,
    member({ id, login, name }) {
      const [numbered] = id === undefined ? [] : names.of("member-id", id);
      if (numbered) return { id: numbered.id, name: numbered.extra || (name ?? numbered.id) };
      for (const one of [login, name]) {
        const known = one === undefined ? undefined : knownMember(one);
        if (known) return known;
      }
      const said = name === undefined ? (login ?? id) : plainName(name);
      if (said === undefined) return undefined;
      const made = id ?? nameId(login ?? said);
      if (id !== undefined && name !== undefined) names.add("member-id", id, made, said);
      if (own.has("member")) return { id: made, name: said };
      const record: SourceMember = { id: made, identifier: login ?? said, name: said, inactive: false };
      for (const one of new Set([said, login ?? said])) names.add("member", foldName(one), made, said);
      if (id !== undefined) names.add("member-id", id, made, said);
      index.addInferred("member", made, record);
      return { id: made, name: said };
    },
    company({ id, identifier, name }) {
      const called = name === undefined ? {} : { name };
      for (const [kind, key] of [
        ["company-id", id],
        ["company-identifier", identifier ?? id],
      ] as const) {
        const found = key === undefined ? [] : names.of(kind, foldName(key));
        if (found.length === 1 && found[0]) return { id: found[0].id, ...called };
      }
      if (id !== undefined) {
        if (!own.has("company")) inferCompany(index, id, name, identifier);
        return { id, ...called };
      }
      const said = name ?? identifier;
      if (said === undefined) return undefined;
      const found = names.of("company", foldName(said));
      const [only] = found;
      // Of several that bear the name none is guessed: the name alone stays.
      if (only && found.length === 1) return { id: only.id, ...called };
      const made = digestId("company", foldName(said));
      if (!own.has("company")) inferCompany(index, made, said, identifier);
      return { id: made, ...called };
    },
    contact({ id, name: said, email, company }) {
      const name = said === undefined ? undefined : plainName(said);
      const called = name === undefined ? {} : { name };
      if (id !== undefined && own.has("contact")) return { id, ...called };
      if (name === undefined && email === undefined) return id === undefined ? undefined : { id };
      if (own.has("contact")) {
        const found = findContact(names, name, email, company);
        return { id: found ?? digestId("contact", foldName(name ?? email ?? ""), company?.id), ...called };
      }
      const made =
        id ?? digestId("contact", email?.toLowerCase() ?? foldName(name ?? ""), email ? "" : company?.id);
      index.addInferred("contact", made, inferredContact(made, name, email, company));
      return { id: made, ...called };
    },
  };
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

function inferCompany(index: CsvIndex, id: string, name?: string, identifier?: string): void {
  const record = {
    ...{ id, name: name ?? `Company ${id}`, address: "", types: [], deleted: false, sites: [] },
    ...(identifier === undefined ? {} : { identifier }),
  };
  index.addInferred("company", id, { ...record, customFields: [] });
}

function inferredContact(
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
