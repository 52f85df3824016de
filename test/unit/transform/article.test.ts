// Knowledge base articles become sanitized drafts whose words link to what was moved.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceArticle } from "../../../src/engine/model/source/source.ts";
import {
  collectionOf,
  mentionedTickets,
  transformArticle,
  transformCollection,
  withoutLinks,
} from "../../../src/engine/transform/article.ts";
import { aContext } from "../../support/builders.ts";

const anArticle = (overrides: Partial<SourceArticle> = {}): SourceArticle => ({
  id: "100",
  title: "Set up the VPN",
  issue: "No access",
  resolution: "1. Install\r\n2. Sign in",
  documents: [],
  ...overrides,
});
const everything = () => true;
const transform = (overrides: Partial<SourceArticle>, isMoved: () => boolean = everything) =>
  transformArticle(anArticle(overrides), aContext(), isMoved);

describe("an article", () => {
  it("is a draft by the fallback admin, issue and resolution under headings, its number at the end", () => {
    expect(transform({})).toMatchObject({
      title: "Set up the VPN",
      authorId: "900",
      body: "<h2>Issue</h2><p>No access</p><h2>Resolution</h2><p>1. Install<br />2. Sign in</p><p>ConnectWise knowledge base article 100</p>",
      links: [],
    });
  });

  it("keeps simple tags and nothing that runs or leads astray", () => {
    const { body } = transform({
      issue:
        '<b onclick="x()">Bold</b><script>alert(1)</script><a href="javascript:x()">a</a><iframe src="//x"></iframe>',
      resolution: '<a href="https://docs.example/x?a=1&b=2">manual</a> <a href="cutover:ticket/1">forged</a>',
    });
    expect(body).toContain("<b>Bold</b>");
    expect(body).toContain('<a href="https://docs.example/x?a=1&amp;b=2">manual</a>');
    expect(body).not.toMatch(/script|onclick|iframe|cutover:/);
  });

  it("shows markup-like plain text as it was written", () => {
    expect(transform({ resolution: "if a < b && c > d then <reboot>" }).body).toContain(
      "<p>if a &lt; b &amp;&amp; c &gt; d then &lt;reboot&gt;</p>",
    );
  });

  it("links to articles and tickets that were moved, and to no other", () => {
    const resolution =
      "See KB 101, kb #102, ticket #2001; <a href='https://na.example/x?service_recid=2002'>old</a>";
    const { body, links } = transform({ resolution });
    expect(links.map(({ to }) => `${to.type} ${to.id}`).sort()).toEqual([
      "article 101",
      "article 102",
      "ticket 2001",
      "ticket 2002",
    ]);
    expect(body).toContain('<a href="cutover:article/101">KB 101</a>');
    expect(body).toContain('<a href="cutover:ticket/2002">old</a>');
    expect(withoutLinks(body)).toContain("See KB 101, kb #102, ticket #2001; old");
    expect(transform({ resolution }, () => false).links).toEqual([]);
    expect(mentionedTickets(anArticle({ resolution }))).toEqual(["2001", "2002"]);
  });

  it("names its files with their links, and says that they stayed", () => {
    const documents = [
      { name: "a <b>.pdf", link: "https://cw.example/7" },
      { name: "x", link: "javascript:1" },
    ];
    const { body, alterations } = transform({ documents });
    expect(body).toContain('<ul><li><a href="https://cw.example/7">a &lt;b&gt;.pdf</a></li><li>x</li></ul>');
    expect(alterations).toContainEqual(expect.objectContaining({ field: "documents", what: "replaced" }));
  });

  it("never lets a script through, whatever people wrote", () => {
    const hostile = fc.stringMatching(/^[<>a-z/"'= !()[\]#0-9:&;-]{0,120}$/);
    fc.assert(
      fc.property(hostile, hostile, (issue, resolution) => {
        const { body } = transform({ issue, resolution });
        expect(body).not.toMatch(/<(?:script|iframe|img|style|svg)\b/i);
        expect(body).not.toMatch(/<[^>]*\son\w+=/i);
        expect(body).not.toMatch(/href="javascript:/i);
      }),
      { numRuns: 300 },
    );
  });
});

describe("collections", () => {
  const categories = new Map([
    ["10", { id: "10", name: "Microsoft 365", subCategories: [{ id: "31", name: "Outlook" }] }],
  ]);

  it("are the sub-category within its category, else the category, else the board", () => {
    const sub = collectionOf(anArticle({ categoryId: "10", subCategoryId: "31", board: { id: "1" } }));
    expect(sub && transformCollection(sub, categories, aContext())).toMatchObject([
      { name: "Microsoft 365", source: { type: "articleCategory", id: "10" } },
      { name: "Outlook", parent: { type: "articleCategory", id: "10" } },
    ]);
    const board = collectionOf(anArticle({ board: { id: "1" } }));
    expect(board && transformCollection(board, categories, aContext())).toMatchObject([
      { name: "Help Desk" },
    ]);
    expect(collectionOf(anArticle())).toBeUndefined();
  });

  it("that the source lists no more are called by their id", () => {
    const [gone] = transformCollection({ type: "articleCategory", id: "77" }, categories, aContext());
    expect(gone).toMatchObject({ name: "category 77", description: "From ConnectWise, category 77" });
  });
});
