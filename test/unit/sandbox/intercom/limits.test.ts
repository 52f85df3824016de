// The stand-in's gate: tokens, versions, the quota of an app and a workspace, the throttle of a conversation.
import { afterEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

describe("the gate", () => {
  let caller: SandboxCaller;
  let now = 1_700_000_003_000;
  afterEach(() => caller.sandbox.stop());
  const start = async (options: object) => {
    now = 1_700_000_003_000;
    caller = await startCaller({ now: () => now, ...options });
  };
  const remaining = async () => (await caller.call("GET", "/teams")).headers.get("x-ratelimit-remaining");

  it("counts requests in aligned windows, says what is left, and refuses beyond", async () => {
    await start({ ratePerWindow: 2 });
    const first = await caller.call("GET", "/teams");
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "x-ratelimit-limit": "2",
      "x-ratelimit-remaining": "1",
      "x-ratelimit-reset": "1700000010",
    });
    expect((await caller.call("GET", "/teams")).headers.get("x-ratelimit-remaining")).toBe("0");
    const refused = await caller.call("GET", "/teams");
    expect([refused.status, refused.body.errors[0].code]).toEqual([429, "rate_limit_exceeded"]);
    expect(refused.headers.get("x-ratelimit-reset")).toBe("1700000010");
    expect(caller.sandbox.rateLimited).toBe(1);
    now = 1_700_000_010_000;
    expect((await caller.call("GET", "/teams")).status).toBe(200);
    expect(caller.sandbox.windowUtilisation()).toMatchObject({
      windows: 2,
      max: 1,
      byWindow: [
        { served: 2, refused: 1 },
        { served: 1, refused: 0 },
      ],
    });
  });

  it("shares the workspace's quota with the customer's other apps", async () => {
    await start({ ratePerWindow: 100, workspaceRatePerWindow: 100 });
    caller.sandbox.addOtherAppTraffic(0.9);
    expect(await remaining()).toBe("9");
    caller.sandbox.consume(9);
    expect((await caller.call("GET", "/teams")).status).toBe(429);
    now += 10_000;
    expect(await remaining()).toBe("9");
  });

  it("refuses one reply too many to one conversation, and only to that one", async () => {
    await start({ conversationThrottle: { replies: 2, perMs: 15_000 } });
    const contact = await caller.contact();
    const busy = await caller.conversation(contact);
    const quiet = await caller.conversation(contact);
    const reply = (id: string) =>
      caller.call("POST", `/conversations/${id}/reply`, {
        message_type: "note",
        type: "admin",
        admin_id: "9001",
        body: "x",
      });
    expect([(await reply(busy)).status, (await reply(busy)).status]).toEqual([200, 200]);
    const refused = await reply(busy);
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].message).toBe("Too many recent replies to this conversation");
    expect((await reply(quiet)).status).toBe(200);
    now += 15_000;
    expect((await reply(busy)).status).toBe(200);
    expect(caller.sandbox.throttled).toBe(1);
  });

  it("refuses missing and wrong tokens, unknown versions, and what is no JSON", async () => {
    await start({});
    const code = async (headers: Record<string, string>, body?: object) => {
      const reply = await caller.call(body ? "POST" : "GET", body ? "/contacts" : "/me", body, headers);
      return [reply.status, reply.body.errors[0].code, typeof reply.body.request_id];
    };
    expect(await code({ authorization: "Bearer other" })).toEqual([401, "unauthorized", "string"]);
    expect(await code({ "intercom-version": "9.9" })).toEqual([400, "intercom_version_invalid", "string"]);
    expect(await code({ "content-type": "text/plain" }, { role: "lead" })).toEqual([
      415,
      "media_type_not_acceptable",
      "string",
    ]);
    const bare = await fetch(`${caller.sandbox.url}/me`);
    expect([bare.status, (await bare.json()).errors[0].code]).toEqual([401, "token_not_found"]);
  });

  it("applies a write whose answer is lost", async () => {
    await start({});
    caller.sandbox.faults.inject({ kind: "lost-answer", method: "POST", path: "^/contacts$", times: 1 });
    await expect(caller.call("POST", "/contacts", { email: "kim@client.example" })).rejects.toThrow();
    const again = await caller.call("POST", "/contacts", { email: "kim@client.example" });
    expect(again.status).toBe(409);
  });

  it("lets other processes look at it, break it and make teams as a person would", async () => {
    await start({});
    const control = async (method: string, path: string, body?: object) =>
      (
        await fetch(`${caller.sandbox.url}/_sandbox${path}`, {
          method,
          ...(body && { body: JSON.stringify(body) }),
        })
      ).json();
    await control("POST", "/teams", { name: "Projects" });
    expect((await caller.call("GET", "/teams")).body.teams).toMatchObject([
      { type: "team", name: "Projects" },
    ]);
    await control("POST", "/faults", { kind: "status", status: 503, times: 1 });
    expect((await caller.call("GET", "/teams")).status).toBe(503);
    expect(await control("GET", "/state")).toMatchObject({
      counts: { teams: 1 },
      stateHash: caller.sandbox.stateHash(),
      byRoute: { "GET /teams": 1 },
    });
  });
});
