// The records that a desired one refers to: their destination ids are needed to write and to compare it.
import type { Desired } from "../model/desired.ts";
import type { SourceRef } from "../model/source.ts";

/** Itself among them. */
export function referencesOf(desired: Desired): readonly SourceRef[] {
  if (desired.kind === "company") return [desired.source];
  if (desired.kind === "contact") return [desired.source, ...desired.companies];
  if (desired.kind === "collection") return [desired.source, ...(desired.parent ? [desired.parent] : [])];
  if (desired.kind === "article") {
    const { source, collection, links } = desired;
    return [source, ...(collection ? [collection] : []), ...links.map(({ to }) => to)];
  }
  const named = desired.parts.flatMap(({ author, link }) => [
    ...(author.kind === "contact" ? [author.source] : []),
    ...(link ? [link] : []),
  ]);
  return [desired.source, desired.contact, ...(desired.company ? [desired.company] : []), ...named];
}
