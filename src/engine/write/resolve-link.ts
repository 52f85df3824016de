// Resolves a reference of a desired record to the destination's id: by the links of others, then by the record's own.
import { SkipError } from "../errors.ts";
import { refKey } from "../journal/journal.ts";
import type { ResolveLink } from "../model/operation.ts";
import type { SourceRef } from "../model/source/source.ts";

/** Links of other records, then the record's own once it is known. */
export function resolver(links: ReadonlyMap<string, string>, own?: ReadonlyMap<string, string>): ResolveLink {
  return (ref: SourceRef) => {
    const id = own?.get(refKey(ref)) ?? links.get(refKey(ref));
    if (id !== undefined) return id;
    throw new SkipError({ code: "reference_missing", args: { type: ref.type, id: ref.id } });
  };
}
