// The one-time page over real HTTP: what it shows, what it takes, what it refuses, and what it never says again.
import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { AskError, RefusedError } from "../../../src/engine/errors.ts";
import type { Credentials } from "../../../src/engine/model/migration.ts";
import { listeningAddress } from "../../../src/web/server.ts";
import { prose } from "../../support/in-words.ts";
import { FORM, startWeb, type WebOverHttp } from "./web-over-http.ts";

const opened: WebOverHttp[] = [];
async function open(...options: Parameters<typeof startWeb>): Promise<WebOverHttp> {
  const web = await startWeb(...options);
  opened.push(web);
  return web;
}
afterEach(async () => {
  for (const web of opened.splice(0)) await web.close();
});

const refused = (code: string, message: string) => () =>
  Promise.reject(new RefusedError(prose({ code, message, remedy: "Ask Cutover in Slack for a new link." })));
const connected = {
  source: { title: "ConnectWise PSA, company <acme>" },
  production: { id: "w", name: "Harbor <b>", adminId: "1" },
};

/** Takes credentials and remembers them. */
function taking(): { readonly taken: Credentials[]; readonly engine: Partial<Engine> } {
  const taken: Credentials[] = [];
  return {
    taken,
    engine: {
      redeemCredentialLink: async (_token, credentials) => {
        taken.push(credentials);
        return connected;
      },
    },
  };
}

describe("the one-time page", () => {
  it("asks for both systems under the names of FILE, and hides what is secret", async () => {
    const web = await open();
    const answer = await web.get(web.page);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    const fields = [...page.matchAll(/<input [^>]*?name="([^"]+)" type="(\w+)"[^>]*>/g)];
    expect(fields.map(([, name]) => name)).toEqual(Object.keys(FORM));
    const hidden = fields.filter(([, , type]) => type === "password").map(([, name]) => name);
    expect(hidden).toEqual([
      "source.connectwise.privateKey",
      "destination.intercom.token",
      "staging.intercom.token",
    ]);
    const optional = fields.filter(([input]) => !input.includes("required")).map(([, name]) => name);
    expect(optional).toEqual(["staging.intercom.url", "staging.intercom.token"]);
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain("<script");
  });

  it("is kept by nobody, framed by nobody, and runs nothing", async () => {
    const web = await open();
    for (const path of [web.page, "/style.css", "/nowhere", "/health"]) {
      const { headers } = await web.get(path);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      const policy = headers.get("content-security-policy") ?? "";
      for (const rule of [
        "default-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe|script-src|\*/);
    }
  });

  it("insists on TLS for a year where it is reached by it", async () => {
    const plain = await open();
    expect((await plain.get(plain.page)).headers.get("strict-transport-security")).toBeNull();
    const safe = await open({ publicUrl: "https://cutover.example.com" });
    expect((await safe.get(safe.page)).headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  it.each(["http://cutover.example.com", "http://10.0.0.5:3000"])(
    "takes nothing at %s, where anybody can listen",
    async (publicUrl) => {
      const { taken, engine } = taking();
      const web = await open({ publicUrl, engine });
      for (const answer of [await web.get(web.page), await web.post(web.page, FORM)]) {
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain("not encrypted");
      }
      expect(taken).toEqual([]);
    },
  );

  it.each([
    { host: "evil.example.com" },
    { host: "10.0.0.5:3000" },
    { "x-forwarded-for": "203.0.113.9" },
    { forwarded: "for=203.0.113.9" },
  ])(
    "takes nothing on this machine's own address from somebody else, told by the connection: %j",
    async (headers) => {
      const { taken, engine } = taking();
      const web = await open({ engine });
      const body = new URLSearchParams({ ...FORM }).toString();
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const type = { "content-type": "application/x-www-form-urlencoded" };
        request(`${web.url}${web.page}`, { method: "POST", headers: { ...type, ...headers } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on("error", reject)
          .end(body);
      });
      expect(status).toBe(403);
      expect(taken).toEqual([]);
    },
  );

  it.each([
    ["http://127.0.0.1:3000", "127.0.0.1"],
    ["http://localhost:3000", "127.0.0.1"],
    ["http://[::1]:3000", "::1"],
    ["https://cutover.example.com", undefined],
    [undefined, undefined],
  ])("where people reach us at %s it listens at %s alone", (publicUrl, address) => {
    expect(listeningAddress(publicUrl)).toBe(address);
  });
});

describe("a form that is sent", () => {
  it("becomes credentials as they were typed, and says that nothing has been written", async () => {
    const { taken, engine } = taking();
    const web = await open({ engine });
    const answer = await web.post(web.page, FORM);
    expect(answer.status).toBe(200);
    expect(taken).toEqual([
      {
        source: {
          connectwise: {
            url: "https://api-na.myconnectwise.net",
            company: "acme",
            publicKey: "PUBLICKEY1",
            privateKey: "hush-private-key",
            clientId: "CLIENT-1",
          },
        },
        destination: { intercom: { url: "https://api.intercom.io", token: "hush-production-token" } },
        staging: { intercom: { url: "https://api.intercom.io", token: "hush-staging-token" } },
      },
    ]);
    const page = await answer.text();
    expect(page).toContain("Nothing has been written anywhere.");
    expect(page).toContain("Harbor &lt;b&gt;");
    expect(page).not.toContain("hush");
  });

  it("needs no staging workspace, but a whole one", async () => {
    const { taken, engine } = taking();
    const web = await open({ engine });
    const { "staging.intercom.url": _url, "staging.intercom.token": _token, ...without } = FORM;
    expect((await web.post(web.page, without)).status).toBe(200);
    expect(taken[0]).not.toHaveProperty("staging");
    const half = await web.post(web.page, { ...FORM, "staging.intercom.token": "" });
    expect(half.status).toBe(400);
    expect(await half.text()).toContain("needs both its address and its token, or neither");
    expect(taken).toHaveLength(1);
  });

  it("that lacks something is shown again with what was typed, its faults in sentences and no secret", async () => {
    const { taken, engine } = taking();
    const web = await open({ engine });
    const answer = await web.post(web.page, {
      ...FORM,
      "source.connectwise.url": 'javascript:alert("1")',
      "source.connectwise.company": " ",
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain("ConnectWise: Site must be an address that starts with https://.");
    expect(page).toContain("ConnectWise: Company id is empty.");
    expect(page).toContain('value="PUBLICKEY1"');
    expect(page).not.toContain("hush");
    expect(page).toContain("javascript:alert(&quot;1&quot;)");
    expect(taken).toEqual([]);
  });

  it("with keys that are refused says why, keeps the link, and shows no secret", async () => {
    let tries = 0;
    const web = await open({
      engine: {
        redeemCredentialLink: async () => {
          tries += 1;
          if (tries > 1) return connected;
          throw new AskError(
            prose({
              code: "unauthorized",
              message: "ConnectWise refused the keys.",
              remedy: "Check the public and the private key.",
            }),
          );
        },
      },
    });
    const first = await web.post(web.page, FORM);
    expect(first.status).toBe(422);
    const page = await first.text();
    expect(page).toContain("ConnectWise refused the keys.");
    expect(page).toContain("Check the public and the private key.");
    expect(page).not.toContain("hush");
    expect((await web.post(web.page, FORM)).status).toBe(200);
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["something that is no site", { origin: "garbage" }],
    ["a page that hides its origin", { origin: "null", "sec-fetch-site": "cross-site" }],
  ])("by %s is refused before anything is read", async (_, headers) => {
    const { taken, engine } = taking();
    const web = await open({ engine });
    const answer = await web.post(web.page, FORM, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("nothing was saved");
    expect(taken).toEqual([]);
  });

  it.each([
    ["its own origin", { origin: "http://127.0.0.1" }],
    ["none, as our own page does", { origin: "null", "sec-fetch-site": "same-origin" }],
  ])("with %s is taken", async (_, headers) => {
    const web = await open(taking());
    expect((await web.post(web.page, FORM, headers)).status).toBe(200);
  });

  it("over the limit is refused", async () => {
    const { taken, engine } = taking();
    const web = await open({ engine });
    const answer = await web.post(web.page, { ...FORM, more: "x".repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("nothing was saved");
    expect(taken).toEqual([]);
  });

  it("that is no form at all is told what it lacks", async () => {
    const web = await open(taking());
    const answer = await fetch(`${web.url}${web.page}`, {
      method: "POST",
      body: JSON.stringify(FORM),
      headers: { "content-type": "application/json" },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain("hush");
  });
});

describe("another person, who has the link", () => {
  const publicUrl = "https://cutover.example.com";

  it("is asked for the code that Slack showed to one person, and refused without it", async () => {
    const { taken, engine } = taking();
    const web = await open({ engine, publicUrl });
    expect(await (await web.get(web.page)).text()).toContain('name="code"');
    for (const code of ["", "999999"]) {
      const answer = await web.post(web.page, { ...FORM, code });
      expect(answer.status).toBe(422);
      expect(await answer.text()).not.toContain("hush");
    }
    expect(taken).toEqual([]);
    expect((await web.post(web.page, { ...FORM, code: "012345" })).status).toBe(200);
    expect(taken).toHaveLength(1);
  });

  it("is not there on a machine that talks to itself", async () => {
    const web = await open(taking());
    expect(await (await web.get(web.page)).text()).not.toContain('name="code"');
  });
});

describe("a link", () => {
  it.each([
    ["link_unknown", "This link is not one of ours."],
    ["link_used", "This link was used already; each works once."],
    ["link_expired", "This link has expired; each works for an hour."],
  ])("that is %s is gone, and says where to get a new one", async (code, message) => {
    const web = await open({ engine: { checkCredentialLink: refused(code, message) } });
    for (const answer of [await web.get(web.page), await web.post(web.page, FORM)]) {
      expect(answer.status).toBe(410);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain("Ask Cutover in Slack for a new link.");
      expect(page).not.toContain("hush");
    }
  });

  it("that somebody else uses at the same moment is gone too", async () => {
    const web = await open({
      engine: { redeemCredentialLink: refused("link_used", "This link was used in the meantime.") },
    });
    expect((await web.post(web.page, FORM)).status).toBe(410);
  });
});

describe("a fault of our own", () => {
  it("is told without its details, and told to the log", async () => {
    const fault = new Error("select * from hush");
    const web = await open({ engine: { redeemCredentialLink: () => Promise.reject(fault) } });
    const answer = await web.post(web.page, FORM);
    expect(answer.status).toBe(500);
    const page = await answer.text();
    expect(page).toContain("Nothing was changed.");
    expect(page).not.toContain("hush");
    expect(web.errors).toEqual([fault]);
  });
});
