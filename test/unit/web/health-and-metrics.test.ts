// What an operator's machines ask: whether Cutover can work, and what it is doing.

import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { Secret } from "../../../src/engine/model/secret.ts";
import { addHealth } from "../../../src/web/add-health.ts";
import { makeWebApp } from "../../../src/web/app.ts";
import { makeMetrics } from "../../../src/web/metrics.ts";
import { createFakeEngine } from "../../support/fake-engine.ts";
import { aRun } from "../bot/cards/read-models.ts";
import { startWeb, type WebOverHttp } from "./web-over-http.ts";

const opened: WebOverHttp[] = [];
async function open(...options: Parameters<typeof startWeb>): Promise<WebOverHttp> {
  const web = await startWeb(...options);
  opened.push(web);
  return web;
}
afterEach(async () => {
  for (const web of opened.splice(0)) await web.close();
});

const TOKEN = "metrics-0123456789";
const away = () => Promise.reject(new Error("connect ECONNREFUSED db.internal:5432"));

describe("/health", () => {
  it("is well when the database answers", async () => {
    const web = await open();
    const answer = await web.get("/health");
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
  });

  it("is unavailable, with a sentence and no details, when the database is away", async () => {
    const web = await open({ engine: { activeRuns: away } });
    const answer = await web.get("/health");
    expect(answer.status).toBe(503);
    const text = await answer.text();
    expect(text).toContain("its database does not answer");
    expect(text).not.toContain("db.internal");
    expect(web.errors).toHaveLength(1);
  });

  it("does not wait for ever for a database that hangs", async () => {
    const app = new Hono();
    const errors: unknown[] = [];
    const engine = { activeRuns: () => new Promise<never>(() => undefined) };
    addHealth(app, engine, { onError: (error) => errors.push(error), patienceMs: 20 });
    expect((await app.request("/health")).status).toBe(503);
    expect(errors).toHaveLength(1);
  });
});

describe("an address that is nobody's", () => {
  it.each(["/", "/connect", "/connect/a/b", "/wp-login.php"])(
    "%s is not found, in a sentence",
    async (path) => {
      const web = await open();
      const answer = await web.get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("Check the address");
    },
  );
});

describe("/metrics", () => {
  it("is told to this machine", async () => {
    const web = await open({ engine: { activeRuns: async () => [aRun()] } });
    const answer = await web.get("/metrics");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(await answer.text()).toContain('cutover_active_runs{state="running"} 1');
  });

  it.each(["forwarded", "x-forwarded-for", "x-real-ip", "via"])(
    "is not told to whoever a proxy of this machine speaks for (%s)",
    async (header) => {
      const web = await open({ metricsToken: new Secret(TOKEN) });
      expect((await web.get("/metrics", { [header]: "203.0.113.9" })).status).toBe(401);
      const known = { [header]: "203.0.113.9", authorization: `Bearer ${TOKEN}` };
      expect((await web.get("/metrics", known)).status).toBe(200);
    },
  );

  it("is told to nobody else without the token, and to nobody by a token when none is set", async () => {
    const ask = (metricsToken: Secret | undefined, authorization?: string) =>
      makeWebApp({
        engine: createFakeEngine(),
        publicUrl: "https://cutover.example.com",
        onError: () => undefined,
        ...(metricsToken ? { metricsToken } : {}),
      }).request("/metrics", authorization ? { headers: { authorization } } : {});
    const token = new Secret(TOKEN);
    expect((await ask(token)).status).toBe(401);
    expect((await ask(token, "Bearer metrics-012345678")).status).toBe(401);
    expect((await ask(token, `Basic ${TOKEN}`)).status).toBe(401);
    expect((await ask(token, `Bearer ${TOKEN}`)).status).toBe(200);
    expect((await ask(undefined, "Bearer undefined")).status).toBe(401);
  });

  it("adds up what active runs have done, in Prometheus's text, and names no customer", async () => {
    const progress = { phases: { contacts: { done: 7, total: 9 } }, writes: 20, exceptions: 2, rate: 1.5 };
    const runs = [
      aRun({
        id: "a",
        state: "running",
        progress: { ...progress, waiting: { code: "waits_for_quota", args: { seconds: 6 } } },
      }),
      aRun({ id: "b", state: "queued", progress }),
    ];
    const metrics = makeMetrics();
    await metrics.describe([aRun({ state: "running", progress })]);
    // What was told before is told no more.
    const text = await metrics.describe(runs);
    for (const line of [
      'cutover_active_runs{state="queued"} 1',
      'cutover_active_runs{state="running"} 1',
      "cutover_active_runs_waiting 1",
      "cutover_active_run_writes 40",
      "cutover_active_run_exceptions 4",
      'cutover_active_run_records_done{phase="contacts"} 14',
      "cutover_active_run_requests_per_second 3",
    ])
      expect(text.split("\n")).toContain(line);
    for (const name of [
      ...["process_resident_memory_bytes", "process_uptime_seconds", "process_cpu_seconds_total"],
      ...["nodejs_heap_size_used_bytes", "nodejs_external_memory_bytes", "nodejs_eventloop_lag_p99_seconds"],
    ])
      expect(text).toMatch(new RegExp(`^${name} [\\d.e-]+$`, "m"));
    const sample = /^[a-z_0-9]+(\{[a-z]+="[\w.]+"(,[a-z]+="[\w.]+")*\})? (Nan|[\d.e-]+)$/;
    const comment = /^# (HELP|TYPE) [a-z_0-9]+ .+$/;
    const odd = text.split("\n").filter((line) => line !== "" && !sample.test(line) && !comment.test(line));
    expect(odd).toEqual([]);
    expect(text.endsWith("\n")).toBe(true);
  });
});
