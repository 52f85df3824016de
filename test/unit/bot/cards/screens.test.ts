// Every screen of a whole conversation, whatever the tenant's size and however its names are written, as Slack judges it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildConnectModal } from "../../../../src/bot/cards/connect-modal.ts";
import { buildHomeView } from "../../../../src/bot/cards/home-view.ts";
import { buildChoiceModal } from "../../../../src/bot/cards/map-question.ts";
import { countPages } from "../../../../src/bot/cards/map-rows.ts";
import { buildProposalCard, describeChanges } from "../../../../src/bot/cards/proposal-card.ts";
import { buildRollbackModal } from "../../../../src/bot/cards/rollback-modal.ts";
import { buildTicketsModal } from "../../../../src/bot/cards/tickets-modal.ts";
import { STEPS } from "../../../../src/bot/step-names.ts";
import { buildCard } from "../../../../src/bot/steps/catalogue.ts";
import { de } from "../../../../src/words/de.ts";
import { en } from "../../../../src/words/en.ts";
import type { Words } from "../../../../src/words/words.ts";
import { toldError } from "../../../support/in-words.ts";
import { aState, dana } from "../conversation/conversation-fixtures.ts";
import { dataOf } from "./card-data-of.ts";
import * as models from "./read-models.ts";
import { findMessageFaults, findPings, findViewFaults } from "./slack-description.ts";

const pieces = fc.constantFrom(
  ...[
    "<!channel>",
    "<@U1|Dana>",
    "<https://evil.example|click>",
    "&amp;",
    "*_~`",
    "‮",
    "שלום",
    "مرحبا",
    "💥",
    "👨‍👩‍👧‍👦",
  ],
  ...[
    "\u0000",
    "\n\n",
    " ",
    "\u200b",
    "#",
    ":tada:",
    "<",
    ">",
    "W",
    "ﷺ",
    "é",
    "\ud800",
    "a".repeat(300),
    "💥".repeat(150),
  ],
);
/** From nothing at all to 3,000 characters, in every script and with every mark that Slack reads. */
const names = fc
  .array(fc.oneof(pieces, fc.string({ unit: "grapheme", maxLength: 40 })), { maxLength: 30 })
  .map((parts) => parts.join("").slice(0, 3000));

const sizes = fc
  .record({
    many: fc.constantFrom(0, 1, 2, 12, 50, 200, 400),
    suffix: names,
    isWhole: fc.boolean(),
  })
  .map(
    ({ many, suffix, isWhole }): models.Size => ({
      many,
      name: (what) => (isWhole ? suffix : `${what}${suffix}`),
    }),
  );

function* screensOf(size: models.Size, words: Words) {
  const data = dataOf(size);
  const halt = { kind: "failed", error: toldError(size.name("m"), size.name("r")) };
  for (const step of STEPS)
    for (const state of [aState(step), aState(step, { halt }), aState(step, { customer: null })])
      yield [step, "message", buildCard(state, data, words)] as const;
  const map = models.aFieldMap(size);
  const last = countPages(map) - 1;
  yield ["map-review", "message", buildCard(aState("map-review", { page: last }), data, words)] as const;
  const value = { m: "m1", s: "map-review" } as const;
  const question = { map, revision: 3, admins: models.admins(size), teams: models.teams(size) };
  for (const kind of ["member", "board", "status", "field"] as const) {
    const modal = buildChoiceModal(question, { kind, index: 0 }, value, words);
    if (modal) yield [`choose ${kind}`, "view", modal] as const;
  }
  const changes = map.boards.map(
    ({ boardId }) => ({ kind: "set-board-migrate", boardId, migrate: false }) as const,
  );
  const proposal = {
    ...{ id: "proposal-1", changes, asks: [], revision: 3, after: "n", by: dana, ts: "2.2" },
    lines: [...describeChanges(map, changes, words)].slice(0, 200),
  };
  const place = { migrationId: "m1", step: "map-review" } as const;
  yield ["correction", "message", buildProposalCard(proposal, place, words)] as const;
  const touched = { conversations: 3, looked: 10, of: 4000 };
  const preview = { ...models.aRollbackPreview(size), touched };
  yield [
    "rollback",
    "view",
    buildRollbackModal(value, preview, size.name("Harborline").slice(0, 200), words),
  ] as const;
  yield ["connect", "view", buildConnectModal(value, "2026-01-01", words)] as const;
  yield ["tickets", "view", buildTicketsModal(models.aSample(size), models.admins(size), words)] as const;
  const entries = Array.from({ length: Math.min(size.many, 120) }, () => ({
    migration: data.migration,
    state: aState("running"),
    isReachable: true,
    link: "https://switchyard.slack.com/archives/C1/p11",
  }));
  yield ["home", "view", buildHomeView(entries, words)] as const;
}

describe.each([
  ["English", en],
  ["German", de],
] as const)("in %s", (_language, words) => {
  test("every message and window is one that Slack takes, and none pings, links or formats by its data", () => {
    fc.assert(
      fc.property(sizes, (size) => {
        for (const [name, kind, screen] of screensOf(size, words)) {
          const faults =
            kind === "message" ? findMessageFaults(screen as never) : findViewFaults(screen as never);
          if (faults.length > 0) throw new Error(`${name}: ${faults.join("; ").slice(0, 600)}`);
          const text = "text" in screen ? { type: "mrkdwn", text: screen.text } : undefined;
          const pings = findPings([screen.blocks, text]);
          if (pings.length > 0) throw new Error(`${name} pings: ${pings.join("; ").slice(0, 600)}`);
        }
      }),
      { numRuns: 10, endOnFailure: true, examples: [[models.hostile], [{ many: 400, name: () => "" }]] },
    );
    expect([...screensOf(models.ordinary, words)].length).toBeGreaterThan(60);
  });
});
