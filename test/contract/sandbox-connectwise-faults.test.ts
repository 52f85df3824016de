// Each kind of fault really happens on the wire, as an undici client meets it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TIMEOUT_BODY } from "../../sandbox/connectwise/cw-error.ts";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { ask, startSmall } from "./sandbox-connectwise-client.ts";

let cw: ConnectWiseSandbox;
beforeAll(async () => {
  cw = await startSmall({ closedFlagTimesOut: true });
});
afterEach(() => cw.faults.clear());
afterAll(() => cw.stop());

const tickets = () => ask(cw, "/service/tickets/count");

describe("faults", () => {
  it("reset: the connection is cut before an answer, and only so often", async () => {
    cw.faults.inject({ kind: "reset", path: "/service/tickets", times: 1 });
    await expect(tickets()).rejects.toThrow();
    expect((await tickets()).status).toBe(200);
  });

  it("lost-answer: the request is handled, its answer never arrives", async () => {
    cw.requests.reset();
    cw.faults.inject({ kind: "lost-answer", path: "/count$", times: 1 });
    await expect(tickets()).rejects.toThrow();
    expect(cw.requests.byPattern["GET /service/tickets/count"]).toBe(1);
    expect(cw.faults.hits["lost-answer"]).toBe(1);
    expect((await tickets()).status).toBe(200);
  });

  it("status: a 500 that is a timeout in disguise", async () => {
    cw.faults.inject({ kind: "status", status: 500, body: TIMEOUT_BODY });
    expect(await tickets()).toMatchObject({
      status: 500,
      body: { code: "Exception", message: expect.stringContaining("Timeout") },
    });
  });

  it("status: a 429 with Retry-After, for one path alone", async () => {
    cw.faults.inject({ kind: "status", status: 429, path: "/notes", headers: { "Retry-After": "7" } });
    expect((await ask(cw, "/service/tickets/10001/notes")).headers["retry-after"]).toBe("7");
    expect((await tickets()).status).toBe(200);
  });

  it("latency: the answer comes, but late", async () => {
    cw.faults.inject({ kind: "latency", latencyMs: 120 });
    const started = performance.now();
    expect((await tickets()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(110);
  });

  it("stop at once when taken away, and hit their share of requests", async () => {
    const takeAway = cw.faults.inject({ kind: "status", status: 503, rate: 0.5 });
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await tickets()).status));
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(8);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(8);
    takeAway();
    expect((await tickets()).status).toBe(200);
  });

  it("closedFlag=False times out where the cloud's does, status ids don't", async () => {
    const status = async (conditions: string) =>
      (await ask(cw, "/service/tickets", { query: { conditions } })).status;
    expect(await status("closedFlag=False")).toBe(500);
    expect(await status("status/id in (100,101,102)")).toBe(200);
  });
});
