// The Help Center: collections and articles, written one request each and read as observed states.
import { z } from "zod";
import { SkipError } from "../../errors.ts";
import type { ActionOf, ActionOutcome } from "../../model/action.ts";
import type { ObservedArticle, ObservedCollection } from "../../model/observed.ts";
import type { IntercomClient } from "./api/client.ts";
import { anything } from "./api/schema.ts";
import { createAddresses } from "./reads/addresses.ts";

export type HelpAction = ActionOf<
  | "create-collection"
  | "update-collection"
  | "create-article"
  | "update-article"
  | "delete-collection"
  | "delete-article"
>;

const id = z.union([z.string().min(1), z.number()]).transform(String);
const unix = z.number().nullish();

const collectionSchema = z.object({
  id,
  name: z.string().nullish(),
  description: z.string().nullish(),
  parent_id: id.nullish(),
  url: z.string().nullish(),
  created_at: unix,
  updated_at: unix,
});
type CollectionAnswer = z.infer<typeof collectionSchema>;

const articleSchema = z.object({
  id,
  title: z.string().nullish(),
  body: z.string().nullish(),
  state: z.enum(["draft", "published"]),
  parent_id: id.nullish(),
  parent_ids: z.array(id).nullish(),
  author_id: id.nullish(),
  created_at: unix,
  updated_at: unix,
});
type ArticleAnswer = z.infer<typeof articleSchema>;

const COLLECTIONS = "/help_center/collections";
const at = (path: string, one: string) => `${path}/${encodeURIComponent(one)}`;
const PAGE = 150;

const observeCollection = (answer: CollectionAnswer): ObservedCollection => ({
  kind: "collection",
  id: answer.id,
  name: answer.name ?? "",
  description: answer.description ?? "",
  ...(answer.parent_id ? { parentId: answer.parent_id } : {}),
  attributes: {},
  updatedAt: answer.updated_at ?? 0,
});

function observeArticle(answer: ArticleAnswer): ObservedArticle {
  const collectionId = answer.parent_ids?.at(-1) ?? answer.parent_id;
  return {
    kind: "article",
    id: answer.id,
    title: answer.title ?? "",
    body: answer.body ?? "",
    state: answer.state,
    ...(collectionId ? { collectionId } : {}),
    authorId: answer.author_id ?? "",
    attributes: {},
    updatedAt: answer.updated_at ?? 0,
  };
}

export type HelpCenter = ReturnType<typeof createHelpCenter>;

export function createHelpCenter(client: IntercomClient) {
  const addresses = createAddresses(client);

  async function* list<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): AsyncGenerator<T> {
    const page = z.object({
      data: z.array(schema),
      pages: z.object({ total_pages: z.number().nullish() }).nullish(),
    });
    for (let number = 1; ; number += 1) {
      const query = { page: String(number), per_page: String(PAGE) };
      const answer = await client.read({ method: "GET", path, query }, page, signal);
      yield* answer.data;
      if (answer.data.length === 0 || number >= (answer.pages?.total_pages ?? 1)) return;
    }
  }
  const listCollections = (signal?: AbortSignal) => list(COLLECTIONS, collectionSchema, signal);
  const listArticles = (signal?: AbortSignal) => list("/articles", articleSchema, signal);

  async function article(one: string, signal?: AbortSignal): Promise<ObservedArticle | null> {
    const answer = await client.readOrNull(
      { method: "GET", path: at("/articles", one) },
      articleSchema,
      signal,
    );
    return answer && observeArticle(answer);
  }

  async function collection(one: string, signal?: AbortSignal): Promise<ObservedCollection | null> {
    const request = { method: "GET", path: at(COLLECTIONS, one) } as const;
    const answer = await client.readOrNull(request, collectionSchema, signal);
    return answer && observeCollection(answer);
  }

  /** What people published is theirs: nothing that customers read is changed behind their back. */
  async function updateArticle(action: ActionOf<"update-article">, signal?: AbortSignal) {
    const { articleId, title, collectionId } = action;
    const now = await article(articleId, signal);
    if (now?.state === "published") throw published(articleId);
    const body = await addresses.fill(action.body, action.links, signal);
    const parent = collectionId === undefined ? {} : { parent_id: collectionId, parent_type: "collection" };
    const request = {
      method: "PUT",
      path: at("/articles", articleId),
      body: { title, body, ...parent },
    } as const;
    return client.write(request, articleSchema, signal);
  }

  async function write(action: HelpAction, signal?: AbortSignal): Promise<ActionOutcome> {
    switch (action.kind) {
      case "create-collection": {
        const { name, description, parentId } = action;
        const body = { name, description, ...(parentId === undefined ? {} : { parent_id: parentId }) };
        return made(
          await client.write({ method: "POST", path: COLLECTIONS, body }, collectionSchema, signal),
          true,
        );
      }
      case "update-collection": {
        const { collectionId, name, description } = action;
        const path = at(COLLECTIONS, collectionId);
        return made(
          await client.write({ method: "PUT", path, body: { name, description } }, collectionSchema, signal),
          false,
        );
      }
      case "create-article": {
        const { title, authorId, collectionId } = action;
        const parent =
          collectionId === undefined ? {} : { parent_id: Number(collectionId), parent_type: "collection" };
        const body = { title, body: action.body, author_id: Number(authorId), state: "draft", ...parent };
        return made(
          await client.write({ method: "POST", path: "/articles", body }, articleSchema, signal),
          true,
        );
      }
      case "update-article":
        return made(await updateArticle(action, signal), false);
      case "delete-article":
        return remove(at("/articles", action.articleId), action.articleId, signal);
      case "delete-collection":
        return remove(at(COLLECTIONS, action.collectionId), action.collectionId, signal);
    }
  }

  async function remove(path: string, one: string, signal?: AbortSignal): Promise<ActionOutcome> {
    await client.writeOr({ method: "DELETE", path }, anything, [404, 410], signal);
    return { destinationId: one, created: false };
  }

  return {
    ...{ write, article, collection, listArticles, listCollections, fill: addresses.fill },
    async usedCollections(signal?: AbortSignal): Promise<ReadonlySet<string>> {
      const used = new Set<string>();
      for await (const one of listArticles(signal)) {
        const { collectionId } = observeArticle(one);
        if (collectionId) used.add(collectionId);
      }
      for await (const one of listCollections(signal)) if (one.parent_id) used.add(one.parent_id);
      return used;
    },
  };
}

function made(
  { body, requestId }: { readonly body: { readonly id: string }; readonly requestId?: string },
  created: boolean,
): ActionOutcome {
  return { destinationId: body.id, created, ...(requestId === undefined ? {} : { requestId }) };
}

const published = (articleId: string) => new SkipError({ code: "article_published", args: { articleId } });
