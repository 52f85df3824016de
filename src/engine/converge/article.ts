// Articles of the Help Center: drafts, made first without links, linked when everything they name is there.
import type { RecordLink } from "../model/action.ts";
import type { DesiredArticle } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import type { Operation } from "../model/operation.ts";
import { withoutLinks } from "../transform/article.ts";
import { toPlainText } from "../values/text.ts";
import { addressesIn, leadsTo, nameOf } from "./addresses.ts";
import { written } from "./applied-steps.ts";
import type { ObjectKind } from "./object-kind.ts";
import { sameText } from "./verdicts.ts";

export const article: ObjectKind<"article"> = {
  steps: articleSteps,
  diff(desired, applied) {
    const step = linksStep(desired);
    const made = desired.links.length === 0 ? written(applied, "create") : undefined;
    const last = written(applied, "links") ?? made;
    return last?.contentHash === step.contentHash ? [] : [step];
  },
  // An article that people published is no fault.
  compare({ title, body, collection, links }, observed, { link, verdicts }) {
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
  },
  references: ({ collection, links }) => [...(collection ? [collection] : []), ...links.map(({ to }) => to)],
  fetchRecord: (reader, id) => reader.fetchArticle(id),
  expect: (desired, idOf) => ({
    ...desired,
    id: idOf(desired.source),
    ...(desired.collection === undefined ? {} : { collectionId: idOf(desired.collection) }),
    body: desired.links.reduce((body, { href, to }) => body.replaceAll(href, () => idOf(to)), desired.body),
    state: "draft",
    updatedAt: 0,
  }),
  withoutLinks: (desired) => ({ ...desired, links: [] }),
};

/** The author is left out: another fallback admin is no other article. */
const articleHash = ({ title, body, collection }: DesiredArticle) => contentHash({ title, body, collection });

function articleSteps(desired: DesiredArticle): readonly Operation[] {
  const { source, title, body, collection, authorId, links } = desired;
  const create: Operation = {
    source,
    step: "create",
    contentHash: articleHash(desired),
    build: (resolve) => ({
      kind: "create-article",
      title,
      body: withoutLinks(body),
      authorId,
      ...(collection === undefined ? {} : { collectionId: resolve(collection) }),
    }),
  };
  return links.length === 0 ? [create] : [create, linksStep(desired)];
}

/** Rewrites the whole article, whatever changed: its links, or its words later. */
function linksStep(desired: DesiredArticle): Operation {
  const { source, title, body, collection, links } = desired;
  return {
    source,
    step: "links",
    contentHash: articleHash(desired),
    build: (resolve) => ({
      kind: "update-article",
      articleId: resolve(source),
      title,
      body,
      ...(collection === undefined ? {} : { collectionId: resolve(collection) }),
      links: links.map(
        ({ href, to }): RecordLink => ({
          href,
          kind: to.type === "ticket" ? "conversation" : "article",
          id: resolve(to),
        }),
      ),
    }),
  };
}
