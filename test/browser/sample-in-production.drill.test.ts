// Without a staging workspace: the account manager has the sample written to production, looks at it, and removes it.
import { describe, expect, onTestFailed, test } from "vitest";
import { acceptMap, approvePlan, connect, createTeams, sayHello } from "./before-the-run.ts";
import { findChromium } from "./open-browser.ts";
import { shoot } from "./screenshots.ts";
import { SlackPage } from "./slack-page.ts";
import { useWorld } from "./use-world.ts";

const chromium = findChromium();
const WRITE = "Write this sample to Intercom";
const REMOVE = "Remove the sample";

describe.skipIf(chromium === undefined)("a sample in production", () => {
  const world = useWorld(chromium);

  test("is written, listed and removed again by the account manager's clicks, to the letter", async () => {
    const { cutover, browser } = world();
    const { slack: channel, production } = cutover.sandbox;
    const slack = new SlackPage(await browser.context.newPage());
    onTestFailed(() => shoot(slack.page, "failed"));
    await slack.open(channel.pageUrl);
    await sayHello(slack);
    await connect(slack, browser.context, {
      "staging.intercom.url": "",
      "staging.intercom.token": "",
    });
    await slack.press("Propose the map", 60_000);
    await acceptMap(slack);
    await approvePlan(slack);
    await createTeams(slack, browser.context, cutover);
    const preview = await slack.message("so this is a preview");
    await slack.readFromTop("The sample, field by field");
    await shoot(slack.page, "sample-preview");
    expect(await preview.getByRole("button", { name: REMOVE }).count()).toBe(0);
    const before = production.stateHash();

    await slack.pressAndConfirm(WRITE, "Write it");
    await slack.ephemeral("That is for the account manager to decide.");
    expect(production.stateHash()).toBe(before);

    await slack.become("account-manager");
    await slack.press(WRITE);
    await shoot(slack.page, "sample-really-write");
    const question = slack.page.getByTestId("confirm");
    await question.getByRole("button", { name: "Write it", exact: true }).click();
    await slack.message("The sample is in your production workspace", 60_000);
    await slack.readFromTop("The sample is in your production workspace");
    await shoot(slack.page, "sample-in-production");
    expect(production.stateHash()).not.toBe(before);
    expect(production.notificationsSent).toBe(0);

    await slack.press("List of its conversations");
    await slack.ephemeral("Every conversation with its old ticket number");
    const opened = browser.context.waitForEvent("page");
    await slack.page.locator('a[href*="/r/"]').last().click();
    const list = await opened;
    await list.getByRole("heading", { name: "Old ticket numbers" }).waitFor();
    expect(await list.locator("tbody tr").count()).toBe(production.state.conversations.size);
    await list.close();

    await slack.pressAndConfirm(REMOVE, "Remove it");
    await slack.message("Removing the sample");
    await slack.button(WRITE).last().waitFor({ timeout: 170_000 });
    await shoot(slack.page, "sample-removed");
    expect(production.stateHash()).toBe(before);
    expect(channel.violations).toEqual([]);
  }, 150_000);
});
