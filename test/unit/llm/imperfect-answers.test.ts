// Answers that are good but for one thing: that thing costs itself, and the rest of the answer is used.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputOf } from "../../../bench/support/golden/golden-tenant.ts";
import { goldenTenants } from "../../../bench/support/golden/index.ts";
import { type OpenAiSandbox, type ResponseForm, startOpenAi } from "../../../sandbox/openai/index.ts";
import type { ProposalInput } from "../../../src/engine/field-map/proposer-port.ts";
import { assembleOfflineProposal, makeOfflineProposer } from "../../../src/llm/offline/offline-proposer.ts";
import { makeAskModel } from "../../../src/llm/openai/ask-model.ts";
import type { ModelProposal } from "../../../src/llm/openai/proposal-schema.ts";
import { readProposal } from "../../../src/llm/openai/read-proposal.ts";
import { overlayProposal } from "../../../src/llm/overlay-proposal.ts";
import { makeProposer } from "../../../src/llm/proposer.ts";
import { oneOfEachName, spreadToNamesakes } from "../../../src/llm/status-names.ts";

const input = inputOf(goldenTenants[0] as (typeof goldenTenants)[number]);
const undecided = assembleOfflineProposal(input).map.statuses.filter(({ decided }) => !decided);
const good = undecided.map(({ boardId, statusId, state }) => ({
  ...{ boardId, statusId, state: state as string, confidence: 0.9 as unknown },
  reason: "Plain." as string | undefined,
}));
const answer = (statuses: readonly object[] = good) =>
  JSON.stringify({ customFields: [], statuses, boards: [] });
const worsened = (change: object) =>
  answer(good.map((row, index) => (index === 0 ? { ...row, ...change } : row)));

let model: OpenAiSandbox;
beforeAll(async () => {
  model = await startOpenAi();
});
afterAll(() => model.stop());

async function countUsed(content: string, about: ProposalInput = input) {
  model.setContent(content);
  const ask = makeAskModel({ apiKey: model.apiKey, baseUrl: model.baseUrl, model: "m" });
  const { map } = await makeProposer({ offline: makeOfflineProposer(), ask }).propose(about);
  return map.statuses.filter(({ origin }) => origin === "model").length;
}

describe("a proposal in an imperfect answer", () => {
  it.each([
    ["a sentence before it", `Here is {the} map you asked for:\n${answer()}`],
    ["a sentence behind it", `${answer()}\nTell me if {anything} is missing.`],
    ["a fence", `\`\`\`json\n${answer()}\n\`\`\``],
    ["thoughts before it", `<think>Perhaps {"statuses":[]}? No.</think>\n${answer()}`],
    ["thoughts and a fence", `<think>Hm {</think>Sure:\n\`\`\`\n${answer()}\n\`\`\``],
    ["words in capitals", worsened({ state: ` ${good[0]?.state.toUpperCase()} ` })],
    ["a number as text", worsened({ confidence: "0.9" })],
    ["a share as text", worsened({ confidence: "90 %" })],
    [
      "ids that are numbers",
      answer(good.map((row) => ({ ...row, statusId: Number(row.statusId) || row.statusId }))),
    ],
  ])("is used whole with %s", async (_, content) => {
    expect(await countUsed(content)).toBe(good.length);
  });

  it.each([
    ["no reason", { reason: undefined }],
    ["a confidence in words", { confidence: "high" }],
    ["a state that there is none of", { state: "waiting" }],
    ["no id", { statusId: undefined }],
    ["a list for a word", { state: ["open"] }],
  ])("costs one row where one has %s", async (_, change) => {
    expect(await countUsed(worsened(change))).toBe(good.length - 1);
  });

  it("costs the row alone where a row is no row at all", async () => {
    expect(await countUsed(answer([...good, "none", null, 7] as object[]))).toBe(good.length);
  });

  it("is read where a part of it is missing", () => {
    expect(readProposal(`{"statuses":[]}`)).toEqual({
      proposal: { customFields: [], statuses: [], boards: [] },
      unreadable: [],
    });
    expect(readProposal(`{"statuses":"all"}`)).toBeUndefined();
  });

  it("costs no time where it is braces without end", () => {
    expect(readProposal(`${"{".repeat(400_000)}`)).toBeUndefined();
  });
});

describe("a server that does not know every form of answer", () => {
  it.each<[string, ResponseForm[], number]>([
    ["objects but no schema", ["json_object"], 1],
    ["no forms at all", ["none"], 1],
  ])("is asked so that it understands: %s", async (_, formats) => {
    const own = await startOpenAi();
    own.setFormats(formats);
    own.setContent(answer());
    const ask = makeAskModel({ apiKey: own.apiKey, baseUrl: own.baseUrl, model: "m" });
    const { map } = await makeProposer({ offline: makeOfflineProposer(), ask }).propose(input);
    expect(map.statuses.filter(({ origin }) => origin === "model")).toHaveLength(good.length);
    // What no schema says is said in words.
    expect(String(own.requests[0]?.messages[0]?.content)).toContain('"customFields"');
    await own.stop();
  });
});

describe("a round of repair", () => {
  it("replaces the rows that it answers, and leaves the others", () => {
    const row = (statusId: string, state: "open" | "closed") => ({
      ...{ boardId: "1", statusId, state, confidence: 0.9, reason: "" },
    });
    const of = (statuses: ModelProposal["statuses"]): ModelProposal => ({
      ...{ customFields: [], statuses, boards: [] },
    });
    const laid = overlayProposal(of([row("1", "open"), row("2", "open")]), of([row("2", "closed")]));
    expect(laid.statuses).toEqual([row("1", "open"), row("2", "closed")]);
  });
});

describe("a status name that stands on many boards", () => {
  const boards = Array.from({ length: 25 }, (_, index) => String(index + 1));
  const statuses = boards.flatMap((boardId) =>
    ["Picked up", "Ring back", "Gone"].map((name, index) => ({
      ...{ boardId, id: `${boardId}-${index}`, name, closed: name === "Gone", seen: 1 },
    })),
  );

  it("is asked about once, and the answer holds for all", () => {
    expect(oneOfEachName(statuses)).toHaveLength(3);
    const one = { boardId: "1", statusId: "1-1", state: "snoozed" as const, confidence: 1, reason: "Waits." };
    const own = { ...one, boardId: "7", statusId: "7-1", state: "open" as const };
    const proposal = { customFields: [], statuses: [one, own], boards: [] };
    const spread = spreadToNamesakes(proposal, statuses).statuses;
    expect(spread).toHaveLength(25);
    expect(spread.filter(({ state }) => state === "open")).toEqual([own]);
    expect(spread.every(({ statusId }) => statusId.endsWith("-1"))).toBe(true);
  });

  it("keeps a closed one and an open one of the same name apart", () => {
    const [first] = statuses;
    const twin = { ...(first as (typeof statuses)[number]), boardId: "2", closed: true };
    expect(oneOfEachName([...statuses.slice(0, 1), twin])).toHaveLength(2);
  });
});
