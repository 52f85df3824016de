// Collections and articles → their operations: made first without links, linked when everything they name is there.
import type { RecordLink } from "../model/action.ts";
import type { DesiredArticle, DesiredCollection } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import type { Applied, Operation } from "../model/operation.ts";
import { withoutLinks } from "../transform/article.ts";

const collectionHash = ({ name, description, parent }: DesiredCollection) =>
  contentHash({ name, description, parent });

export function collectionStep(desired: DesiredCollection): Operation {
  const { source, name, description, parent } = desired;
  return {
    source,
    step: "create",
    contentHash: collectionHash(desired),
    build: (resolve) => ({
      kind: "create-collection",
      name,
      description,
      ...(parent === undefined ? {} : { parentId: resolve(parent) }),
    }),
  };
}

export function diffCollection(desired: DesiredCollection, applied: Applied): readonly Operation[] {
  const { source, name, description } = desired;
  const hash = collectionHash(desired);
  if ((done(applied, "name") ?? done(applied, "create")) === hash) return [];
  return [
    {
      source,
      step: "name",
      contentHash: hash,
      build: (resolve) => ({
        kind: "update-collection",
        collectionId: resolve(source),
        name,
        description,
      }),
    },
  ];
}

/** The author is left out: another fallback admin is no other article. */
const articleHash = ({ title, body, collection }: DesiredArticle) => contentHash({ title, body, collection });

export function articleSteps(desired: DesiredArticle): readonly Operation[] {
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

export function diffArticle(desired: DesiredArticle, applied: Applied): readonly Operation[] {
  const step = linksStep(desired);
  const last = done(applied, "links") ?? (desired.links.length === 0 ? done(applied, "create") : undefined);
  return last === step.contentHash ? [] : [step];
}

function done(applied: Applied, step: string): string | undefined {
  const known = applied.get(step);
  return known?.state === "done" ? known.contentHash : undefined;
}
