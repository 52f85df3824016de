// The one-time link on a public address, with the real engine: what Slack shows to one person is needed beside it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prefilledForm } from "../../sandbox/index.ts";
import { makeWebApp } from "../../src/web/app.ts";
import { type RunningCutover, startCutover } from "../support/start-cutover.ts";

const person = { team: "T1", user: "U1" };
let cutover: RunningCutover;
let migrationId = "";
beforeAll(async () => {
  cutover = await startCutover({ emptyForm: true });
  const migration = { key: "code", title: "Harbor IT", createdBy: person };
  migrationId = (await cutover.engine.openMigration(migration)).id;
});
afterAll(() => cutover.stop());

async function openPage(publicUrl = "https://cutover.example.com") {
  const { token, code } = await cutover.engine.createCredentialLink(migrationId, person);
  const app = makeWebApp({ engine: cutover.engine, publicUrl, onError: () => undefined });
  const address = `/connect/${token}`;
  const send = async (given: string) => {
    const body = new URLSearchParams({ ...prefilledForm(cutover.sandbox), code: given });
    const answer = await app.request(address, { method: "POST", body });
    return { status: answer.status, text: await answer.text() };
  };
  return { token, code, send, get: () => app.request(address) };
}
const wrong = (code: string) => (code === "000000" ? "111111" : "000000");

describe("a link on a public address", () => {
  it("is of no use to another person, and of use to the one whom the bot showed the code", async () => {
    const { code, send } = await openPage();
    expect(code).toMatch(/^\d{6}$/);
    const refused = await send(wrong(code));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("not the one that Cutover showed beside this link");
    expect(refused.text).not.toContain(code);
    expect(await cutover.engine.connected(migrationId)).toBeUndefined();
    expect((await send(` ${code.slice(0, 3)} ${code.slice(3)} `)).status).toBe(200);
    expect(await cutover.engine.connected(migrationId)).toBeDefined();
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
