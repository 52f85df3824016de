// Answers through `response_url`, and faults on demand.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { startSlack } from "../../../sandbox/slack/start-slack.ts";

let slack: SlackSandbox;
let clock = 0;

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 24, 9);
  slack = await startSlack({ now: () => clock });
});

afterEach(() => slack.stop());

const call = async (method: string, args: object): Promise<Response> =>
  fetch(slack.apiUrl + method, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${slack.botToken}` },
    body: JSON.stringify({ channel: slack.channel.id, ...args }),
  });

/** Posts a button, clicks it, and gives the answering address. */
async function click(): Promise<string> {
  const go = { type: "button", action_id: "go", text: { type: "plain_text", text: "Go" } };
  await call("chat.postMessage", { text: "a question", blocks: [{ type: "actions", elements: [go] }] });
  await slack.as("U0DANA").click({ text: "Go" });
  return String(slack.deliveries.at(-1)?.envelope.payload.response_url);
}

const respond = (url: string, answer: object) =>
  fetch(url, {
    method: "POST",
    body: JSON.stringify(answer),
    headers: { "content-type": "application/json" },
  });

it("answers privately unless told otherwise", async () => {
  const url = await click();
  await respond(url, { text: "psst" });
  await respond(url, { text: "everybody", response_type: "in_channel" });
  expect(slack.messages("U0DANA").map((m) => m.text)).toEqual(["a question", "psst", "everybody"]);
  expect(slack.messages("U0ALEX").map((m) => m.text)).toEqual(["a question", "everybody"]);
});

it("replaces and deletes the message that was clicked", async () => {
  const url = await click();
  await respond(url, { replace_original: true, text: "answered" });
  expect(slack.messages().map((m) => [m.text, m.blocks.length])).toEqual([["answered", 0]]);
  await respond(url, { delete_original: true });
  expect(slack.messages()).toEqual([]);
});

it("works five times within half an hour", async () => {
  const url = await click();
  for (let i = 0; i < 5; i += 1) expect((await respond(url, { text: `${i}` })).status).toBe(200);
  expect((await respond(url, { text: "6" })).status).toBe(404);
  const another = await click();
  clock += 30 * 60_000 + 1;
  expect((await respond(another, { text: "late" })).status).toBe(404);
});

it("refuses what a message may not hold, and keeps the refusal", async () => {
  const answer = await respond(await click(), { text: "a", blocks: [{ type: "section" }] });
  expect(answer.status).toBe(500);
  expect(slack.violations).toMatchObject([{ method: "response_url", error: "invalid_blocks" }]);
});

it("fails on demand, where Slack would", async () => {
  slack.faults.inject({ kind: "status", path: "chat.postMessage", status: 503, times: 1 });
  expect((await call("chat.postMessage", { text: "a" })).status).toBe(503);
  expect((await call("chat.postMessage", { text: "a" })).status).toBe(200);
  slack.faults.inject({ kind: "lost-answer", path: "chat.postMessage", times: 1 });
  await expect(call("chat.postMessage", { text: "b" })).rejects.toThrow();
  expect(slack.messages().map((m) => m.text)).toEqual(["a", "b"]);
});
