// The API's own names, as exports of its answers flatten them: `board.name`, `board/name`, `_info_dateEntered`.

/** A field of a list within a record: `customFields.0.value`, `communicationItems[1].type.name`. */
export interface ListPart {
  readonly list: ListName;
  /** Undefined when the whole list stands in one cell, as JSON. */
  readonly at?: number;
  /** `value`, `type.name`; undefined with the whole list. */
  readonly part?: string;
}

const LISTS = ["customFields", "communicationItems", "types"] as const;
type ListName = (typeof LISTS)[number];

const PATH = /^_?[a-z][A-Za-z0-9]*(?:[._/][A-Za-z0-9_]+|\[\d+\])*$/;

/** How a name of the API may be said in captions: with and without where it stands and what it shows. */
export function waysToSay(header: string): readonly string[] {
  const bare = header.replace(/^_?info[._/]+/i, "");
  return [...new Set([header, bare, bare.replace(/[._/]name$/i, "")])];
}

/** Undefined for a column that is part of none of the lists. */
export function readListPart(header: string): ListPart | undefined {
  const [name = "", ...rest] = header.replace(/\[(\d+)\]/g, ".$1").split(/[._/]/);
  const list = LISTS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (list === undefined) return undefined;
  if (rest.length === 0) return { list };
  const at = Number(rest[0]);
  return Number.isInteger(at) && rest.length > 1 ? { list, at, part: rest.slice(1).join(".") } : undefined;
}

/** True for a file whose header is paths of the API's model: at least two of them, or what only the API has. */
export function isApiExport(headers: readonly string[]): boolean {
  const paths = headers.filter((header) => /^_?[a-z][A-Za-z0-9]*[./][A-Za-z0-9_./]+$/.test(header));
  return paths.length >= 2 || headers.some((header) => /^_info[._/]|^customFields$/.test(header));
}

/** A field as the API spells it; what is no field here, is not taken over the API either. */
export const isApiName = (header: string): boolean => PATH.test(header);
