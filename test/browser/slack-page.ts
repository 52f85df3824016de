// What a person does on the page of Slack's stand-in: write, press, choose, look.
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

type Who = "customer" | "account-manager" | "stranger";

export class SlackPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByTestId("composer").waitFor();
  }

  /** By the switch at the top: from now on one sees and acts as this person. */
  async become(who: Who): Promise<void> {
    await this.page.getByTestId(`user-${who}`).click();
    await this.page.locator(`[data-testid="user-${who}"][aria-pressed="true"]`).waitFor();
    await this.page.getByTestId("composer").waitFor();
  }

  async write(text: string): Promise<void> {
    await this.page.getByTestId("composer").fill(text);
    await this.page.getByTestId("composer").press("Enter");
  }

  /** The newest message that says this, once it is there. */
  async message(text: string, timeout = 30_000): Promise<Locator> {
    const found = this.page.getByTestId("message").filter({ hasText: text }).last();
    await found.waitFor({ timeout });
    return found;
  }

  /** The newest button of this name, once it is there. */
  async press(name: string, timeout = 30_000): Promise<void> {
    await this.button(name).last().click({ timeout });
  }

  /** Presses it and says yes to the question that it asks first. */
  async pressAndConfirm(name: string, yes: string): Promise<void> {
    await this.press(name);
    const question = this.page.getByTestId("confirm");
    await question.getByRole("button", { name: yes, exact: true }).click();
    await question.waitFor({ state: "hidden" });
  }

  button(name: string): Locator {
    return this.page.getByTestId("message").getByRole("button", { name, exact: true });
  }

  /** Only this person sees it. */
  async ephemeral(text: string): Promise<void> {
    const told = await this.message(text);
    expect(await told.getAttribute("data-ephemeral")).toBe("true");
  }

  /** Brings the top of a message to the top of the channel, as one scrolls to read it from its beginning. */
  async readFromTop(text: string): Promise<void> {
    const message = await this.message(text);
    await message.evaluate((element: { scrollIntoView(options: { block: "start" }): void }) =>
      element.scrollIntoView({ block: "start" }),
    );
  }
}
