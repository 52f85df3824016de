// Knowledge base → collections and draft articles: HTML sanitized, links to other articles and old tickets marked.
import sanitizeHtml from "sanitize-html";
import type { Alteration, DesiredArticle, DesiredCollection } from "../model/desired.ts";
import type { SourceArticle, SourceArticleCategory, SourceRef } from "../model/source/source.ts";
import { headOf } from "../values/convert.ts";
import { escapeHtml, repairText, toIntercomHtml } from "../values/text.ts";
import type { TransformContext } from "./context.ts";
import { replaceInlineImages } from "./inline-images.ts";

export type IsMoved = (ref: SourceRef) => boolean;

const MAX_TITLE_CHARS = 255;
const said = (text: string) => repairText(text).text.replace(/\s+/g, " ").trim();
const titled = (text: string) => (text.length > MAX_TITLE_CHARS ? headOf(text, MAX_TITLE_CHARS) : text);

/** By the sub-category, the category or the board; undefined where the article names none. */
export function collectionOf(article: SourceArticle): SourceRef | undefined {
  const { board, categoryId, subCategoryId } = article;
  if (categoryId !== undefined) {
    const id = subCategoryId === undefined ? categoryId : `${categoryId}/${subCategoryId}`;
    return { type: "articleCategory", id };
  }
  return board && { type: "board", id: board.id };
}

/** A collection with the one above it first; what the source lists no more keeps its id for a name. */
export function transformCollection(
  ref: SourceRef,
  categories: ReadonlyMap<string, SourceArticleCategory>,
  context: TransformContext,
): readonly DesiredCollection[] {
  const make = (source: SourceRef, kind: string, name: string | undefined, parent?: SourceRef) => ({
    kind: "collection" as const,
    source,
    name: titled(said(name ?? "") || `${kind} ${source.id}`),
    description: `From ConnectWise, ${kind} ${source.id}`,
    ...(parent === undefined ? {} : { parent }),
    attributes: {},
    alterations: [],
  });
  if (ref.type === "board") return [make(ref, "board", context.boardById.get(ref.id)?.name)];
  const [categoryId = "", subId] = ref.id.split("/");
  const category = categories.get(categoryId);
  const above: SourceRef = { type: "articleCategory", id: categoryId };
  const first = make(above, "category", category?.name);
  if (subId === undefined) return [first];
  const sub = category?.subCategories.find(({ id }) => id === subId);
  return [first, make(ref, "sub-category", sub?.name, above)];
}

export function transformArticle(
  article: SourceArticle,
  context: TransformContext,
  isMoved: IsMoved,
): DesiredArticle {
  const alterations: Alteration[] = [];
  const links = new Map<string, SourceRef>();
  const render = (text: string) => sanitize(text, isMoved, links, alterations);
  const { documents } = article;
  const files = documents.map(({ name, link }) => `<li>${anchor(link, said(name))}</li>`).join("");
  const body = [
    section("Issue", render(article.issue)),
    section("Resolution", render(article.resolution)),
    section("Files in ConnectWise", files === "" ? "" : `<ul>${files}</ul>`),
    `<p>ConnectWise knowledge base article ${escapeHtml(article.id)}</p>`,
  ].join("");
  if (documents.length > 0) {
    const detail = { code: "article_files", args: { files: documents.length } } as const;
    alterations.push({ field: "documents", what: "replaced", detail });
  }
  const title = said(article.title) || `Article ${article.id}`;
  if (title.length > MAX_TITLE_CHARS) {
    alterations.push({
      field: "title",
      what: "truncated",
      detail: { code: "title_cut", args: { characters: title.length } },
    });
  }
  const collection = collectionOf(article);
  return {
    kind: "article",
    source: { type: "article", id: article.id },
    title: titled(title),
    body,
    ...(collection === undefined ? {} : { collection }),
    authorId: context.fallbackAdminId,
    links: [...links].map(([href, to]) => ({ href, to })),
    attributes: {},
    alterations,
  };
}

const section = (heading: string, html: string) => (html === "" ? "" : `<h2>${heading}</h2>${html}`);
const anchor = (href: string, text: string) =>
  /^https?:\/\//i.test(href) ? `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>` : escapeHtml(text);

/** Ids that are mentioned in an article's words: tickets are not dated by it, so that all of them can be looked up at once. */
export function mentionedTickets(article: SourceArticle): readonly string[] {
  const found = new Set<string>();
  for (const text of [article.issue, article.resolution]) {
    for (const pattern of [TICKET_WORDS, TICKET_ADDRESS]) {
      for (const match of text.matchAll(pattern)) if (match[1]) found.add(match[1]);
    }
  }
  return [...found];
}

const TICKET_WORDS = /\b(?:ticket|SR)\s{0,3}#?\s{0,3}(\d{1,10})\b/gi;
const TICKET_ADDRESS = /\b(?:service_)?recid=(\d{1,10})\b/gi;
const ARTICLE_WORDS = /\bKB\s{0,3}#?\s{0,3}(\d{1,10})\b/gi;

const ALLOWED = [
  "p",
  "br",
  "b",
  "strong",
  "i",
  "em",
  "u",
  "a",
  "ul",
  "ol",
  "li",
  "h1",
  "h2",
  "h3",
  "code",
  "pre",
];
const MARKUP =
  /<\/?(?:p|br|div|span|b|strong|i|em|u|a|ul|ol|li|h[1-6]|img|table|tr|td|font|code|pre)\b[^<>]*>/i;
const BLOCKS = /<(?:p|br|div|ul|ol|li|h[1-6]|table|pre)\b/i;

/** Plain text is escaped; HTML keeps simple tags. Words that name a moved record become links to its `href`. */
function sanitize(
  raw: string,
  isMoved: IsMoved,
  links: Map<string, SourceRef>,
  alterations: Alteration[],
): string {
  const { text, repairs } = repairText(raw);
  if (repairs.length > 0)
    alterations.push({
      field: "body",
      what: "repaired",
      detail: { code: "repaired", args: { repairs: repairs } },
    });
  let images = 0;
  const worded = replaceInlineImages(text, () => {
    images += 1;
    return "[Image in ConnectWise]";
  }).trim();
  if (images > 0) {
    const detail = { code: "article_images", args: { images } } as const;
    alterations.push({ field: "images", what: "replaced", detail });
  }
  const link = (to: SourceRef, words: string) => {
    if (!isMoved(to)) return words;
    const href = `cutover:${to.type}/${to.id}`;
    links.set(href, to);
    return `<a href="${href}">${words}</a>`;
  };
  const html = !MARKUP.test(worded)
    ? toIntercomHtml(worded)
    : BLOCKS.test(worded)
      ? worded
      : `<p>${worded.replaceAll("\n", "<br>")}</p>`;
  return sanitizeHtml(worded === "" ? "" : html, {
    allowedTags: ALLOWED,
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https", "mailto", "cutover"],
    transformTags: {
      a: (tagName, { href = "" }) => {
        const ticket = [...href.matchAll(TICKET_ADDRESS)][0]?.[1];
        const to: SourceRef | undefined = ticket === undefined ? undefined : { type: "ticket", id: ticket };
        if (!to || !isMoved(to)) return { tagName, attribs: /^cutover:/i.test(href) ? {} : { href } };
        links.set(`cutover:ticket/${to.id}`, to);
        return { tagName, attribs: { href: `cutover:ticket/${to.id}` } };
      },
    },
    textFilter: (words, tag) =>
      tag === "a"
        ? words
        : words
            .replace(TICKET_WORDS, (found, id: string) => link({ type: "ticket", id }, found))
            .replace(ARTICLE_WORDS, (found, id: string) => link({ type: "article", id }, found)),
  });
}

const MARKED = /<a href="cutover:[^"]*">(.*?)<\/a>/gs;

/** The body with words where its links will be: before their targets are there. */
export function withoutLinks(body: string): string {
  return body.replace(MARKED, "$1");
}
