// What hangs on a ticket, and what changes on it, as the stand-in serves it.
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { ask, headersFor, list, startSmall } from "./sandbox-connectwise-client.ts";

let cw: ConnectWiseSandbox;
beforeAll(async () => {
  cw = await startSmall({ clock: () => new Date("2026-11-20T18:00:00Z") });
});
afterAll(() => cw.stop());

const download = async (id: number | undefined, accept: string) => {
  const url = `${cw.url}/v2026_4/apis/3.0/system/documents/${id}/download`;
  const { statusCode, body } = await request(url, { headers: { ...headersFor(cw), accept } });
  return { status: statusCode, bytes: Buffer.from(await body.arrayBuffer()) };
};

describe("notes", () => {
  it("of a merge parent include the merged ticket's in /allNotes, not in /notes", async () => {
    const { mergeParent, mergedTicket } = cw.tenant.odd;
    const own = await list(cw, `/service/tickets/${mergeParent}/notes`, { pageSize: 1000 });
    const all = await list(cw, `/service/tickets/${mergeParent}/allNotes`, { pageSize: 1000 });
    const merged = all.filter((note) => note.mergedFlag === true);
    expect(merged.every((note) => (note.ticket as { id: number }).id === mergedTicket)).toBe(true);
    expect(merged.length).toBeGreaterThan(0);
    expect(own.every((note) => note.ticketId === mergeParent)).toBe(true);
  });

  it("keep control characters and broken surrogates on their way", async () => {
    const [nul] = await list(cw, `/service/tickets/${cw.tenant.odd.nul}/notes`);
    const [broken] = await list(cw, `/service/tickets/${cw.tenant.odd.brokenSurrogate}/notes`);
    expect(nul?.text).toContain("\u0000");
    expect(String(broken?.text).isWellFormed()).toBe(false);
  });

  it("of a ticket that isn't there answer 404", async () => {
    expect(await ask(cw, "/service/tickets/999999/notes")).toMatchObject({
      status: 404,
      body: { code: "NotFound" },
    });
  });
});

describe("documents", () => {
  it("arrive whole as octets and spoiled as JSON", async () => {
    const document = cw.tenant.documents.find(({ info, lost }) => info.imageFlag && !lost)?.info;
    const [octets, json] = await Promise.all([
      download(document?.id, "application/octet-stream"),
      download(document?.id, "application/json"),
    ]);
    expect(octets.bytes.equals(cw.tenant.bytesOf(document?.id ?? 0))).toBe(true);
    expect(json.bytes.equals(octets.bytes)).toBe(false);
  });

  it("can be lost, although their metadata answers", async () => {
    const lost = cw.tenant.documents.find((document) => document.lost)?.info;
    expect((await ask(cw, `/system/documents/${lost?.id}`)).status).toBe(200);
    expect((await download(lost?.id, "application/octet-stream")).status).toBe(404);
  });

  it("can be bigger than ten megabytes", async () => {
    const big = cw.tenant.documents.find(({ info }) => info.size > 10 * 1024 * 1024)?.info;
    expect((await download(big?.id, "application/octet-stream")).bytes.length).toBe(big?.size);
  });

  it("aren't listed without saying whose", async () => {
    expect((await ask(cw, "/system/documents")).status).toBe(400);
  });
});

describe("the SLA minutes of an open ticket", () => {
  it("are stale in the list and counted when asked alone", async () => {
    const open = cw.tenant.tickets.find((ticket) => !ticket.closedFlag);
    const [listed] = await list(cw, "/service/tickets", { conditions: `id=${open?.id}` });
    const { body } = await ask(cw, `/service/tickets/${open?.id}`);
    expect(listed?.resolveMinutes).toBe(0);
    expect((body as { resolveMinutes: number }).resolveMinutes).toBeGreaterThan(0);
  });
});

describe("people at work during a drill", () => {
  it("move lastUpdated, so that a delta finds what they touched and nothing else", async () => {
    const conditions = "lastUpdated > [2026-11-20T17:00:00Z]";
    expect(await list(cw, "/service/tickets", { conditions })).toEqual([]);
    cw.tenant.addNote(10_004, { text: "One more thing" });
    const fresh = cw.tenant.addTicket({ summary: "Brand new" });
    expect((await list(cw, "/service/tickets", { conditions, fields: "id" })).map((t) => t.id)).toEqual([
      10_004,
      fresh.id,
    ]);
    expect((await list(cw, "/service/tickets/10004/notes", { pageSize: 1000 })).at(-1)?.text).toBe(
      "One more thing",
    );
  });

  it("delete a ticket: the count differs and the id answers 404", async () => {
    const before = cw.tenant.tickets.length;
    cw.tenant.deleteTicket(10_009);
    expect((await ask(cw, "/service/tickets/count")).body).toEqual({ count: before - 1 });
    expect((await ask(cw, "/service/tickets/10009")).status).toBe(404);
  });
});
