// What people did in an imported conversation since: told apart from ours by the journal, whatever the machines' clocks say.
import { describe, expect, it } from "vitest";
import type { StandingOperation } from "../../../src/engine/journal/journal.ts";
import type { ObservedConversation, ObservedPart } from "../../../src/engine/model/observed.ts";
import { findLaterParts } from "../../../src/engine/write/find-later-parts.ts";

/** Unix seconds by Intercom's clock: the import takes four seconds. */
const IMPORTED = 1_780_000_000;
const MINUTES = 60;

const part = (id: string, createdAt: number, more: Partial<ObservedPart> = {}): ObservedPart => ({
  ...{ id, createdAt, messageType: "comment", partType: "comment", body: "Thanks!" },
  author: { kind: "contact", id: "c1" },
  ...more,
});
const change = (id: string, createdAt: number, partType = "close"): ObservedPart =>
  part(id, createdAt, { partType, messageType: "other", body: "", author: { kind: "admin", id: "900" } });

/** `ahead`: seconds that our clock is before Intercom's. */
const row = (
  step: string,
  actionKind: StandingOperation["actionKind"],
  destinationId: string,
  seconds: number,
): StandingOperation => ({
  ...{ id: "1", runId: "run", source: { type: "ticket", id: "7" }, step, actionKind, destinationId },
  ...{ created: true, doneAt: new Date(seconds * 1000) },
});
const journal = (ahead: number) => [
  row("state", "set-state", "p-close", IMPORTED + 4 + ahead),
  row("part:note:1", "add-part", "p-old", IMPORTED + 2 + ahead),
  row("create", "create-conversation", "conv", IMPORTED + ahead),
];

const conversation = (...parts: readonly ObservedPart[]): ObservedConversation => ({
  ...{ kind: "conversation", id: "conv", body: "", createdAt: 1_600_000_000, updatedAt: IMPORTED },
  parts: [part("p-old", 1_600_000_100), change("p-close", IMPORTED + 4), ...parts],
  ...{ partsCut: false, attributes: {}, state: "closed" },
});

function idsOf(observed: ObservedConversation, ahead: number, rows = journal(ahead)): readonly string[] {
  const create = rows.find(({ step }) => step === "create");
  if (!create) throw new Error("There is no create.");
  return findLaterParts(observed, create, rows).map(({ id }) => id);
}

describe.each([
  ["tell the same", 0],
  ["differ: ours is ten minutes ahead", 10 * MINUTES],
  ["differ: ours is ten minutes behind", -10 * MINUTES],
])("where the clocks %s", (_name, ahead) => {
  it("a reply two minutes after the import is people's", () => {
    expect(idsOf(conversation(part("reply", IMPORTED + 2 * MINUTES)), ahead)).toEqual(["reply"]);
  });

  it("nothing is people's where all is ours", () => {
    expect(idsOf(conversation(), ahead)).toEqual([]);
  });

  it("an old message that no row stands for is none of people's", () => {
    expect(idsOf(conversation(part("lost", 1_600_000_200)), ahead)).toEqual([]);
  });

  it("an assignment an hour later is people's", () => {
    const assigned = change("assigned", IMPORTED + 60 * MINUTES, "assignment");
    expect(idsOf(conversation(assigned), ahead)).toEqual(["assigned"]);
  });
});

it("a change whose answer was lost and found an hour later costs no reply and adds none", () => {
  const rows = journal(0).map((one) =>
    one.step === "state" ? { ...one, doneAt: new Date((IMPORTED + 60 * MINUTES) * 1000) } : one,
  );
  expect(idsOf(conversation(part("reply", IMPORTED + MINUTES)), 0, rows)).toEqual(["reply"]);
  expect(idsOf(conversation(), 0, rows)).toEqual([]);
});

it("what a bot did is nobody's work", () => {
  const bot = part("bot", IMPORTED + MINUTES, { author: { kind: "bot", id: "b" } });
  expect(idsOf(conversation(bot), 0)).toEqual([]);
});

it("a change can't be told from ours where the answers did not show ours", () => {
  const rows = journal(0).map((one) => (one.step === "state" ? { ...one, destinationId: "conv" } : one));
  expect(idsOf(conversation(part("reply", IMPORTED + MINUTES)), 0, rows)).toEqual(["reply"]);
});
