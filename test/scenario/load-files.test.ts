// Sixty tickets with files, and a knowledge base: loaded, proved, loaded again and taken back, answers lost on the way.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFolderBlobs } from "../../src/engine/blobs/folder-blobs.ts";
import type { BlobStore } from "../../src/engine/blobs/port.ts";
import type { SourceArticle, SourceDocument } from "../../src/engine/model/source/source.ts";
import { print } from "../support/in-words.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";

const GUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const TICKETS = 60;

let directory: string;
let blobs: BlobStore;
let drill: LoadDrill | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-load-files-"));
  blobs = openFolderBlobs(directory);
});
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
  await rm(directory, { recursive: true, force: true });
});

async function keep(name: string, content: string): Promise<Pick<SourceDocument, "name" | "file">> {
  const bytes = (async function* () {
    yield Buffer.from(content);
  })();
  const stored = await blobs.put(bytes, 1_000_000);
  return { name, file: { ...stored, contentType: "text/plain" } };
}

/** Every ticket has a file; every fifth fourteen of them, every seventh one that is lost, every ninth an image in its opening. */
async function documentsOf(at: number, opened: string): Promise<SourceDocument[]> {
  const id = (n: number) => String(50_000 + at * 100 + n);
  const facts = { public: at % 2 === 0, dateEntered: opened, enteredBy: "PRaman" };
  const link = (n: number) => `https://cw.example/documents/${id(n)}`;
  const made: SourceDocument[] = [];
  for (let n = 0; n < (at % 5 === 0 ? 14 : 1); n += 1) {
    made.push({
      id: id(n),
      link: link(n),
      ...facts,
      ...(await keep(`file ${at}-${n}.log`, `${at}/${n} `.repeat(50 + n))),
    });
  }
  if (at % 7 === 0) {
    const missing = { code: "not_found", reason: "gone" };
    made.push({ id: id(90), name: "lost.pdf", link: link(90), ...facts, missing });
  }
  if (at % 9 === 0) {
    made.push({
      id: id(91),
      link: link(91),
      ...facts,
      guid: GUID,
      ...(await keep(`shot-${at}.png`, `png ${at}`)),
    });
  }
  return made;
}

const ARTICLES: readonly SourceArticle[] = [
  {
    id: "100",
    title: "Set up the VPN",
    issue: "Needs <b>access</b> <script>alert(1)</script>",
    resolution: "See KB 101 and ticket #1003; ticket #999999 is gone.",
    categoryId: "10",
    subCategoryId: "31",
    documents: [{ name: "profile.ovpn", link: "https://cw.example/documents/7/download" }],
  },
  {
    id: "101",
    title: "Reset MFA",
    issue: "New phone",
    resolution: "Back to KB 100",
    categoryId: "10",
    documents: [],
  },
  {
    id: "102",
    title: "Spooler",
    issue: "Stuck",
    resolution: "net stop spooler\nnet start spooler",
    board: { id: "1" },
    documents: [],
  },
];

async function start(tickets = TICKETS): Promise<LoadDrill> {
  const made = await startLoadDrill({ tickets, blobs });
  drill = made;
  const at = new Date();
  const { bundles } = made.records;
  const image = `\n![shot](https://na.myconnectwise.net/v4_6_release/api/inlineimages/acme/${GUID})`;
  const documents = await Promise.all(
    bundles.map(async ({ ticket }, index) => ({
      id: ticket.id,
      documents: await documentsOf(index, ticket.dateEntered ?? ""),
    })),
  );
  const notes = bundles.map(({ ticket, notes: own }, index) => ({
    id: ticket.id,
    notes: own.map((note, n) =>
      n === 0 && index % 9 === 0 ? { ...note, text: `${note.text}${image}` } : note,
    ),
  }));
  await made.staging.putRecords(made.migrationId, "documents", documents, at);
  await made.staging.putRecords(made.migrationId, "notes", notes, at);
  const category = { id: "10", name: "Remote work", subCategories: [{ id: "31", name: "VPN" }] };
  await made.staging.putRecords(made.migrationId, "articleCategory", [category], at);
  await made.staging.putRecords(made.migrationId, "article", ARTICLES, at);
  return made;
}

const filesIn = ({ intercom }: LoadDrill) =>
  [...intercom.state.conversations.values()].flatMap(({ parts }) =>
    parts.flatMap(({ attachments }) => attachments.map(({ name, filesize }) => `${name} ${filesize}`)),
  );
/** 48 tickets have one file and 12 have fourteen; every ninth an image beside them. */
const FILES = 48 + 12 * 14 + Math.ceil(TICKETS / 9);

describe("a load with files and a knowledge base", () => {
  it("brings every file once, proves it, writes nothing the second time, and takes all of it back", async () => {
    const one = await start();
    const before = one.intercom.stateHash();
    await one.provision();
    expect(await one.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(filesIn(one)).toHaveLength(FILES);
    expect(new Set(filesIn(one)).size).toBe(FILES);
    const parts = [...one.intercom.state.conversations.values()].flatMap(
      (conversation) => conversation.parts,
    );
    expect(Math.max(...parts.map(({ attachments }) => attachments.length))).toBe(10);
    const certificate = await one.reconcile();
    expect(certificate.discrepancies).toEqual([]);
    expect(certificate.objects.article).toEqual({ expected: 3, found: 3, same: 3, discrepant: 0 });
    expect(certificate.objects.collection?.same).toBe(3);
    expect(one.intercom.notificationsSent).toBe(0);

    const written = one.writes();
    expect(await one.load({ runId: "run-2" })).toMatchObject({ kind: "done", writes: 0 });
    expect(one.writes()).toBe(written);

    const result = await one.rollback();
    expect(result.kept).toEqual([]);
    expect(result.deleted).toMatchObject({ conversation: TICKETS, article: 3, collection: 3 });
    expect(one.intercom.stateHash()).toBe(before);
  });

  it("ends the same when every tenth answer is lost and the server stumbles", async () => {
    const one = await start();
    await one.provision();
    one.intercom.faults.inject({ kind: "lost-answer", method: "POST", rate: 0.1 });
    one.intercom.faults.inject({ kind: "lost-answer", method: "PUT", rate: 0.1 });
    one.intercom.faults.inject({ kind: "status", status: 503, rate: 0.03 });
    expect(await one.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(one.intercom.faults.hits["lost-answer"]).toBeGreaterThan(20);
    expect(filesIn(one)).toHaveLength(FILES);
    expect(new Set(filesIn(one)).size).toBe(FILES);
    expect([...one.intercom.state.articles.values()].map(({ title }) => title).sort()).toEqual(
      ARTICLES.map(({ title }) => title).sort(),
    );
    expect(one.intercom.state.collections.size).toBe(3);
    expect((await one.reconcile()).discrepancies).toEqual([]);
  });

  it("brings a file that was added since, and one that was replaced as a note, by the next load", async () => {
    const one = await start(6);
    await one.provision();
    await one.load();
    const before = filesIn(one);
    const [first] = await one.staging.listIds(one.migrationId, "ticket", "1000", 1);
    const id = first ?? "";
    const own = (await one.staging.load(one.migrationId, "documents", [id])).get(id)?.documents ?? [];
    const [old] = own;
    if (!old) throw new Error("The ticket has no file.");
    const replaced = { ...old, ...(await keep(old.name, "another content")) };
    const late = {
      ...old,
      id: "99999",
      dateEntered: "2025-09-01T08:00:00Z",
      ...(await keep("late.txt", "late")),
    };
    const documents = [replaced, late];
    await one.staging.putRecords(one.migrationId, "documents", [{ id, documents }], new Date());
    expect(await one.load({ runId: "run-2" })).toMatchObject({ kind: "done", exceptions: 0 });
    const added = filesIn(one).filter((file) => !before.includes(file));
    expect(added.sort()).toEqual([`${old.name} 15`, "late.txt 4"].sort());
    const notes = [...one.intercom.state.conversations.values()].flatMap(({ parts }) =>
      parts.filter(({ body }) => body?.includes("Edited in ConnectWise")),
    );
    expect(notes.map(({ part_type, attachments }) => [part_type, attachments.length])).toEqual([["note", 1]]);
  });

  it("names a file that was taken away or replaced", async () => {
    const one = await start(12);
    await one.provision();
    await one.load();
    const parts = [...one.intercom.state.conversations.values()].flatMap(
      (conversation) => conversation.parts,
    );
    const [first, second] = parts.filter(({ attachments }) => attachments[0]?.name.startsWith("file "));
    if (!first || !second?.attachments[0]) throw new Error("No message has a file.");
    Object.assign(first, { attachments: [] });
    Object.assign(second, { attachments: [{ ...second.attachments[0], filesize: 1 }] });
    const { discrepancies } = await one.reconcile();
    expect(
      discrepancies.map(({ field, verdict }) => `${field.replace(/\d+(:files\d)?/, "N")} ${verdict}`).sort(),
    ).toEqual(["parts[files:N].attachments different", "parts[files:N].attachments missing"]);
  });
});

describe("articles", () => {
  it("are drafts of the fallback admin, sanitized, in collections that nest, linked to what was moved", async () => {
    const one = await start(6);
    await one.provision();
    await one.load();
    const { articles, collections, conversations } = one.intercom.state;
    const byTitle = new Map([...articles.values()].map((article) => [article.title, article]));
    const vpn = byTitle.get("Set up the VPN");
    const mfa = byTitle.get("Reset MFA");
    const ticket = [...conversations.values()].find(
      ({ custom_attributes }) => String(custom_attributes.Source_Ticket_ID__c) === "1003",
    );
    expect(vpn).toMatchObject({ state: "draft", author_id: 900 });
    expect(vpn?.body).not.toMatch(/script|alert|cutover:/);
    expect(vpn?.body).toContain("<b>access</b>");
    expect(vpn?.body).toContain(`<a href="https://help.example/articles/${mfa?.id}">KB 101</a>`);
    expect(vpn?.body).toMatch(
      new RegExp(
        `<a href="https://app\\.intercom\\.com/a/inbox/\\w+/inbox/conversation/${ticket?.id}">ticket #1003</a>`,
      ),
    );
    expect(vpn?.body).toContain("; ticket #999999 is gone.");
    expect(vpn?.body).toContain('<a href="https://cw.example/documents/7/download">profile.ovpn</a>');
    const sub = collections.get(vpn?.parent_id ?? "");
    expect(sub?.name).toBe("VPN");
    expect(collections.get(sub?.parent_id ?? "")?.name).toBe("Remote work");
    expect(collections.get(byTitle.get("Spooler")?.parent_id ?? "")?.name).toBe("Help Desk");
  });

  it("change with the source while they are drafts, and are people's once they are published", async () => {
    const one = await start(6);
    await one.provision();
    await one.load();
    const at = new Date();
    const changed = ARTICLES.map((article) => ({ ...article, title: `${article.title} (new)` }));
    const published = [...one.intercom.state.articles.values()].find(({ title }) => title === "Spooler");
    if (!published) throw new Error("The article is missing.");
    published.state = "published";
    await one.staging.putRecords(one.migrationId, "article", changed, at);
    expect(await one.load({ runId: "run-2" })).toMatchObject({ kind: "done", writes: 2, exceptions: 1 });
    expect([...one.intercom.state.articles.values()].map(({ title }) => title).sort()).toEqual([
      "Reset MFA (new)",
      "Set up the VPN (new)",
      "Spooler",
    ]);
    const result = await one.rollback();
    expect(print(result).kept.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["article", "People published it."],
      ["collection", "Something that is kept or that people made is in it."],
    ]);
    expect(one.intercom.state.articles.size).toBe(1);
    expect((await one.rollback({ force: true })).kept).toEqual([]);
    expect(one.intercom.state.collections.size).toBe(0);
  });

  it("stay behind where the map says so", async () => {
    const one = await start(6);
    one.map.policies.knowledgeBase = "skip";
    await one.provision();
    expect(await one.load()).toMatchObject({ kind: "done" });
    expect(one.intercom.state.articles.size + one.intercom.state.collections.size).toBe(0);
    expect((await one.reconcile()).objects.article).toBeUndefined();
  });
});
