// The Help Center: articles (drafts unless told otherwise) and collections that nest by `parent_id`.
import { z } from "zod";
import { ApiError, invalid, missing, notFound } from "./api-error.ts";
import type { Define } from "./endpoint.ts";
import { adminHtml } from "./html.ts";
import { assembleNumberedPage } from "./paging.ts";
import type { Article, Collection } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const translations = z.record(z.string(), z.unknown()).nullable().optional();
const articleFields = {
  title: z.string().optional(),
  description: z.string().optional(),
  body: z.string().optional(),
  body_markdown: z.string().optional(),
  author_id: z.int().optional(),
  state: z.enum(["published", "draft"]).optional(),
  parent_type: z.enum(["collection", "section"]).optional(),
  translated_content: translations,
  ai_chatbot_availability: z.boolean().optional(),
  ai_copilot_availability: z.boolean().optional(),
  ai_sales_agent_availability: z.boolean().optional(),
};
/** `parent_id` is an integer when creating and a string when updating: so the description has it. */
const createArticle = z.strictObject({
  ...articleFields,
  title: z.string(),
  author_id: z.int(),
  parent_id: z.int().optional(),
});
const updateArticle = z.strictObject({ ...articleFields, parent_id: z.string().optional() });
const collectionFields = {
  description: z.string().optional(),
  translated_content: translations,
  parent_id: z.string().nullable().optional(),
};
const createCollection = z.strictObject({
  ...collectionFields,
  name: z.string(),
  help_center_id: z.int().optional(),
});
const updateCollection = z.strictObject({ ...collectionFields, name: z.string().optional() });

type ArticleBody = Omit<z.infer<typeof createArticle>, "title" | "author_id" | "parent_id"> & {
  title?: string | undefined;
  author_id?: number | undefined;
  parent_id?: number | string | undefined;
};
type CollectionBody = z.infer<typeof updateCollection>;

function applyArticle(workspace: Workspace, article: Article, body: ArticleBody): Article {
  if (body.body !== undefined && body.body_markdown !== undefined) {
    throw invalid("body and body_markdown exclude each other", "body_markdown");
  }
  if (body.author_id !== undefined && !workspace.admins.has(String(body.author_id))) {
    throw invalid("author_id must be a teammate", "author_id");
  }
  const parent = body.parent_id === undefined ? article.parent_id : String(body.parent_id);
  if (parent !== null && !workspace.collections.has(parent))
    throw notFound("Parent Not Found", "parent_not_found");
  const content = body.body ?? body.body_markdown;
  article.title = body.title ?? article.title;
  article.description = body.description ?? article.description;
  article.body = content === undefined ? article.body : adminHtml(content);
  article.author_id = body.author_id ?? article.author_id;
  article.state = body.state ?? article.state;
  article.parent_id = parent;
  article.translated_content = body.translated_content ?? article.translated_content;
  article.updated_at = workspace.now();
  return article;
}

function buildArticle(workspace: Workspace, { parent_id, translated_content, ...article }: Article) {
  return {
    type: "article",
    ...article,
    workspace_id: workspace.settings.workspaceId,
    parent_ids: parent_id === null ? [] : [Number(parent_id)],
    url: article.state === "published" ? `https://help.example/articles/${article.id}` : null,
    default_locale: "en",
    ...(translated_content === null ? {} : { translated_content }),
    tags: { type: "tag.list", tags: [] },
  };
}

const newTimes = (workspace: Workspace) => ({ created_at: workspace.now(), updated_at: workspace.now() });

function defineArticles(define: Define, workspace: Workspace): void {
  const find = (id: string | undefined): Article => {
    const article = workspace.articles.get(id ?? "");
    if (!article) throw notFound();
    return article;
  };

  define("POST", "/articles", createArticle, ({ body }) => {
    if (body.title.trim() === "") throw missing("title is required", "title");
    const article: Article = {
      id: String(workspace.newSmallId()),
      title: body.title,
      description: null,
      body: null,
      author_id: body.author_id,
      state: "draft",
      parent_id: null,
      translated_content: null,
      ...newTimes(workspace),
    };
    workspace.articles.set(article.id, applyArticle(workspace, article, body));
    return buildArticle(workspace, article);
  });

  define("GET", "/articles", null, ({ query }) => {
    const page = assembleNumberedPage([...workspace.articles.values()], query, 25, 150);
    const data = page.items.map((article) => buildArticle(workspace, article));
    return { type: "list", data, pages: page.pages, total_count: page.total };
  });

  define("GET", "/articles/:id", null, ({ params }) => buildArticle(workspace, find(params.id)));

  define("PUT", "/articles/:id", updateArticle, ({ params, body }) =>
    buildArticle(workspace, applyArticle(workspace, find(params.id), body)),
  );

  define("DELETE", "/articles/:id", null, ({ params }) => {
    const article = find(params.id);
    workspace.articles.delete(article.id);
    return { id: article.id, object: "article", deleted: true };
  });
}

function applyCollection(workspace: Workspace, collection: Collection, body: CollectionBody): Collection {
  if (body.parent_id && (!workspace.collections.has(body.parent_id) || body.parent_id === collection.id)) {
    throw notFound("Parent Not Found", "parent_not_found");
  }
  collection.name = body.name ?? collection.name;
  collection.description = body.description ?? collection.description;
  if (body.parent_id !== undefined) collection.parent_id = body.parent_id;
  collection.translated_content = body.translated_content ?? collection.translated_content;
  collection.updated_at = workspace.now();
  return collection;
}

function defineCollections(define: Define, workspace: Workspace): void {
  const path = "/help_center/collections";
  const build = ({ translated_content, ...collection }: Collection) => ({
    ...collection,
    workspace_id: workspace.settings.workspaceId,
    url: `https://help.example/collections/${collection.id}`,
    icon: "book-bookmark",
    order: 1,
    default_locale: "en",
    ...(translated_content === null ? {} : { translated_content }),
  });
  const find = (id: string | undefined): Collection => {
    const collection = workspace.collections.get(id ?? "");
    if (!collection) throw notFound();
    return collection;
  };

  define("POST", path, createCollection, ({ body }) => {
    if (body.name.trim() === "") {
      throw new ApiError(400, "parameter_not_found", "Name is a required parameter.", { field: "name" });
    }
    const collection: Collection = {
      id: String(workspace.newSmallId()),
      name: body.name,
      description: null,
      parent_id: null,
      help_center_id: body.help_center_id ?? 1,
      translated_content: null,
      ...newTimes(workspace),
    };
    workspace.collections.set(collection.id, applyCollection(workspace, collection, body));
    return build(collection);
  });

  define("GET", path, null, ({ query }) => {
    const page = assembleNumberedPage([...workspace.collections.values()], query, 20, 150);
    return { type: "list", data: page.items.map(build), pages: page.pages, total_count: page.total };
  });

  define("GET", `${path}/:id`, null, ({ params }) => build(find(params.id)));

  define("PUT", `${path}/:id`, updateCollection, ({ params, body }) =>
    build(applyCollection(workspace, find(params.id), body)),
  );

  define("DELETE", `${path}/:id`, null, ({ params }) => {
    const collection = find(params.id);
    workspace.collections.delete(collection.id);
    return { id: collection.id, object: "collection", deleted: true };
  });
}

export function defineHelpCenter(define: Define, workspace: Workspace): void {
  defineArticles(define, workspace);
  defineCollections(define, workspace);
}
