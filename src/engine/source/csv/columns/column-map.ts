// Which field each column of a file is, from its header alone: pure; what is unknown becomes a custom field.
import { createHash } from "node:crypto";
import { namesASecret } from "../../../values/sensitive/name-sensitivity.ts";
import { CAPTIONS, type CsvObject, plainCaption } from "./captions.ts";

type ColumnUse =
  | { readonly kind: "field"; readonly field: string }
  /** `id` is the custom field's. */
  | { readonly kind: "custom"; readonly id: string }
  /** Never read: named like a secret, or left out by people. */
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

interface Claim {
  readonly field: string;
  readonly known: boolean;
}

/** @param choices overrides by header; an unknown field in it is the caller's to refuse */
export function assembleColumnMap(
  object: CsvObject,
  headers: readonly string[],
  choices: ColumnChoices = {},
): ColumnMap {
  const claims = claimsOf(object);
  const chosen = new Map(Object.entries(choices));
  const taken = new Map<string, string>();
  for (const [header, field] of chosen)
    if (field !== null && headers.includes(header)) taken.set(field, header);
  // Known captions first, so that a likely one never takes a field from a known one.
  const wins = new Map<string, Claim>();
  for (const known of [true, false]) {
    for (const header of headers) {
      const claim = claims.get(plainCaption(header));
      if (!claim || claim.known !== known || chosen.has(header)) continue;
      if (taken.has(claim.field)) continue;
      taken.set(claim.field, header);
      wins.set(header, claim);
    }
  }
  const ids = new Set<string>();
  const columns = headers.map((header): Column => {
    const choice = chosen.get(header);
    if (choice === null) return sure(header, { kind: "dropped", why: "asked" }, "You left it out.");
    // A known caption is no secret's: a member's login is a name.
    if (namesASecret(header) && !wins.has(header)) {
      return sure(header, { kind: "dropped", why: "secret" }, "Its name says that it holds secrets.");
    }
    if (choice !== undefined && choice !== "custom") {
      return sure(header, { kind: "field", field: choice }, "You said so.");
    }
    const win = wins.get(header);
    if (win) {
      const use = { kind: "field", field: win.field } as const;
      if (win.known) return sure(header, use, "A caption that exports use for it.");
      return { header, use, confidence: 0.6, reason: "A caption that often means it." };
    }
    const use = { kind: "custom", id: customId(header, ids) } as const;
    if (choice === "custom") return sure(header, use, "You said so.");
    const rival = taken.get(claims.get(plainCaption(header))?.field ?? "");
    return rival === undefined
      ? { header, use, confidence: 0.9, reason: "No known caption: a custom field." }
      : { header, use, confidence: 0.5, reason: `“${rival}” is that field already.` };
  });
  return { columns, questions: columns.flatMap((column) => questionAbout(object, column)) };
}

const sure = (header: string, use: ColumnUse, reason: string): Column => ({
  header,
  use,
  confidence: 1,
  reason,
});

function questionAbout(object: CsvObject, { header, use, confidence, reason }: Column): string[] {
  if (confidence >= 0.75) return [];
  const what = use.kind === "field" ? `read as the ${object}'s “${use.field}”` : "read as a custom field";
  return [`Column “${header}” is ${what}. ${reason}`];
}

function claimsOf(object: CsvObject): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const [field, [known, likely = ""]] of Object.entries<readonly [string, string?]>(CAPTIONS[object])) {
    // The fields' own names too: that is what people write into an override, and what an API's export has.
    for (const caption of [...known.split("|"), field])
      claims.set(plainCaption(caption), { field, known: true });
    for (const caption of likely.split("|").filter(Boolean)) {
      if (!claims.has(plainCaption(caption))) claims.set(plainCaption(caption), { field, known: false });
    }
  }
  return claims;
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
