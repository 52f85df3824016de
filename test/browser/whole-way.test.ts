// Dana, Alex and Sam click the whole way through the page in a real browser: from hello to certificate and rollback.
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, onTestFailed, test } from "vitest";
import type { RunningCutover } from "../support/start-cutover.ts";
import { agreeOnMap, approvePlan, checkSample, connect, createTeams, sayHello } from "./before-the-run.ts";
import { desktop, findChromium, phone } from "./open-browser.ts";
import { shoot } from "./screenshots.ts";
import { SlackPage } from "./slack-page.ts";
import { useWorld } from "./use-world.ts";

const chromium = findChromium();

describe.skipIf(chromium === undefined)("a helpdesk that is moved by clicking", () => {
  const world = useWorld(chromium);

  test("goes from hello to certificate and back, each decision by whom it belongs to", async () => {
    const { cutover, browser } = world();
    const { sandbox } = cutover;
    const slack = new SlackPage(await browser.context.newPage());
    onTestFailed(() => shoot(slack.page, "failed"));
    const complaints = listenForComplaints(browser.context);
    await slack.open(sandbox.slack.pageUrl);

    await sayHello(slack);
    await connect(slack, browser.context);
    await agreeOnMap(slack);
    await approvePlan(slack);
    await createTeams(slack, browser.context, cutover);
    await checkSample(slack);
    const before = sandbox.production.stateHash();
    await approveCutover(slack, cutover);
    await prove(slack, cutover, browser.context);
    await lookAround(slack);
    await rollBack(slack);

    expect(sandbox.production.stateHash()).toBe(before);
    expect(sandbox.slack.violations).toEqual([]);
    expect(sandbox.connectwise.requests.writes).toBe(0);
    expect(complaints).toEqual([]);
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

/** A stranger and the customer are refused and told why; the account manager starts it. */
async function approveCutover(slack: SlackPage, cutover: RunningCutover): Promise<void> {
  const { page } = slack;
  await slack.button("Approve and start").waitFor();
  await slack.become("stranger");
  await slack.pressAndConfirm("Approve and start", "Start");
  await slack.ephemeral("Only people of the customer and of the team that runs this move may do that.");
  await shoot(page, "stranger-refused");
  await slack.become("customer");
  await slack.pressAndConfirm("Approve and start", "Start");
  await slack.ephemeral("That is for the account manager to decide.");

  await slack.become("account-manager");
  await shoot(page, "approve-cutover");
  await slack.press("Approve and start");
  await shoot(page, "really-start");
  // So slow that a run of seconds can be looked at while it goes on.
  const speedUp = cutover.sandbox.production.faults.inject({
    kind: "latency",
    latencyMs: 2000,
    method: "POST",
    path: "^/conversations$",
  });
  await page.getByTestId("confirm").getByRole("button", { name: "Start", exact: true }).click();
  const run = page.getByTestId("message").filter({ hasText: "The full run" });
  await run.getByRole("button", { name: "Pause" }).waitFor();
  await run.filter({ hasText: /[1-9]\d? % · [\d,]+ of/ }).waitFor();
  await shoot(page, "progress");
  speedUp();
}

/** What changed meanwhile is fetched, everything is read back, and the inbox shows what customers' agents will see. */
async function prove(slack: SlackPage, cutover: RunningCutover, context: BrowserContext): Promise<void> {
  const { tenant } = cutover.sandbox.connectwise;
  await slack.button("Catch up now").waitFor({ timeout: 170_000 });
  await shoot(slack.page, "moved");
  const ticket = tenant.tickets.find(
    (one) =>
      !one.closedFlag && one.contact && /^[ -~]+$/.test(one.summary) && tenant.notesOf(one.id).length > 2,
  );
  if (ticket === undefined) throw new Error("The tenant has no open ticket with notes and a plain title.");
  const news = "The new dock arrived and works. Thank you.";
  tenant.addNote(ticket.id, { text: news, by: "contact" });
  await slack.press("Catch up now");
  await slack.message("Catching up");
  await slack.button("What changed, by ticket").waitFor({ timeout: 170_000 });
  await slack.readFromTop("Caught up with ConnectWise");
  await shoot(slack.page, "caught-up");
  await slack.press("Verify everything", 60_000);
  const proof = await slack.message("Every record was read back and compared: 0 discrepancies.", 60_000);
  await slack.readFromTop("Every record was read back and compared: 0 discrepancies.");
  await proof.getByTestId("overflow-more").click();
  await proof.getByRole("button", { name: "Roll back…" }).waitFor();
  await proof.getByTestId("overflow-more").click();
  await shoot(slack.page, "certificate");

  const inbox = await context.newPage();
  const url = `${cutover.sandbox.production.url}/_sandbox/inbox`;
  await inbox.goto(url);
  await inbox.getByTestId("search").fill(String(ticket.id));
  await inbox.getByTestId("search").press("Enter");
  await inbox.getByTestId("conversation").filter({ hasText: ticket.summary }).click();
  await inbox.getByText(news).waitFor();
  await inbox.setViewportSize({ width: 1280, height: 680 });
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
  await page.getByTestId("overflow-more").last().click();
  await slack.press("Roll back…");
  const window = page.getByTestId("modal");
  await window.getByText("What can't be undone").waitFor();
  await window.getByTestId("input-rollback.typed").fill("yes");
  await window.getByTestId("modal-submit").click();
  await window.getByTestId("input-error").waitFor();
  await shoot(page, "rollback-window");
  await window.getByTestId("input-rollback.typed").fill("Bright Harbor IT");
  await window.getByTestId("modal-submit").click();
  await window.waitFor({ state: "hidden" });
  await slack.button("Start again from the map").waitFor({ timeout: 170_000 });
  await slack.readFromTop("Rolled back");
  await shoot(page, "rolled-back");
}
