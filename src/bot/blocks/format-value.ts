// Fields and values of verdicts as people would say them: names for ids, dates for seconds, captions for paths.

import type { Admin, Team } from "../../engine/model/observed.ts";
import type { FieldVerdict } from "../../engine/model/reports/certificate.ts";
import type { Words } from "../../words/words.ts";

/** Names by the ids that Intercom gave; the source's names are taken from the rows themselves. */
export interface Names {
  readonly rows: readonly FieldVerdict[];
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
}

/** What the table itself says: a customer's field may be called `constructor`. */
function look(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const PART = /^parts\[([a-z]*)[^\]]*\](?:\.|$)/;

/** A field of the ticket's second conversation, or of one after it. */
const CONTINUED = /^continued\[(\d+)\]\./;

/** "attributes.Priority__c", "parts[note:7].body" as people would say them. */
export function formatField(field: string, words: Words): string {
  const { fields, part, parts, continued } = words.sample;
  const further = CONTINUED.exec(field);
  if (further) {
    const rest = formatField(field.slice(further[0].length), words);
    return `${rest} (${continued(further[1] ?? "")})`;
  }
  const found = PART.exec(field);
  if (found) {
    const rest = field.slice(found[0].length);
    const which = look(parts, found[1] ?? "") ?? part;
    return rest === "" || rest === "body" ? which : `${which}: ${look(fields, rest) ?? rest}`;
  }
  const company = /^companies\[/.test(field) ? fields.company : undefined;
  const plain = field.replace(/^attributes\./, "");
  return (
    company ??
    look(fields, plain) ??
    plain
      .replace(/__c$/, "")
      .replace(/^Account_/, "")
      .replace(/_/g, " ")
  );
}

/** "ticket 123", in the reader's language. */
export function formatRecord({ type, id }: FieldVerdict["source"], words: Words): string {
  return `${look(words.sample.records, type) ?? type} ${id}`;
}

const SECONDS = /^\d{9,11}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;
const TIMES = /(?:^|\.)(?:createdAt|remoteCreatedAt|snoozedUntil)$/;
const OPAQUE = /^(?:[0-9a-f]{24}|\d+)$/;

/** A function from a row and one of its values to what a person reads in its place. */
export function createValueFormatter({ rows, admins, teams }: Names, words: Words) {
  const { sample, map } = words;
  const names = new Map<string, string>();
  for (const { field, desired, sourceValue } of rows)
    if ((field === "contact" || field === "company") && sourceValue !== undefined)
      names.set(desired, sourceValue);
  const admin = (id: string) => admins.find((one) => one.id === id)?.name ?? sample.someAdmin;
  return ({ field: path, sourceValue }: FieldVerdict, value: string): string => {
    const field = path.replace(CONTINUED, "");
    if (SECONDS.test(value) && (TIMES.test(field) || sourceValue === undefined))
      return words.dateTime(Number(value) * 1000);
    if (ISO.test(value)) return words.dateTime(Date.parse(value));
    if (field === "adminId" && OPAQUE.test(value)) return admin(value);
    if (field === "teamId" && OPAQUE.test(value))
      return teams.find(({ id }) => id === value)?.name ?? sample.someTeam;
    const author = /^(admin|contact) (\S+)$/.exec(value);
    if (author && /(?:^|\.)author$/.test(field))
      return author[1] === "admin" ? admin(author[2] ?? "") : (names.get(author[2] ?? "") ?? sample.someone);
    if (/^contact$|^company$|^companies\[/.test(field))
      return names.get(value) ?? (OPAQUE.test(value) ? sample.someRecord : value);
    if (field === "state" || /\.audience$/.test(field) || value === "nothing" || value === "not written yet")
      return look({ ...map.states, ...sample.values }, value) ?? value;
    return value;
  };
}
