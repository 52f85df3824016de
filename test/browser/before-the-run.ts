// The way up to the cutover, as Dana clicks it: hello, keys, survey, map, plan, teams, sample, checklist.
import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import type { RunningCutover } from "../support/start-cutover.ts";
import { phone } from "./open-browser.ts";
import { shoot } from "./screenshots.ts";
import type { SlackPage } from "./slack-page.ts";

export async function sayHello(slack: SlackPage): Promise<void> {
  await slack.write("@Cutover hello");
  await slack.message("Moving your helpdesk to Intercom");
  await slack.button("Go on").waitFor();
  await slack.readFromTop("Moving your helpdesk to Intercom");
  await shoot(slack.page, "welcome");
  await slack.press("Go on");
}

/** The link comes in an ephemeral message, opens in a tab of its own, and its form comes filled with the sandbox's keys. */
export async function connect(
  slack: SlackPage,
  context: BrowserContext,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  await slack.press("Get my link");
  await slack.ephemeral("Your link:");
  await shoot(slack.page, "link");
  const opened = context.waitForEvent("page");
  await slack.page.locator('a[href*="/connect/"]').click();
  const form = await opened;
  await form.getByRole("heading", { name: "Connect both systems" }).waitFor();
  await shoot(form, "one-time-page");
  await form.setViewportSize(phone);
  await shoot(form, "one-time-page-phone");
  for (const [name, value] of Object.entries(changes)) await form.locator(`[name="${name}"]`).fill(value);
  await form.getByRole("button", { name: "Check and save" }).click();
  await form.getByRole("heading", { name: "Connected" }).waitFor();
  await shoot(form, "connected-phone");
  await form.close();
  await slack.press("I confirm");
}

export async function agreeOnMap(slack: SlackPage): Promise<void> {
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
  await correctInWords(slack);
  await slack.readFromTop("The field map");
  await acceptMap(slack);
}

export async function acceptMap(slack: SlackPage): Promise<void> {
  await slack.button("Accept the map").waitFor();
  await slack.pressAndConfirm("Accept the map", "Accept");
}

/** Customer and account manager each say a change in words; a button does it, or leaves it. */
async function correctInWords(slack: SlackPage): Promise<void> {
  await slack.write("@Cutover send 'Waiting on vendor' to open");
  const shown = await slack.message("Change the map like this?");
  expect(await shown.textContent()).toMatch(/Waiting on vendor.*Snoozed.*Open/s);
  await shoot(slack.page, "correction");
  await slack.press("Confirm the change");
  await slack.message("confirmed this change of the map");

  await slack.become("account-manager");
  await slack.write("@Cutover leave out the Sales board");
  const other = await slack.message("→ left out");
  expect(await other.textContent()).toMatch(/Board Sales:/);
  await slack.press("Never mind");
  await slack.message("left the map as it was");
  await slack.become("customer");
}

export async function approvePlan(slack: SlackPage): Promise<void> {
  await slack.button("Approve this plan").waitFor();
  await slack.readFromTop("The plan for");
  await shoot(slack.page, "plan");
  await slack.press("Approve this plan");
}

/** Only people can: on the inbox page of the destination, spelled as the bot lists them. */
export async function createTeams(
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
export async function checkSample(slack: SlackPage): Promise<void> {
  await slack.button("The sample is right").waitFor({ timeout: 170_000 });
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
