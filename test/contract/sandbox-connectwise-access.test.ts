// Who may ask what, how often, and where: credentials, codebase, rights, boards, rate, read only.
import { afterEach, describe, expect, it } from "vitest";
import type { ConnectWiseOptions, ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { ask, list, startSmall } from "./sandbox-connectwise-client.ts";

let started: ConnectWiseSandbox[] = [];
const start = async (options: Partial<ConnectWiseOptions> = {}) => {
  const cw = await startSmall(options);
  started.push(cw);
  return cw;
};
afterEach(async () => {
  await Promise.all(started.map((cw) => cw.stop()));
  started = [];
});

describe("discovery", () => {
  it("tells the codebase of a company to anybody, and null for an unknown one", async () => {
    const cw = await start();
    const info = async (company: string) => (await fetch(`${cw.url}/login/companyinfo/${company}`)).json();
    expect(await info(cw.credentials.company)).toMatchObject({ Codebase: "v2026_4/", IsCloud: true });
    expect(await info("nobody")).toBeNull();
  });

  it("answers below its codebase and below v4_6_release, and 404 below another or none", async () => {
    const cw = await start();
    const status = async (codebase: string) => (await ask(cw, "/system/info", { codebase })).status;
    expect(await Promise.all(["v2026_4", "v4_6_release", "v2025_1"].map(status))).toEqual([200, 200, 404]);
    expect((await fetch(`${cw.url}/apis/3.0/system/info`)).status).toBe(404);
  });

  it("moves: the old codebase answers 404 until one asks again", async () => {
    const cw = await start();
    cw.moveCodebase("v2026_5");
    expect((await ask(cw, "/system/info")).status).toBe(404);
    const info = (await (await fetch(`${cw.url}/login/companyinfo/${cw.credentials.company}`)).json()) as {
      Codebase: string;
    };
    expect((await ask(cw, "/system/info", { codebase: info.Codebase.replace("/", "") })).status).toBe(200);
  });
});

describe("credentials", () => {
  it("that are wrong, or a missing clientId, answer 401", async () => {
    const cw = await start();
    expect(await ask(cw, "/system/info", { headers: { authorization: "Basic eDp5" } })).toMatchObject({
      status: 401,
      body: { code: "Unauthorized" },
    });
    expect((await ask(cw, "/system/info", { headers: { clientId: "" } })).status).toBe(401);
  });

  it("that are wrong can answer 404, as in the cloud", async () => {
    const cw = await start({ wrongCredentials: 404 });
    expect((await ask(cw, "/system/info", { headers: { authorization: "Basic eDp5" } })).status).toBe(404);
  });
});

describe("rights", () => {
  it("are told per function, refuse with None, and shrink lists silently with My", async () => {
    const cw = await start({ rights: { Agreements: "None", Contacts: "My" } });
    const rows = await list(cw, "/system/mySecurity");
    const level = (name: string) => rows.find((row) => row.moduleFunctionName === name)?.inquireLevel;
    expect([level("Agreements"), level("Contacts"), level("Service Tickets")]).toEqual(["None", "My", "All"]);
    expect(await ask(cw, "/finance/agreements")).toMatchObject({
      status: 403,
      body: { code: "SecurityError" },
    });
    const { body } = await ask(cw, "/company/contacts/count");
    const arrived = await list(cw, "/company/contacts", { pageSize: 1000 });
    expect((body as { count: number }).count).toBeGreaterThan(arrived.length);
  });

  it("can lack one board: 403 by name or alone, missing from lists, still counted", async () => {
    const cw = await start({ forbiddenBoards: ["Sales"] });
    const ticket = cw.tenant.tickets.find((t) => t.board.name === "Sales");
    for (const path of [`/service/tickets/${ticket?.id}`, `/service/tickets/${ticket?.id}/notes`]) {
      expect((await ask(cw, path)).status).toBe(403);
    }
    expect((await ask(cw, "/service/tickets", { query: { conditions: 'board/name="Sales"' } })).status).toBe(
      403,
    );
    const seen = await list(cw, "/service/tickets", { pageSize: 1000 });
    expect(seen.some((one) => one.id === ticket?.id)).toBe(false);
    expect((await ask(cw, "/service/tickets/count")).body).toEqual({ count: cw.tenant.tickets.length });
  });
});

describe("the rate limit", () => {
  it("answers 429 in its own shape with Retry-After once a minute's requests are used", async () => {
    const cw = await start({ ratePerMinute: 3 });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await ask(cw, "/system/info")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const { body, headers } = await ask(cw, "/system/info");
    expect(body).toEqual({ error: "ConnectWiseAPI", message: expect.stringContaining("quota") });
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(headers["retry-after"])).toBeLessThanOrEqual(60);
  });
});

describe("counting", () => {
  it("knows what was asked, how it was answered, and that nothing was written", async () => {
    const cw = await start();
    await list(cw, "/service/tickets/10001/notes");
    await list(cw, "/service/tickets/10002/notes");
    expect(cw.requests.byPattern).toEqual({ "GET /service/tickets/{id}/notes": 2 });
    expect([cw.requests.total, cw.requests.writes]).toEqual([2, 0]);
    expect((await ask(cw, "/service/tickets", { method: "POST", json: {} })).status).toBe(405);
    expect(cw.requests.writes).toBe(1);
    expect(cw.requests.byStatus).toEqual({ 200: 2, 405: 1 });
  });
});
