// The export as a sorted index on disk: a temporary SQLite file, so that memory doesn't grow with the files.
import { DatabaseSync, type StatementSync } from "node:sqlite";

/** What an export can hold: notes one by one, otherwise what is staged. */
const TYPES = [
  ...(["board", "member", "sla", "priority", "company", "contact", "ticket", "note"] as const),
  "timeEntry",
] as const;
export type IndexedType = (typeof TYPES)[number];

/** False for what no export has: agreements' terms, configurations, articles. */
export function isIndexed(type: string): type is IndexedType {
  return (TYPES as readonly string[]).includes(type);
}

interface Entry {
  readonly id: string;
  /** What it hangs on: the ticket of a note or a time entry, the board of a ticket; empty without one. */
  readonly ref: string;
  readonly record: object;
  /** `tickets.csv line 12`; empty for what was inferred. */
  readonly place: string;
}

interface Reject {
  readonly id: string;
  readonly ref: string;
  readonly reason: string;
}

export interface CsvIndex {
  put(type: IndexedType, entry: Entry): void;
  /** Keeps it for `settle`, unless one with this id is there: inferred records repeat. */
  addInferred(type: IndexedType, id: string, record: object): void;
  /** Another record in the place of the one with this id. */
  replace(type: IndexedType, id: string, record: object): void;
  reject(type: IndexedType, reject: Reject): void;
  /** Sorts what was put, takes inferred records in, and leaves each id once: of equal ids the first stays. */
  settle(type: IndexedType): { readonly repeated: number };
  count(type: IndexedType, ref?: string): number;
  /** Records after the id (from the start without one), in order of their ids; the last ones when `fromEnd`. */
  page(type: IndexedType, after: string | undefined, limit: number, fromEnd?: boolean): readonly unknown[];
  find(type: IndexedType, id: string): unknown;
  /** Records that hang on something, in the order of the file; `inferred` ones were not in it as such. */
  childrenOf(
    type: IndexedType,
    ref: string,
  ): readonly { readonly record: unknown; readonly inferred: boolean }[];
  /** How many records hang on a ticket that isn't there. */
  countOrphans(type: "note" | "timeEntry"): { readonly records: number; readonly tickets: number };
  rejects(type: IndexedType, after: number, limit: number): readonly (Reject & { readonly at: number })[];
  rejectsOf(type: IndexedType, key: "id" | "ref", value: string): readonly Reject[];
  countRejects(type: IndexedType): number;
  /** Completes every board by the statuses whose names were added as `status/BOARD`. */
  completeBoards(complete: (board: unknown, statuses: readonly Named[]) => object): void;
  readonly names: Names;
  close(): void;
}

/** Who bears a name, of one kind (`company`, `contact`, `board`, …). */
interface Names {
  add(kind: string, name: string, id: string, extra?: string): void;
  of(kind: string, name: string): readonly Named[];
  each(kind: string): Iterable<Named & { readonly name: string }>;
}

interface Named {
  readonly id: string;
  readonly extra: string;
}

/** For order: numbers by value, everything else before them by text. */
const numberOf = (id: string) => (/^\d{1,18}$/.test(id) ? BigInt(id) : -1n);

export function openIndex(): CsvIndex {
  // A database without a name lies in the system's folder for temporary files, where nobody else can open it, and is
  // gone with the process however that ends: customers' texts are not left behind.
  const database = new DatabaseSync("");
  // Made anew from the files whenever it is needed: nothing has to be durable.
  database.exec("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16000;");
  for (const type of TYPES) {
    database.exec(
      `create table ${type} (number integer not null, id text not null, ref text not null, place text not null, data text not null);
       create table inferred_${type} (id text primary key, data text not null) without rowid;`,
    );
  }
  database.exec(
    `create table reject (at integer primary key, type text not null, id text not null, ref text not null, reason text not null);
     create index reject_id on reject (type, id); create index reject_ref on reject (type, ref);
     create table name (kind text not null, name text not null, id text not null, extra text not null,
       primary key (kind, name, id)) without rowid;
     begin;`,
  );
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, known);
    return known;
  };
  const count = (text: string, ...values: readonly string[]) => Number(sql(text).get(...values)?.n ?? 0);
  const dataOf = (rows: readonly Record<string, unknown>[]) =>
    rows.map(({ data }) => JSON.parse(String(data)));

  const reject = (type: IndexedType, { id, ref, reason }: Reject) =>
    void sql("insert into reject (type, id, ref, reason) values (?, ?, ?, ?)").run(type, id, ref, reason);

  function settle(type: IndexedType) {
    database.exec(
      `create index ${type}_number on ${type} (number, id); create index ${type}_ref on ${type} (ref);`,
    );
    let repeated = 0;
    const twice = sql(
      `select number, id from ${type} group by number, id having count(*) > 1 order by number, id limit 500`,
    );
    for (let groups = twice.all(); groups.length > 0; groups = twice.all()) {
      for (const { id } of groups) {
        const same = [String(id), numberOf(String(id))] as const;
        const [first, ...others] = sql(
          `select rowid, place, ref, data from ${type} where id = ? and number = ? order by rowid`,
        ).all(...same);
        for (const other of others) {
          if (other.data === first?.data) repeated += 1;
          else {
            const reason = `its id ${id} is taken by ${first?.place}, which says something else (${other.place})`;
            reject(type, { id: String(id), ref: String(other.ref), reason });
          }
          sql(`delete from ${type} where rowid = ?`).run(other.rowid as number);
        }
      }
    }
    for (const { id, data } of sql(`select id, data from inferred_${type}`).iterate()) {
      const key = String(id);
      if (sql(`select 1 from ${type} where number = ? and id = ?`).get(numberOf(key), key)) continue;
      sql(`insert into ${type} values (?, ?, '', '', ?)`).run(numberOf(key), key, String(data));
    }
    return { repeated };
  }

  return {
    put(type, { id, ref, record, place }) {
      const insert = sql(`insert into ${type} values (?, ?, ?, ?, ?)`);
      insert.run(numberOf(id), id, ref, place, JSON.stringify(record));
    },
    addInferred(type, id, record) {
      sql(`insert or ignore into inferred_${type} values (?, ?)`).run(id, JSON.stringify(record));
    },
    replace(type, id, record) {
      sql(`update ${type} set data = ? where number = ? and id = ?`).run(
        JSON.stringify(record),
        numberOf(id),
        id,
      );
    },
    reject,
    settle,
    count: (type, ref) =>
      ref === undefined
        ? count(`select count(*) n from ${type}`)
        : count(`select count(*) n from ${type} where ref = ?`, ref),
    page(type, after, limit, fromEnd = false) {
      const order = fromEnd ? "desc" : "asc";
      const rows =
        after === undefined
          ? sql(`select data from ${type} order by number ${order}, id ${order} limit ?`).all(limit)
          : sql(
              `select data from ${type} where (number, id) > (?, ?) order by number ${order}, id ${order} limit ?`,
            ).all(numberOf(after), after, limit);
      return dataOf(rows);
    },
    find(type, id) {
      const row = sql(`select data from ${type} where number = ? and id = ?`).get(numberOf(id), id);
      return row && JSON.parse(String(row.data));
    },
    childrenOf: (type, ref) =>
      sql(`select data, place from ${type} where ref = ? order by rowid`)
        .all(ref)
        .map(({ data, place }) => ({ record: JSON.parse(String(data)), inferred: place === "" })),
    countOrphans(type) {
      const row = sql(
        `select count(*) records, count(distinct ref) tickets from ${type} where ref not in (select id from ticket)`,
      ).get();
      return { records: Number(row?.records ?? 0), tickets: Number(row?.tickets ?? 0) };
    },
    rejects: (type, after, limit) =>
      sql("select at, id, ref, reason from reject where type = ? and at > ? order by at limit ?")
        .all(type, after, limit)
        .map((row) => ({ ...rejectOf(row), at: Number(row.at) })),
    rejectsOf: (type, key, value) =>
      sql(`select id, ref, reason from reject where type = ? and ${key} = ? order by at limit 1000`)
        .all(type, value)
        .map(rejectOf),
    countRejects: (type) => count("select count(*) n from reject where type = ?", type),
    completeBoards(complete) {
      const statuses = sql("select id, extra from name where kind = ? order by extra, id");
      for (const { rowid, id, data } of sql("select rowid, id, data from board").all()) {
        const named = statuses.all(`status/${id}`).map(namedOf);
        const record = complete(JSON.parse(String(data)), named);
        sql("update board set data = ? where rowid = ?").run(JSON.stringify(record), rowid as number);
      }
    },
    names: {
      add: (kind, name, id, extra = "") =>
        void sql("insert or ignore into name values (?, ?, ?, ?)").run(kind, name, id, extra),
      of: (kind, name) =>
        sql("select id, extra from name where kind = ? and name = ? limit 50").all(kind, name).map(namedOf),
      *each(kind) {
        // A page at a time: names are added while they are walked through.
        const page = sql(
          "select name, id, extra from name where kind = ? and (name, id) > (?, ?) order by name, id limit 500",
        );
        let [name, id] = ["", ""];
        for (let rows = page.all(kind, name, id); rows.length > 0; rows = page.all(kind, name, id)) {
          for (const row of rows) {
            [name, id] = [String(row.name), String(row.id)];
            yield { name, ...namedOf(row) };
          }
        }
      },
    },
    close: () => database.close(),
  };
}

const namedOf = (row: Record<string, unknown>): Named => ({ id: String(row.id), extra: String(row.extra) });

function rejectOf(row: Record<string, unknown>): Reject {
  return { id: String(row.id), ref: String(row.ref), reason: String(row.reason) };
}
