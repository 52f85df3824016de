// The one-time page before the real engine and both vendors' stand-ins: keys that fail, keys that hold, and the link's end.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { prefilledForm } from "../../sandbox/index.ts";
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
