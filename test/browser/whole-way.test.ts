// Dana, Alex and Sam click the whole way through the page in a real browser: from hello to certificate and rollback.
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningCutover, startCutover } from "../support/start-cutover.ts";
import { desktop, findChromium, type OpenBrowser, openBrowser, phone } from "./open-browser.ts";
import { pictures, shoot } from "./screenshots.ts";
import { SlackPage } from "./slack-page.ts";

const chromium = findChromium();

describe.skipIf(chromium === undefined)("a helpdesk that is moved by clicking", () => {
  let cutover: RunningCutover;
  let browser: OpenBrowser;

  beforeAll(async () => {
    cutover = await startCutover();
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await cutover?.stop();
  });

  test("goes from hello to certificate and back, each decision by whom it belongs to", async () => {
    const { sandbox } = cutover;
    const slack = new SlackPage(await browser.context.newPage());
    const complaints = listenForComplaints(browser.context);
    await slack.open(sandbox.slack.pageUrl);

    await sayHello(slack);
    await connect(slack, browser.context);
    await agreeOnMap(slack);
    await approvePlan(slack);
    await createTeams(slack, browser.context, cutover);
    await checkSample(slack);
    const before = sandbox.production.stateHash();
    await approveCutover(slack);
    await prove(slack, cutover, browser.context);
    await lookAround(slack);
    await rollBack(slack);

    expect(sandbox.production.stateHash()).toBe(before);
    expect(sandbox.slack.violations).toEqual([]);
    expect(sandbox.connectwise.requests.writes).toBe(0);
    expect(complaints).toEqual([]);
    console.info(`The pictures of the way are in ${pictures}.`);
  }, 150_000);
});

/** Errors in the browser's console and scripts that fail, on any page. */
function listenForComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  const listen = (page: Page) => {
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (line) => {
      if (line.type() === "error") complaints.push(`${page.url()}: ${line.text()}`);
    });
  };
  for (const page of context.pages()) listen(page);
  context.on("page", listen);
  return complaints;
}

async function sayHello(slack: SlackPage): Promise<void> {
  await slack.write("@Cutover hello");
  await slack.message("Moving your helpdesk to Intercom");
  await slack.button("Go on").waitFor();
  await slack.readFromTop("Moving your helpdesk to Intercom");
  await shoot(slack.page, "welcome");
  await slack.press("Go on");
}

/** The link is whispered, opens in a tab of its own, and its form comes filled with the sandbox's keys. */
async function connect(slack: SlackPage, context: BrowserContext): Promise<void> {
  await slack.press("Get my link");
  await slack.whisper("Your link:");
  await shoot(slack.page, "link");
  const opened = context.waitForEvent("page");
  await slack.page.locator('a[href*="/connect/"]').click();
  const form = await opened;
  await form.getByRole("heading", { name: "Connect both systems" }).waitFor();
  await shoot(form, "one-time-page");
  await form.setViewportSize(phone);
  await shoot(form, "one-time-page-phone");
  await form.getByRole("button", { name: "Check and save" }).click();
  await form.getByRole("heading", { name: "Connected" }).waitFor();
  await shoot(form, "connected-phone");
  await form.close();
  await slack.press("I confirm");
}

async function agreeOnMap(slack: SlackPage): Promise<void> {
  await slack.button("Propose the map").waitFor();
  await slack.readFromTop("Survey of");
  await shoot(slack.page, "survey");
  await slack.press("Propose the map");
  await slack.button("Accept the map").waitFor();
  await slack.readFromTop("The field map");
  await shoot(slack.page, "map");

  const doubtful = await slack.message("The field map");
  const question = doubtful.getByRole("combobox").first();
  const asked = await doubtful.getByRole("combobox").count();
  const other = await question.locator("option:not(:checked)").nth(1).getAttribute("value");
  await question.selectOption(other);
  await expect.poll(() => doubtful.getByRole("combobox").count()).not.toBe(asked);

  await slack.press("More rows");
  await slack.message("page 2 of");
  await shoot(slack.page, "map-page-2");
  await slack.press("Earlier rows");
  await slack.message("page 1 of");
  await slack.press("Accept the map");
}

async function approvePlan(slack: SlackPage): Promise<void> {
  await slack.button("Approve this plan").waitFor();
  await slack.readFromTop("The plan for");
  await shoot(slack.page, "plan");
  await slack.press("Approve this plan");
}

/** Only people can: on the inbox page of the destination, spelled as the bot lists them. */
async function createTeams(
  slack: SlackPage,
  context: BrowserContext,
  cutover: RunningCutover,
): Promise<void> {
  await slack.button("I've created them: check").waitFor();
  await shoot(slack.page, "teams");
  const asked = await (await slack.message("Teams in Intercom")).textContent();
  const missing = cutover.sandbox.connectwise.tenant.boards.filter(({ name }) => asked?.includes(name));
  expect(missing.length).toBeGreaterThan(0);
  const inbox = await context.newPage();
  await inbox.goto(`${cutover.sandbox.production.url}/_sandbox/inbox`);
  for (const { name } of missing) {
    await inbox.getByTestId("team-name").fill(name);
    await inbox.getByTestId("create-team").click();
    await inbox.getByText(`Team “${name}” created.`).waitFor();
  }
  await inbox.close();
  await slack.press("I've created them: check");
}

/** The sample, field by field, and the checklist whose points only the customer can tick. */
async function checkSample(slack: SlackPage): Promise<void> {
  await slack.button("The sample is right").waitFor({ timeout: 60_000 });
  await slack.readFromTop("The sample, field by field");
  await shoot(slack.page, "sample");
  await slack.press("The sample is right");
  await slack.message("So that your customers notice nothing");
  const done = slack.button("Done");
  await done.first().waitFor();
  await shoot(slack.page, "checklist");
  for (let open = await done.count(); open > 0; open -= 1) {
    await done.first().click();
    await expect.poll(() => done.count()).toBe(open - 1);
  }
  await slack.press("All of it is done");
}

/** A stranger and the customer are refused and told why; the account manager starts it. */
async function approveCutover(slack: SlackPage): Promise<void> {
  const { page } = slack;
  await slack.button("Approve and start").waitFor();
  await slack.become("stranger");
  await slack.pressAndConfirm("Approve and start", "Start");
  await slack.whisper("Only people of the customer and of the team that runs this move may do that.");
  await shoot(page, "stranger-refused");
  await slack.become("customer");
  await slack.pressAndConfirm("Approve and start", "Start");
  await slack.whisper("That is for the account manager to decide.");

  await slack.become("account-manager");
  await shoot(page, "approve-cutover");
  await slack.press("Approve and start");
  await shoot(page, "really-start");
  await page.getByTestId("confirm").getByRole("button", { name: "Start", exact: true }).click();
  const run = page.getByTestId("message").filter({ hasText: "The full run" });
  await run.getByRole("button", { name: "Pause" }).waitFor();
  await run.filter({ hasText: /[1-9]\d? % · [\d,]+ of/ }).waitFor();
  await shoot(page, "progress");
}

/** What changed meanwhile is fetched, everything is read back, and the inbox shows what customers' agents will see. */
async function prove(slack: SlackPage, cutover: RunningCutover, context: BrowserContext): Promise<void> {
  const { tenant } = cutover.sandbox.connectwise;
  await slack.button("Catch up now").waitFor({ timeout: 60_000 });
  await shoot(slack.page, "moved");
  const ticket = tenant.tickets.find((one) => one.closedFlag === false);
  if (ticket === undefined) throw new Error("The tenant has no open ticket.");
  const news = "The new dock arrived and works. Thank you.";
  tenant.addNote(ticket.id, { text: news, by: "contact" });
  await slack.press("Catch up now");
  await slack.message("Catching up");
  await slack.press("Verify everything", 60_000);
  const proof = await slack.message("Every record was read back and compared: 0 discrepancies.", 60_000);
  await slack.readFromTop("Every record was read back and compared: 0 discrepancies.");
  await proof.getByRole("button", { name: "Roll back…" }).waitFor();
  await shoot(slack.page, "certificate");

  const inbox = await context.newPage();
  const url = `${cutover.sandbox.production.url}/_sandbox/inbox`;
  await inbox.goto(url);
  await inbox.getByTestId("search").fill(String(ticket.id));
  await inbox.getByTestId("search").press("Enter");
  await inbox.getByTestId("conversation").filter({ hasText: ticket.summary }).click();
  await inbox.getByText(news).waitFor();
  await inbox.setViewportSize({ width: 1160, height: 700 });
  await shoot(inbox, "intercom-inbox");
  await inbox.setViewportSize(phone);
  await shoot(inbox, "intercom-inbox-phone");
  await inbox.close();
}

/** Questions, the Home tab, and the same channel on a phone. */
async function lookAround(slack: SlackPage): Promise<void> {
  const { page } = slack;
  await slack.write("@Cutover where are we?");
  await slack.message("Last verified");
  await shoot(page, "status");
  await page.getByTestId("home-tab").click();
  await page.getByTestId("home").getByText("Your moves").waitFor();
  await shoot(page, "home");
  await page.setViewportSize(phone);
  await shoot(page, "home-phone");
  await page.getByRole("button", { name: "Channels" }).click();
  await shoot(page, "channels-phone");
  await page.getByTestId("channel-helpdesk-move").click();
  await slack.readFromTop("The field map");
  await shoot(page, "map-phone");
  await slack.readFromTop("Every record was read back and compared: 0 discrepancies.");
  await shoot(page, "phone");
  await page.setViewportSize(desktop);
}

async function rollBack(slack: SlackPage): Promise<void> {
  const { page } = slack;
  await slack.press("Roll back…");
  const window = page.getByTestId("modal");
  await window.getByText("What can't be undone").waitFor();
  await window.getByTestId("input-rollback.typed").fill("yes");
  await window.getByTestId("modal-submit").click();
  await window.getByTestId("input-error").waitFor();
  await shoot(page, "rollback-window");
  await window.getByTestId("input-rollback.typed").fill("ROLL BACK");
  await window.getByTestId("modal-submit").click();
  await window.waitFor({ state: "hidden" });
  await slack.button("Start again from the map").waitFor({ timeout: 60_000 });
  await slack.readFromTop("Rolled back");
  await shoot(page, "rolled-back");
}
