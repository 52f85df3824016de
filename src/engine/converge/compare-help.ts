// Collections and articles against what Intercom shows; an article that people published is no fault.
import type { DesiredArticle, DesiredCollection } from "../model/desired.ts";
import type { ObservedArticle, ObservedCollection } from "../model/observed.ts";
import type { SourceRef } from "../model/source.ts";
import { toPlainText } from "../values/text.ts";
import { addressesIn, leadsTo, nameOf } from "./addresses.ts";
import { sameText, type VerdictList } from "./verdicts.ts";

type Link = (ref: SourceRef) => string | undefined;

export function compareCollection(
  desired: DesiredCollection,
  observed: ObservedCollection,
  link: Link,
  verdicts: VerdictList,
): void {
  const { name, description, parent } = desired;
  verdicts.check("name", name, observed.name, sameText);
  verdicts.check("description", description, observed.description, sameText);
  if (parent === undefined) verdicts.none("parent", observed.parentId);
  else verdicts.check("parent", link(parent) ?? nameOf(parent), observed.parentId);
}

export function compareArticle(
  desired: DesiredArticle,
  observed: ObservedArticle,
  link: Link,
  verdicts: VerdictList,
): void {
  const { title, body, collection, links } = desired;
  verdicts.check("title", title, observed.title, sameText);
  verdicts.check("body", toPlainText(body), toPlainText(observed.body), sameText);
  if (collection === undefined) verdicts.none("collection", observed.collectionId);
  else verdicts.check("collection", link(collection) ?? nameOf(collection), observed.collectionId);
  const addresses = addressesIn(observed.body);
  for (const { to } of links) {
    const id = link(to) ?? nameOf(to);
    const found = addresses.some((address) => leadsTo(address, id));
    verdicts.check(`links[${to.type} ${to.id}]`, id, found ? id : undefined);
  }
}
