// A whole demo, from hello to the rollback: each request that either workspace got, held against Intercom's description.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playDemo } from "../../sandbox/demo/play-demo.ts";
import type { RecordedRequest } from "../../sandbox/intercom/counters.ts";
import { intercomSpecExists, makeIntercomRequestValidator } from "../support/intercom-spec-validator.ts";
import { type RunningCutover, smallWorld, startCutover } from "../support/start-cutover.ts";

/** What a sample, a full run, a delta, a certificate and a rollback with files and a knowledge base ask for. */
const EVERY_ROUTE = [
  "POST /conversations/attributes",
  "POST /data_attributes",
  "POST /companies",
  "POST /contacts",
  "POST /contacts/:id/companies",
  "POST /conversations",
  "POST /conversations/:id/reply",
  "PUT /conversations/:id",
  "POST /conversations/:id/parts",
  "POST /help_center/collections",
  "POST /articles",
  "PUT /articles/:id",
  "GET /conversations/:id",
  "DELETE /conversations/:id",
  "DELETE /contacts/:id",
  "DELETE /companies/:id",
  "DELETE /articles/:id",
  "DELETE /help_center/collections/:id",
  "DELETE /conversations/attributes/:id",
  "PUT /data_attributes/:id",
] as const;

describe.skipIf(!intercomSpecExists)("every request of a demo", () => {
  let cutover: RunningCutover;
  const said: string[] = [];
  beforeAll(async () => {
    cutover = await startCutover({
      sandbox: {
        ...smallWorld,
        tenant: { companies: 5, contacts: 14, tickets: 24 },
        intercom: { ...smallWorld.intercom, recordRequests: true },
      },
      emptyForm: true,
    });
    await playDemo(cutover.sandbox, (line) => said.push(line));
  }, 300_000);
  afterAll(() => cutover.stop());

  const workspaces = () => [cutover.sandbox.staging, cutover.sandbox.production] as const;
  const recorded = (): RecordedRequest[] => workspaces().flatMap((one) => [...one.recorded]);

  const replies = () =>
    recorded().flatMap(({ pattern, body }) =>
      pattern === "/conversations/:id/reply" ? [body as Readonly<Record<string, unknown>>] : [],
    );

  it("belongs to a demo that kept its promises", () => {
    // How long it takes is the demo's own promise, and none of a machine that runs a whole suite.
    const checks = said.filter((line) => /^(held {2}|FAILED)/.test(line) && !line.includes("two minutes"));
    expect(checks.length).toBeGreaterThan(8);
    expect(checks.filter((line) => line.startsWith("FAILED"))).toEqual([]);
  });

  it("is recorded, and the demo does all that a migration does", () => {
    for (const workspace of workspaces()) {
      const requests = Object.values(workspace.byRoute).reduce((sum, count) => sum + count, 0);
      expect(workspace.recorded).toHaveLength(requests);
    }
    const routes = new Set(recorded().map(({ method, pattern }) => `${method} ${pattern}`));
    for (const route of EVERY_ROUTE) expect(routes).toContain(route);
    expect(replies().some(({ attachment_files }) => attachment_files !== undefined)).toBe(true);
  });

  it("is one that the description knows: path, query, version, and a body without a property too many", () => {
    const validator = makeIntercomRequestValidator();
    expect(recorded().flatMap((request) => validator.checkRequest(request))).toEqual([]);
  });

  it("would have been refused with one property more, or to another path", () => {
    const validator = makeIntercomRequestValidator();
    const written = recorded().filter(({ body }) => body !== null);
    expect(written.length).toBeGreaterThan(500);
    const passed = written.filter(
      (request) =>
        validator.checkRequest({ ...request, body: { ...(request.body as object), surprise: 1 } }).length ===
        0,
    );
    expect(passed).toEqual([]);
    expect(validator.checkRequest({ method: "GET", path: "/nowhere", version: "2.16" })).not.toEqual([]);
    expect(validator.checkRequest({ method: "GET", path: "/me", version: "2.14" })).not.toEqual([]);
  });

  it("is silent: each reply of an admin says so, nothing sends, and no customer was notified", () => {
    const ofAdmins = replies().filter(({ type }) => type === "admin");
    expect(ofAdmins.length).toBeGreaterThan(50);
    expect(ofAdmins.filter((reply) => reply.skip_notifications !== true)).toEqual([]);
    expect(recorded().filter(({ pattern }) => pattern === "/messages")).toEqual([]);
    expect(workspaces().map((one) => one.notificationsSent)).toEqual([0, 0]);
  });
});
