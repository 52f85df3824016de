// Who may import whom: no breach in the repository, and a planted one of every kind is found.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBreaches, repository } from "./cruise-walls.ts";

describe("the walls", () => {
  it("stand everywhere", async () => {
    expect(await findBreaches(repository, ["src", "sandbox", "test", "bench"])).toEqual([]);
  });
});

/** Path → what is written there; each breaks the rule beside it. */
const PLANTED: Readonly<Record<string, readonly [text: string, breach: string]>> = {
  "src/engine/model/clock.ts": [
    `import { readFile } from "node:fs/promises"; export const read = readFile;`,
    "pure-rooms-do-no-io: src/engine/model/clock.ts → fs/promises",
  ],
  "src/engine/transform/waits.ts": [
    `import { setTimeout } from "node:timers/promises"; export const wait = setTimeout;`,
    "pure-rooms-do-no-io: src/engine/transform/waits.ts → timers/promises",
  ],
  "src/engine/converge/logs.ts": [
    `import pino from "pino"; export const log = pino;`,
    "pure-rooms-use-pure-libraries: src/engine/converge/logs.ts → node_modules/pino/index.js",
  ],
  "src/engine/field-map/asks.ts": [
    `import type { Stage } from "../stages/stage.ts"; export type Asked = Stage;`,
    "pure-engine-rooms-know-each-other-only: src/engine/field-map/asks.ts → src/engine/stages/stage.ts",
  ],
  "src/bot/conversation/sends.ts": [
    `import { send } from "../slack/slack-client.ts"; export const sent = send;`,
    "pure-bot-rooms-know-no-io-of-the-bot: src/bot/conversation/sends.ts → src/bot/slack/slack-client.ts",
  ],
  "src/bot/shortcut.ts": [
    `import type { Stage } from "../engine/stages/stage.ts"; export type Short = Stage;`,
    "faces-know-the-engine-only-by-its-door: src/bot/shortcut.ts → src/engine/stages/stage.ts",
  ],
  "src/cli/chats.ts": [
    `import { send } from "../bot/slack/slack-client.ts"; export const chat = send;`,
    "faces-know-the-engine-only-by-its-door: src/cli/chats.ts → src/bot/slack/slack-client.ts",
  ],
  "src/bot/operates.ts": [
    `import type { Operator } from "../engine/operator.ts"; export type Operated = Operator;`,
    "only-the-command-line-is-an-operator: src/bot/operates.ts → src/engine/operator.ts",
  ],
  "src/llm/peeks.ts": [
    `import type { Stage } from "../engine/stages/stage.ts"; export type Peek = Stage;`,
    "llm-knows-model-values-and-field-map: src/llm/peeks.ts → src/engine/stages/stage.ts",
  ],
  "src/engine/stages/talks.ts": [
    `import { send } from "../../bot/slack/slack-client.ts"; export const talk = send;`,
    "engine-knows-no-face: src/engine/stages/talks.ts → src/bot/slack/slack-client.ts",
  ],
  "src/engine/stages/queries.ts": [
    `import postgres from "postgres"; export const sql = postgres;`,
    "rows-stop-in-store: src/engine/stages/queries.ts → node_modules/postgres/index.js",
  ],
  "src/engine/stages/load/plans.ts": [
    `import type { Planned } from "../plan/planned.ts"; export type Loaded = Planned;`,
    "stages-stand-apart: src/engine/stages/load/plans.ts → src/engine/stages/plan/planned.ts",
  ],
  "src/engine/stages/sample/plans.ts": [
    `import type { Planned } from "../plan/planned.ts"; export type Sampled = Planned;`,
    "of-the-stages-sample-knows-verify-alone: src/engine/stages/sample/plans.ts → src/engine/stages/plan/planned.ts",
  ],
  "src/engine/write/climbs.ts": [
    `import type { Planned } from "../stages/plan/planned.ts"; export type Climbed = Planned;`,
    "desired-and-write-lie-below-the-stages: src/engine/write/climbs.ts → src/engine/stages/plan/planned.ts",
  ],
  "src/bot/shell/hears.ts": [
    `import { heard } from "../listeners/heard.ts"; export const hear = heard;`,
    "listeners-are-thin-and-shell-is-below-them: src/bot/shell/hears.ts → src/bot/listeners/heard.ts",
  ],
  "src/bot/cards/carries.ts": [
    `import { hear } from "../shell/hears.ts"; export const carry = hear;`,
    "pure-bot-rooms-know-no-io-of-the-bot: src/bot/cards/carries.ts → src/bot/shell/hears.ts",
  ],
  "src/engine/jobs/posts.ts": [
    `import bolt from "@slack/bolt"; export const post = bolt;`,
    "slack-stops-in-bot: src/engine/jobs/posts.ts → node_modules/@slack/bolt/index.js",
  ],
  "src/engine/stages/vendor.ts": [
    `import type { Answer } from "../destination/intercom/answer.ts"; export type Known = Answer;`,
    "vendors-stop-in-their-adapters: src/engine/stages/vendor.ts → src/engine/destination/intercom/answer.ts",
  ],
  "sandbox/cheats.ts": [
    `import type { Stage } from "../src/engine/stages/stage.ts"; export type Cheat = Stage;`,
    "sandbox-imports-nothing-of-src: sandbox/cheats.ts → src/engine/stages/stage.ts",
  ],
  "src/web/plays.ts": [
    `export const play = async () => (await import("../../sandbox/world.ts")).world;`,
    "only-the-start-starts-the-sandbox: src/web/plays.ts → sandbox/world.ts",
  ],
  "src/engine/model/chicken.ts": [
    `import type { Egg } from "./egg.ts"; export type Chicken = Egg;`,
    "no-cycles: src/engine/model/chicken.ts → src/engine/model/egg.ts",
  ],
  "src/engine/store/lost.ts": [
    `import type { Gone } from "./gone.ts"; export type Lost = Gone;`,
    "resolvable: src/engine/store/lost.ts → ./gone.ts",
  ],
};

/** What the planted files import: nothing here is a breach by itself. */
const AROUND: Readonly<Record<string, string>> = {
  "src/engine/stages/stage.ts": "export type Stage = 1;",
  "src/engine/stages/plan/planned.ts": "export type Planned = 1;",
  "src/bot/listeners/heard.ts": "export const heard = 1;",
  "src/engine/operator.ts": "export type Operator = 1;",
  "src/engine/destination/intercom/answer.ts": "export type Answer = 1;",
  "src/engine/model/egg.ts": `import type { Chicken } from "./chicken.ts"; export type Egg = Chicken | 1;`,
  "src/bot/slack/slack-client.ts": "export const send = 1;",
  "sandbox/world.ts": "export const world = 1;",
  ...Object.fromEntries(
    ["pino", "postgres", "@slack/bolt"].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" })],
      [`node_modules/${name}/index.js`, "module.exports = 1;"],
    ]),
  ),
};

describe("a planted breach", () => {
  let directory = "";
  let found: readonly string[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "cutover-walls-"));
    const files = [
      ...Object.entries(AROUND),
      ...Object.entries(PLANTED).map(([path, [text]]) => [path, text] as const),
    ];
    for (const [path, text] of files) {
      const file = join(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    found = await findBreaches(directory, ["src", "sandbox"]);
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each(Object.entries(PLANTED).map(([path, [, breach]]) => ({ path, breach })))(
    "in $path is found",
    ({ breach }) => {
      expect(found).toContain(breach);
    },
  );

  it("is all that is found", () => {
    const planted = Object.values(PLANTED).map(([, breach]) => breach);
    expect(found.filter((breach) => !planted.includes(breach) && !breach.startsWith("no-cycles"))).toEqual(
      [],
    );
  });
});
