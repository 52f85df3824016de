// The knowledge base: articles with what hangs on them, and the categories that they are sorted by.
import type { CutoverError } from "../../../errors.ts";
import type { SourceArticle } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import type { PageRequest, SourceGap, SourcePage } from "../../port.ts";
import { concernsOnePart } from "../../refusals.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchDetails, gapOf } from "../client/details.ts";
import { changedSince, fetchAllRows, fetchRows } from "../client/paging.ts";
import { fetchDocuments } from "./documents.ts";
import { type ArticleRow, articleCategoryRow, articleRow, articleSubCategoryRow } from "./schema-files.ts";

export const KNOWLEDGE_BASE = {
  articles: "service/knowledgeBaseArticles",
  categories: "service/knowledgeBaseCategories",
  subCategories: "service/knowledgeBaseSubCategories",
} as const;

/** Documents cost a call an article, so a page is small enough to be repeated after an abort. */
const ARTICLE_PAGE = 100;

export async function fetchArticles(
  client: ConnectWiseClient,
  { after, changedSince: since, signal }: PageRequest,
): Promise<SourcePage<"article">> {
  const page = await fetchRows(client, articleRow, {
    path: KNOWLEDGE_BASE.articles,
    after,
    conditions: since === undefined ? [] : [changedSince(since)],
    pageSize: ARTICLE_PAGE,
    signal,
  });
  const gaps = [...page.gaps];
  const records = await Promise.all(
    page.rows.map(async (row) => {
      try {
        const hear = (gap: SourceGap) => gaps.push({ ...gap, id: row.id, name: row.title });
        return mapArticle(row, await fetchDocuments(client, "KnowledgeBase", row.id, signal, hear));
      } catch (error) {
        // The text is here; that its files are not is reported, and the rest goes on.
        if (!(await concernsOnePart(error, client, signal))) throw error;
        gaps.push(gapOf({ id: row.id, name: row.title, part: "documents" }, error as CutoverError));
        return mapArticle(row, []);
      }
    }),
  );
  return { records, rejects: page.rejects, gaps, ...(page.last === undefined ? {} : { next: page.last }) };
}

function mapArticle(row: ArticleRow, documents: SourceArticle["documents"]): SourceArticle {
  const { _info: info, ...rest } = row;
  return compact({
    ...rest,
    ...info,
    documents: documents.map(({ name, link }) => ({ name, link })),
  });
}

/** All of them in one page: there are a few dozen. */
export async function fetchArticleCategories(
  client: ConnectWiseClient,
  { signal }: PageRequest,
): Promise<SourcePage<"articleCategory">> {
  const path = KNOWLEDGE_BASE.categories;
  const { rows, rejects, gaps } = await fetchAllRows(client, articleCategoryRow, { path, signal });
  const owner = { id: "*", name: "all", part: "subcategories" };
  const below = await fetchDetails(
    client,
    articleSubCategoryRow,
    KNOWLEDGE_BASE.subCategories,
    owner,
    signal,
  );
  const records = rows.map(({ id, name, _info }) => {
    const own = below.rows.filter((sub) => sub.category?.id === id);
    return compact({ id, name, ..._info, subCategories: own.map((sub) => ({ id: sub.id, name: sub.name })) });
  });
  return { records, rejects, gaps: [...gaps, ...below.gaps] };
}
