// The one-time page before the real engine and both vendors' stand-ins: keys that fail, keys that hold, and the link's end.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { prefilledForm } from "../../sandbox/index.ts";
import { makeWebApp } from "../../src/web/app.ts";
import { type RunningCutover, startCutover } from "../support/start-cutover.ts";

let cutover: RunningCutover;
let migrationId = "";
const person = { team: "T1", user: "U1" };

beforeAll(async () => {
  cutover = await startCutover({ emptyForm: true });
  migrationId = (await cutover.engine.openMigration({ key: "web", title: "Harbor IT", createdBy: person }))
    .id;
});
afterAll(() => cutover.stop());
afterEach(() => {
  vi.useRealTimers();
});

async function newPage(): Promise<string> {
  const { token } = await cutover.engine.createCredentialLink(migrationId, person);
  return `${cutover.url}/connect/${token}`;
}
const send = (page: string, form: Record<string, string>) =>
  fetch(page, { method: "POST", body: new URLSearchParams(form) });

describe("the one-time page", () => {
  it("refuses wrong keys of either side in a sentence, stays good, takes right ones once, and tells nobody any", async () => {
    const page = await newPage();
    const form = prefilledForm(cutover.sandbox);
    const secrets = [
      "source.connectwise.privateKey",
      "destination.intercom.token",
      "staging.intercom.token",
    ].map((name) => form[name] ?? "");
    expect(secrets.every((secret) => secret.length > 8)).toBe(true);
    const answers: string[] = [];
    const answer = async (response: Response) => {
      const text = await response.text();
      answers.push(text);
      return { status: response.status, text };
    };

    expect((await answer(await fetch(page))).status).toBe(200);
    const source = await answer(
      await send(page, { ...form, "source.connectwise.privateKey": "hush-wrong-key" }),
    );
    expect(source.status).toBe(422);
    expect(source.text).toContain("ConnectWise does not accept these credentials.");
    const destination = await answer(
      await send(page, { ...form, "destination.intercom.token": "hush-wrong-token" }),
    );
    expect(destination.status).toBe(422);
    const twice = await answer(
      await send(page, { ...form, "staging.intercom.token": form["destination.intercom.token"] ?? "" }),
    );
    expect(twice.status).toBe(422);
    expect(await cutover.engine.connected(migrationId)).toBeUndefined();

    const taken = await answer(await send(page, form));
    expect(taken.status).toBe(200);
    expect(await cutover.engine.connected(migrationId)).toMatchObject({
      production: { name: "Bright Harbor IT" },
    });
    for (const again of [await answer(await fetch(page)), await answer(await send(page, form))]) {
      expect(again.status).toBe(410);
      expect(again.text).toContain("used already");
    }
    for (const secret of [...secrets, "hush-wrong"]) {
      expect(answers.filter((text) => text.includes(secret))).toEqual([]);
      expect(JSON.stringify(cutover.logged)).not.toContain(secret);
    }
  });

  it("lets one of two who send at the same moment in", async () => {
    const page = await newPage();
    const form = prefilledForm(cutover.sandbox);
    const both = await Promise.all([send(page, form), send(page, form)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  it("ends after an hour, and knows no other address", async () => {
    const page = await newPage();
    expect((await fetch(`${page}x`)).status).toBe(410);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61 * 60 * 1000 });
    const late = await fetch(page);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain("This link has expired; each works for an hour.");
  });
});

async function openPage(publicUrl = "https://cutover.example.com") {
  const migration = { key: "code", title: "Harbor IT", createdBy: person };
  const other = (await cutover.engine.openMigration(migration)).id;
  const { token, code } = await cutover.engine.createCredentialLink(other, person);
  const app = makeWebApp({ engine: cutover.engine, publicUrl, onError: () => undefined });
  const address = `/connect/${token}`;
  const send = async (given: string) => {
    const body = new URLSearchParams({ ...prefilledForm(cutover.sandbox), code: given });
    const answer = await app.request(address, { method: "POST", body });
    return { status: answer.status, text: await answer.text() };
  };
  return { code, send, get: () => app.request(address), connected: () => cutover.engine.connected(other) };
}
const wrong = (code: string) => (code === "000000" ? "111111" : "000000");

describe("a link on a public address", () => {
  it("is of no use to another person, and of use to the one whom the bot showed the code", async () => {
    const { code, send, connected } = await openPage();
    expect(code).toMatch(/^\d{6}$/);
    const refused = await send(wrong(code));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("not the one that Cutover showed beside this link");
    expect(refused.text).not.toContain(code);
    expect(await connected()).toBeUndefined();
    expect((await send(` ${code.slice(0, 3)} ${code.slice(3)} `)).status).toBe(200);
    expect(await connected()).toBeDefined();
    expect((await send(code)).status).toBe(410);
  });

  it("is void after five wrong codes, for everybody", async () => {
    const { code, send } = await openPage();
    for (let attempt = 1; attempt < 5; attempt += 1) expect((await send(wrong(code))).status).toBe(422);
    expect(await send(wrong(code))).toMatchObject({ status: 410 });
    expect((await send(code)).status).toBe(410);
  });

  it("takes nothing over plain HTTP, not even to look", async () => {
    const { code, send, get } = await openPage("http://cutover.example.com");
    expect((await get()).status).toBe(403);
    expect((await send(code)).status).toBe(403);
  });

  it("has a code of its own, which says nothing of another's", async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, async () => (await openPage()).code));
    expect(new Set(codes).size).toBeGreaterThan(17);
  });
});
