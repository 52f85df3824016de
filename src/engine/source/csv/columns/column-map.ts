// Which field each column of a file is, from its header and a look at its values: pure; what nobody knows becomes a
// custom field.
import { createHash } from "node:crypto";
import { valueSensitivity } from "../../../values/sensitive/looks-sensitive.ts";
import { namesASecret } from "../../../values/sensitive/name-sensitivity.ts";
import { isApiExport, isApiName, type ListPart, readListPart } from "./api-names.ts";
import { type CsvObject, plainCaption } from "./captions.ts";
import { type Claims, claimFields } from "./claim-fields.ts";
import { type IgnoredWhy, isVendorReport, whyVendorColumnIsLeft } from "./vendor-reports.ts";

export type ColumnUse =
  /** `utc`: its dates are UTC, whatever the export's time zone. */
  | { readonly kind: "field"; readonly field: string; readonly utc?: true }
  /** `id` is the custom field's; `labelAt`: the column whose cells hold its caption. */
  | { readonly kind: "custom"; readonly id: string; readonly labelAt?: number }
  | { readonly kind: "part"; readonly of: ListPart }
  /** Known, and knowingly not read. */
  | { readonly kind: "ignored"; readonly why: IgnoredWhy }
  /** Never read: named like a secret or full of them, or left out by people. */
  | { readonly kind: "dropped"; readonly why: "secret" | "asked" };

export interface Column {
  readonly header: string;
  readonly use: ColumnUse;
  /** 0 to 1; below 0.75 it is asked about. */
  readonly confidence: number;
  readonly reason: string;
}

export interface ColumnMap {
  readonly columns: readonly Column[];
  /** Sentences about what a person should confirm. */
  readonly questions: readonly string[];
}

/** What people say about columns: header → field, "custom", or null for leaving it out. */
export type ColumnChoices = Readonly<Record<string, string | null>>;

const MOST_HEADER_CHARS = 200;

/** One line, without control characters, not longer than people can read; never empty. */
export function cleanHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const text = cell
      .normalize("NFKC")
      .toWellFormed()
      .replace(/[\p{C}\s]+/gu, " ")
      .trim()
      .slice(0, MOST_HEADER_CHARS)
      .toWellFormed();
    const header = text === "" ? `Column ${at + 1}` : text;
    const before = seen.get(header) ?? 0;
    seen.set(header, before + 1);
    return before === 0 ? header : `${header} (${before + 1})`;
  });
}

/**
 * @param choices overrides by header; an unknown field in it is the caller's to refuse
 * @param sample the first rows: what they give away is never read, whatever its column is called
 */
export function assembleColumnMap(
  object: CsvObject,
  headers: readonly string[],
  choices: ColumnChoices = {},
  sample: readonly (readonly string[])[] = [],
): ColumnMap {
  const claims = claimFields(object, headers, new Map(Object.entries(choices)));
  const vendor = isVendorReport(headers);
  const api = isApiExport(headers);
  const ids = new Set<string>();
  const columns = headers.map((header, at): Column => {
    const said = saidUse(header, choices, claims);
    if (said) return said;
    const part = readListPart(header);
    if (part && api) return sure(header, { kind: "part", of: part }, "A part of one of the API's lists.");
    if (claims.wins.has(header)) return claimedUse(header, claims);
    const label = labelOf(header, headers);
    if (label === "itself")
      return sure(header, { kind: "ignored", why: "repeated" }, "The label of a field.");
    if (typeof label === "number" && sample.some((cells) => namesASecret(cells[label] ?? "")))
      return sure(header, { kind: "dropped", why: "secret" }, "Its label says that it holds secrets.");
    const left = vendor ? whyVendorColumnIsLeft(object, header) : undefined;
    if (left) return sure(header, { kind: "ignored", why: left }, "A column that is not needed.");
    const rival = claims.rivals.get(header);
    if (rival !== undefined && (vendor || claims.twins.has(header)))
      return sure(header, { kind: "ignored", why: "twin" }, `“${rival}” says the same.`);
    if (api && isApiName(header)) return sure(header, { kind: "ignored", why: "api" }, "A field of the API.");
    if (valueSensitivity(sample.map((cells) => cells[at] ?? "")) === "secret")
      return sure(header, { kind: "dropped", why: "secret" }, "Its values look like secrets.");
    const use = {
      kind: "custom",
      id: customId(header, ids),
      ...(label === undefined ? {} : { labelAt: label }),
    };
    return rival === undefined
      ? { header, use: use as ColumnUse, confidence: 0.9, reason: "No known caption: a custom field." }
      : { header, use: use as ColumnUse, confidence: 0.5, reason: `“${rival}” is that field already.` };

    function saidUse(name: string, all: ColumnChoices, { wins }: Claims): Column | undefined {
      const choice = Object.hasOwn(all, name) ? all[name] : undefined;
      if (choice === null) return sure(name, { kind: "dropped", why: "asked" }, "You left it out.");
      // A known caption is no secret's: a member's login is a name.
      if (namesASecret(name) && !wins.has(name))
        return sure(name, { kind: "dropped", why: "secret" }, "Its name says that it holds secrets.");
      if (choice === undefined) return undefined;
      const chosen: ColumnUse =
        choice === "custom" ? { kind: "custom", id: customId(name, ids) } : { kind: "field", field: choice };
      return sure(name, chosen, "You said so.");
    }
  });
  return { columns, questions: columns.flatMap((column) => questionAbout(object, column)) };
}

function claimedUse(header: string, { wins }: Claims): Column {
  const win = wins.get(header);
  if (win === undefined) throw new Error(`No claim of ${header}`);
  const use: ColumnUse = { kind: "field", field: win.field, ...(win.utc ? { utc: true } : {}) };
  if (win.known) return sure(header, use, "A caption that exports use for it.");
  return { header, use, confidence: 0.6, reason: "A caption that often means it." };
}

const sure = (header: string, use: ColumnUse, reason: string): Column => ({
  header,
  use,
  confidence: 1,
  reason,
});

/** ConnectWise's old fields have their labels beside them: `Userfield_1`, `Userfield_1_Caption`. */
function labelOf(header: string, headers: readonly string[]): number | "itself" | undefined {
  const plain = plainCaption(header);
  if (/^userfield\d+caption$/.test(plain)) return "itself";
  if (!/^userfield\d+$/.test(plain)) return undefined;
  const at = headers.findIndex((other) => plainCaption(other) === `${plain}caption`);
  return at < 0 ? undefined : at;
}

function questionAbout(object: CsvObject, { header, use, confidence, reason }: Column): string[] {
  if (confidence >= 0.75) return [];
  const what = use.kind === "field" ? `read as the ${object}'s “${use.field}”` : "read as a custom field";
  return [`Column “${header}” is ${what}. ${reason}`];
}

/** `vendor-ticket-number`; a header without Latin letters gets a digest of it. Unique within the file. */
function customId(header: string, taken: Set<string>): string {
  const slug = header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9\s_-]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const base = slug === "" ? `column-${createHash("sha256").update(header).digest("hex").slice(0, 8)}` : slug;
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
