// The one-time page for credentials, as whoever got the link meets it in a real browser.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { prefilledForm } from "../../sandbox/index.ts";
import { type RunningCutover, startCutover } from "../support/start-cutover.ts";
import { findChromium, type OpenBrowser, openBrowser } from "./open-browser.ts";
import { shoot } from "./screenshots.ts";

const chromium = findChromium();
const HOUR_MS = 3_600_000;

describe.skipIf(chromium === undefined)("the one-time page", () => {
  let cutover: RunningCutover;
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    cutover = await startCutover({ emptyForm: true });
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await cutover?.stop();
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await page.close();
  });

  const dana = () => ({
    team: cutover.sandbox.slack.users.customer.teamId,
    user: cutover.sandbox.slack.users.customer.id,
  });

  /** A fresh migration and the link that Dana gets for it. */
  async function makeLink(key: string): Promise<string> {
    const { engine, url } = cutover;
    const migration = await engine.openMigration({ key, title: `#${key}`, createdBy: dana() });
    const { token } = await engine.createCredentialLink(migration.id, dana());
    return `${url}/connect/${token}`;
  }

  async function fill(changes: Readonly<Record<string, string>> = {}, tab = page): Promise<void> {
    for (const [name, value] of Object.entries({ ...prefilledForm(cutover.sandbox), ...changes }))
      await tab.locator(`[name="${name}"]`).fill(value);
  }
  const send = (tab = page) => tab.getByRole("button", { name: "Check and save" }).click();
  const heading = (name: string, tab = page) => tab.getByRole("heading", { name }).waitFor();

  test("works once, and says so to whoever comes again", async () => {
    const link = await makeLink("used");
    await page.goto(link);
    await fill();
    await send();
    await heading("Connected");
    expect(await page.textContent("main")).toContain("Bright Harbor IT");

    const again = await page.goto(link);
    expect(again?.status()).toBe(410);
    await heading("This did not work");
    await page.getByText("used already").waitFor();
    await shoot(page, "link-used");
  });

  test("refuses the form of a second tab after that of the first", async () => {
    const link = await makeLink("two-tabs");
    const second = await browser.context.newPage();
    for (const tab of [page, second]) {
      await tab.goto(link);
      await fill({}, tab);
    }
    await send();
    await heading("Connected");
    await send(second);
    await heading("This did not work", second);
    await second.close();
  });

  test("ends after an hour", async () => {
    const link = await makeLink("late");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_MS - 60_000 });
    await page.goto(link);
    await heading("Connect both systems");
    await fill();
    vi.setSystemTime(Date.now() + 120_000);
    await send();
    await heading("This did not work");
    await page.getByText("expired").waitFor();
    await shoot(page, "link-expired");
    expect((await page.goto(link))?.status()).toBe(410);
  });

  test("says what is wrong with the keys, shows no secret again, and takes the right ones after that", async () => {
    const link = await makeLink("wrong-keys");
    const wrong = { "source.connectwise.privateKey": "wrong-private-key-123" };
    await page.goto(link);
    await fill(wrong);
    await send();
    const trouble = page.locator(".trouble");
    await trouble.waitFor();
    expect(await trouble.textContent()).toMatch(/ConnectWise/);
    await shoot(page, "wrong-keys");
    const shown = await page.content();
    const { production, staging } = cutover.sandbox;
    for (const secret of [...Object.values(wrong), production.token, staging.token])
      expect(shown).not.toContain(secret);
    expect(await page.locator('[name="source.connectwise.privateKey"]').inputValue()).toBe("");
    expect(await page.locator('[name="source.connectwise.company"]').inputValue()).not.toBe("");

    await fill({ "destination.intercom.token": "wrong-token-456" });
    await send();
    await page.locator(".trouble").getByText("Intercom").first().waitFor();
    expect(await page.content()).not.toContain("wrong-token-456");

    await fill();
    await send();
    await heading("Connected");
    const secrets = [...Object.values(wrong), "wrong-token-456", production.token, staging.token];
    const logged = JSON.stringify(cutover.logged);
    for (const secret of secrets) expect(logged).not.toContain(secret);
  });

  test("says which field can't be read, without asking the systems", async () => {
    await page.goto(await makeLink("no-address"));
    const asked = cutover.sandbox.connectwise.requests.total;
    await fill({ "source.connectwise.url": "my helpdesk", "staging.intercom.token": "" });
    await send();
    const trouble = page.locator(".trouble");
    await trouble.getByText("ConnectWise: Site must be an address that starts with https://.").waitFor();
    await trouble.getByText("Intercom staging: Access token").waitFor();
    expect(cutover.sandbox.connectwise.requests.total).toBe(asked);
  });

  test("tells a stranger with a made-up address nothing", async () => {
    const answer = await page.goto(`${cutover.url}/connect/made-up`);
    expect(answer?.status()).toBe(410);
    await heading("This did not work");
    expect(await page.textContent("main")).not.toContain("#");
  });
});
