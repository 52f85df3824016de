// Files, inline images and the knowledge base, as they come over ConnectWise's API and into the blob store.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFolderBlobs } from "../../src/engine/blobs/folder-blobs.ts";
import type { BlobStore } from "../../src/engine/blobs/port.ts";
import type { SourceDocument } from "../../src/engine/model/source/source.ts";
import { type Drill, MIGRATION, startDrill } from "../support/connectwise-drill.ts";

const drills: Drill[] = [];
let directory: string;
let blobs: BlobStore;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-files-"));
  blobs = openFolderBlobs(directory);
});
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
  await rm(directory, { recursive: true, force: true });
});

async function drill(options: Parameters<typeof startDrill>[0] = {}): Promise<Drill> {
  const made = await startDrill({ tickets: 120, ...options });
  drills.push(made);
  return made;
}

const documentsOf = ({ staging }: Drill, ticketId: number | undefined): readonly SourceDocument[] =>
  staging.all(MIGRATION, "documents").find(({ id }) => id === String(ticketId))?.documents ?? [];

describe("the files of tickets", () => {
  it("come whole, byte for byte, for every ticket that has any", async () => {
    const one = await drill();
    await one.extract({ blobs });
    const { tenant } = one.sandbox;
    const wanted = tenant.documents.filter(({ recordType }) => /Ticket$/.test(recordType));
    const staged = one.staging.all(MIGRATION, "documents").flatMap(({ documents }) => documents);
    expect(staged.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
      wanted.map(({ info }) => info.id),
    );
    for (const { id, file } of staged) {
      if (!file) continue;
      expect(file.size).toBe(tenant.bytesOf(Number(id)).length);
      if (file.size < 100_000) expect(await blobs.read(file.digest)).toEqual(tenant.bytesOf(Number(id)));
    }
    expect(staged.filter(({ file }) => file).length).toBeGreaterThan(20);
  });

  it("cost one request a ticket for the list, and one a file", async () => {
    const one = await drill();
    await one.extract({ blobs });
    const { byPattern } = one.sandbox.requests;
    expect(byPattern["GET /system/documents"]).toBe(one.staging.all(MIGRATION, "ticket").length + 8);
    const files = one.sandbox.tenant.documents.filter(
      ({ recordType, info }) => /Ticket$/.test(recordType) && !info.linkFlag,
    );
    expect(byPattern["GET /system/documents/{id}/download"]).toBe(files.length);
  });

  it("are told from links, and a lost one is an exception that takes nothing else along", async () => {
    const one = await drill();
    await one.extract({ blobs });
    const { odd } = one.sandbox.tenant;
    expect(documentsOf(one, odd.safeLinks)).toContainEqual(
      expect.objectContaining({ name: "Manual", url: "https://files.example/manual?id=42" }),
    );
    const lost = documentsOf(one, odd.mixedLines).find(({ missing }) => missing);
    expect(lost).toMatchObject({ missing: { code: "not_found" } });
    expect(lost?.link).toMatch(/\/v4_6_release\/apis\/3\.0\/system\/documents\/\d+\/download$/);
    expect(one.exceptions).toEqual([
      expect.objectContaining({ source: { type: "document", id: lost?.id }, code: "file_unreachable" }),
    ]);
    expect(documentsOf(one, odd.bigDocument).find(({ name }) => name === "trace.zip")?.file?.size).toBe(
      11 * 1024 * 1024,
    );
  });

  it("hold an inline image under its guid, also where it is no document", async () => {
    const one = await drill();
    const { tenant } = one.sandbox;
    await one.extract({ blobs });
    const found = documentsOf(one, tenant.odd.inlineImage).find(({ name }) => name === "image001.png");
    expect(found).toMatchObject({ guid: expect.any(String), file: { contentType: "image/png" } });

    const other = await drill();
    const hidden = other.sandbox.tenant.documents.findIndex(({ info }) => info.fileName === "image001.png");
    const document = other.sandbox.tenant.documents[hidden];
    if (!document) throw new Error("The tenant has no inline image.");
    // On no ticket any more, yet the address in the text still answers.
    other.sandbox.tenant.documents[hidden] = { ...document, recordId: 999_999 };
    await other.extract({ blobs });
    const [alone] = documentsOf(other, tenant.odd.inlineImage).filter(({ id }) => id.startsWith("inline:"));
    expect(alone).toMatchObject({
      name: expect.stringMatching(/^image-[0-9a-f]{8}\.png$/),
      file: found?.file,
    });
  });

  it("are the same in spite of faults, and not downloaded again by a later pass", async () => {
    const calm = await drill({ tickets: 60 });
    await calm.extract({ blobs });
    const rough = await drill({ tickets: 60 });
    rough.sandbox.faults.inject({ kind: "reset", rate: 0.08 });
    rough.sandbox.faults.inject({ kind: "lost-answer", rate: 0.05 });
    await rough.extract({ blobs });
    expect(rough.staging.hashes(MIGRATION)).toEqual(calm.staging.hashes(MIGRATION));

    const downloads = () => calm.sandbox.requests.byPattern["GET /system/documents/{id}/download"] ?? 0;
    const lists = () => calm.sandbox.requests.byPattern["GET /system/documents"] ?? 0;
    const [filesBefore, listsBefore] = [downloads(), lists()];
    const { changed } = await calm.extract({ blobs });
    expect(changed.documents).toBe(0);
    // Only what could not be had the first time is tried again.
    expect(downloads() - filesBefore).toBeLessThanOrEqual(1);
    expect(lists() - listsBefore).toBeLessThan(listsBefore);
  });

  it("wait for the right to read them: one exception, and all of them once it is given", async () => {
    const one = await drill({ tickets: 40, rights: { "Manage Documents": "None" } });
    await one.extract({ blobs });
    expect(one.exceptions.filter(({ source }) => source.id.includes("attachments"))).toEqual([
      expect.objectContaining({ source: { type: "ticket", id: "*/attachments" }, code: "source_unreadable" }),
    ]);
    expect(one.staging.all(MIGRATION, "notes").length).toBeGreaterThan(30);
    const allowed = await drill({ tickets: 40 });
    await one.extract({ blobs, source: allowed.source() });
    expect(one.staging.all(MIGRATION, "documents")).toHaveLength(one.staging.all(MIGRATION, "ticket").length);
  });
});

describe("the knowledge base", () => {
  it("comes with categories and the names of what hangs on its articles", async () => {
    const one = await drill({ tickets: 40 });
    await one.extract();
    const { tenant } = one.sandbox;
    const articles = one.staging.all(MIGRATION, "article");
    expect(articles.map(({ title }) => title)).toEqual(tenant.articles.map((article) => article.title));
    expect(articles[1]).toMatchObject({ categoryId: "10", subCategoryId: "31", board: { id: "3" } });
    expect(articles.filter(({ documents }) => documents.length > 0)).toHaveLength(3);
    expect(one.staging.all(MIGRATION, "articleCategory")[0]).toMatchObject({
      name: "Microsoft 365",
      subCategories: [{ id: "31", name: "Outlook" }],
    });
  });
});
