// The Help Center over the stand-in: collections and drafts, lost answers, links; every request as the description has it.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Action } from "../../src/engine/model/action.ts";
import { intercomSpecExists, makeIntercomRequestValidator } from "../support/intercom-spec-validator.ts";
import { type OpenedDestination, openConversation, openDestination } from "./destination-intercom.ts";

let open: OpenedDestination;
beforeEach(async () => {
  open = await openDestination({ recordRequests: true });
});
afterEach(async () => {
  if (intercomSpecExists) {
    const validator = makeIntercomRequestValidator();
    const refused = open.intercom.recorded.flatMap((request) => validator.checkRequest(request));
    expect(refused).toEqual([]);
  }
  await open.stop();
});

const aCollection = (n: number): Action => ({
  kind: "create-collection",
  name: "Help Desk",
  description: `From ConnectWise, board ${n}`,
});
type CreateArticle = Extract<Action, { readonly kind: "create-article" }>;
const anArticle = (more: Partial<CreateArticle> = {}): CreateArticle => ({
  kind: "create-article",
  title: "VPN",
  body: "<h2>Issue</h2><p>No access</p><p>ConnectWise knowledge base article 100</p>",
  authorId: "9001",
  ...more,
});

it("makes collections that nest, and drafts in them", async () => {
  const { destinationId: parentId } = await open.write(aCollection(1));
  const { destinationId: below } = await open.write({
    kind: "create-collection",
    name: "Outlook",
    description: "From ConnectWise, sub-category 10/31",
    parentId,
  });
  const { destinationId } = await open.write(anArticle({ collectionId: below }));
  expect(await open.destination.fetchCollection(below)).toMatchObject({ name: "Outlook", parentId });
  expect(await open.destination.fetchArticle(destinationId)).toMatchObject({
    title: "VPN",
    state: "draft",
    collectionId: below,
    authorId: "9001",
  });
  expect(await open.destination.fetchUsedCollections()).toEqual(new Set([parentId, below]));
});

it("finds what a lost answer made, and not its twin of the same name", async () => {
  const twin = await open.write(aCollection(1));
  const found = await open.lose(aCollection(2));
  expect(found).toMatchObject({ kind: "applied", outcome: { created: true } });
  expect(found.kind === "applied" && found.outcome.destinationId).not.toBe(twin.destinationId);
  const other = await open.write(anArticle());
  const article = await open.lose(anArticle({ body: anArticle().body.replace("100", "101") }));
  expect(article).toMatchObject({ kind: "applied", outcome: { created: true } });
  expect(article.kind === "applied" && article.outcome.destinationId).not.toBe(other.destinationId);
  expect(await open.destination.settle(aCollection(3), new Date())).toEqual({ kind: "absent" });
  expect(await open.destination.settle(anArticle({ title: "None" }), new Date())).toEqual({ kind: "absent" });
});

it("links articles and conversations, and knows a lost rewriting by its links", async () => {
  const { conversationId } = await openConversation(open);
  const { destinationId: collectionId } = await open.write(aCollection(1));
  const { destinationId: target } = await open.write(anArticle({ collectionId }));
  const { destinationId: articleId } = await open.write(anArticle({ title: "MFA", collectionId }));
  const update: Action = {
    kind: "update-article",
    articleId,
    title: "MFA",
    body: '<p>See <a href="cutover:article/100">KB 100</a>, <a href="cutover:ticket/7">ticket 7</a></p>',
    collectionId,
    links: [
      { href: "cutover:article/100", kind: "article", id: target },
      { href: "cutover:ticket/7", kind: "conversation", id: conversationId },
    ],
  };
  expect(await open.destination.settle(update, new Date())).toEqual({ kind: "absent" });
  expect(await open.lose(update)).toMatchObject({ kind: "applied" });
  const body = (await open.destination.fetchArticle(articleId))?.body;
  expect(body).toContain(`href="https://help.example/articles/${target}"`);
  expect(body).toContain(`/inbox/conversation/${conversationId}"`);
});

it("leaves an article alone that people published", async () => {
  const { destinationId: articleId } = await open.write(anArticle());
  const article = open.intercom.state.articles.get(articleId);
  if (!article) throw new Error("The article is missing.");
  article.state = "published";
  const update = { kind: "update-article", articleId, title: "New", body: "<p>New</p>", links: [] } as const;
  await expect(open.write(update)).rejects.toMatchObject({ code: "article_published", recovery: "skip" });
  expect(open.intercom.state.articles.get(articleId)?.title).toBe("VPN");
});

it("deletes, and takes what is gone for deleted", async () => {
  const { destinationId: collectionId } = await open.write(aCollection(1));
  const { destinationId: articleId } = await open.write(anArticle());
  expect(await open.lose({ kind: "delete-article", articleId })).toMatchObject({ kind: "applied" });
  await open.write({ kind: "delete-article", articleId });
  await open.write({ kind: "delete-collection", collectionId });
  expect(await open.destination.fetchArticle(articleId)).toBeNull();
  expect(await open.destination.fetchCollection(collectionId)).toBeNull();
});
