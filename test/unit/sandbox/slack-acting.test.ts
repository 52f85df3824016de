// People of the Slack stand-in type, and what they typed travels as Slack would send it.
import { describe, expect, it } from "vitest";
import { toWireText } from "../../../sandbox/slack/acting/wire-text.ts";
import { signatureOf } from "../../../sandbox/slack/delivery/sign.ts";
import { botUser } from "../../../sandbox/slack/people.ts";
import { startSlack } from "../../../sandbox/slack/start-slack.ts";

describe("typed text", () => {
  it.each([
    ["@Cutover where are we?", "<@U0CUTOVER> where are we?"],
    ["ask @cutover", "ask <@U0CUTOVER>"],
    ["me@cutover.test", "<mailto:me@cutover.test|me@cutover.test>"],
    ["a < b & c", "a &lt; b &amp; c"],
    ["see https://x.test/a?b=1&c=2.", "see <https://x.test/a?b=1&amp;c=2>."],
    ["<@U0ALEX> please", "<@U0ALEX> please"],
    ["just words", "just words"],
  ])("%s becomes %s", (typed, wire) => {
    expect(toWireText(typed, botUser)).toBe(wire);
  });
});

it("signs as Slack's documentation computes it", () => {
  const body =
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  expect(signatureOf("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, body)).toBe(
    "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
  );
});

describe("a person", () => {
  it("is told what there is to click when there is no such button", async () => {
    const slack = await startSlack();
    await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({
        channel: slack.channel.id,
        text: "a",
        blocks: [
          {
            type: "actions",
            elements: [{ type: "button", action_id: "ok", text: { type: "plain_text", text: "OK" } }],
          },
        ],
      }),
    });
    expect(() => slack.as("U0DANA").click({ text: "Cancel" })).toThrow("OK (ok)");
    expect(() => slack.as("U0NOBODY")).toThrow("nobody here is U0NOBODY");
    await slack.stop();
  });

  it("gets nothing delivered while no app listens", async () => {
    const slack = await startSlack();
    const { result } = await slack.as("U0DANA").mention("anybody there?");
    expect(result).toMatchObject({ acked: false, via: "none", reason: "not_delivered" });
    await slack.stop();
  });

  it("sees the page, its script and a snapshot of what is theirs", async () => {
    const slack = await startSlack();
    await slack.as("U0DANA").say("hello");
    expect(await (await fetch(slack.pageUrl)).text()).toContain("/page/app.js");
    const script = await fetch(`${slack.url}/page/app.js`);
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect((await script.text()).length).toBeGreaterThan(10_000);
    const seen = await (await fetch(`${slack.url}/page/state?user=U0ALEX`)).json();
    expect(seen).toMatchObject({ me: "U0ALEX", messages: [{ text: "hello", user: "U0DANA" }], modal: null });
    await slack.stop();
  });
});
