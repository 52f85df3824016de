// The knowledge base as it should be: collections, parents first, then articles page by page.
import { refKey } from "../journal/journal.ts";
import type { DesiredArticle, DesiredCollection } from "../model/desired.ts";
import type { SourceArticle, SourceArticleCategory, SourceRef } from "../model/source/source.ts";
import {
  collectionOf,
  mentionedTickets,
  transformArticle,
  transformCollection,
} from "../transform/article.ts";
import type { JournalView } from "./assemble-page.ts";
import { type ContextBase, listPages } from "./context.ts";
import { makeTicket } from "./make-ticket.ts";

const PAGE = 100;

/** The map may leave the knowledge base behind. */
export function isHelpMoved({ input }: ContextBase): boolean {
  return input.map.policies.knowledgeBase !== "skip";
}

/** Those that articles are in: an empty one is of no use. There are a few dozen. */
export async function assembleCollections(base: ContextBase): Promise<readonly DesiredCollection[]> {
  const { staging, migrationId } = base.input;
  const categories = new Map<string, SourceArticleCategory>();
  for await (const ids of listPages(staging, migrationId, "articleCategory", PAGE)) {
    for (const [id, one] of await staging.load(migrationId, "articleCategory", ids)) categories.set(id, one);
  }
  const found = new Map<string, DesiredCollection>();
  for await (const articles of sourcePages(base)) {
    for (const ref of articles.flatMap((article) => collectionOf(article) ?? [])) {
      for (const one of transformCollection(ref, categories, base.context)) {
        found.set(`${one.source.type}:${one.source.id}`, one);
      }
    }
  }
  const depth = ({ parent }: DesiredCollection) => (parent === undefined ? 0 : 1);
  return [...found.values()].sort((a, b) => depth(a) - depth(b));
}

/** A link to a ticket is one where that is in Intercom, or will be by the time. */
export async function* articlePages(
  base: ContextBase,
  { journal, scope }: JournalView,
): AsyncGenerator<readonly DesiredArticle[]> {
  const { staging, migrationId } = base.input;
  const known = new Set<string>();
  for await (const ids of listPages(staging, migrationId, "article", PAGE))
    for (const id of ids) known.add(id);
  for await (const articles of sourcePages(base)) {
    const mentioned = [...new Set(articles.flatMap(mentionedTickets))];
    const refs = mentioned.map((id) => ({ type: "ticket", id }) as const);
    const links = await journal.loadLinks(scope, refs);
    const moved = new Set<string>();
    for (const bundle of await staging.loadBundles(migrationId, mentioned)) {
      const made = makeTicket(bundle, base.context);
      // One that was moved before it became unreadable is there still.
      const isThere =
        "why" in made &&
        made.why === "unreadable" &&
        links.has(refKey({ type: "ticket", id: bundle.ticket.id }));
      if (isThere || !("why" in made)) moved.add(bundle.ticket.id);
    }
    const isMoved = ({ type, id }: SourceRef) => (type === "article" ? known : moved).has(id);
    yield articles.map((article) => transformArticle(article, base.context, isMoved));
  }
}

async function* sourcePages({ input }: ContextBase): AsyncGenerator<readonly SourceArticle[]> {
  const { staging, migrationId } = input;
  for await (const ids of listPages(staging, migrationId, "article", PAGE)) {
    yield [...(await staging.load(migrationId, "article", ids)).values()];
  }
}
