// Where links in a text of Intercom's lead to, for comparing.
import type { SourceRef } from "../model/source/source.ts";

export const addressesIn = (html: string): readonly string[] =>
  [...html.matchAll(/\bhref="([^"]*)"/g)].map(([, href = ""]) => href);

/** True where a whole segment of the address is the destination id. */
export const leadsTo = (address: string, id: string): boolean =>
  address === id || address.split(/[/?#]/).includes(id);

/** Stands where an id should be. */
export const nameOf = ({ type, id }: SourceRef): string => `${type} ${id} (not moved)`;
