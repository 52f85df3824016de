// Corrections in words, in the conversation: shown first, done by a button, on the very map that was read.
import { describe, expect, test } from "vitest";
import { buildProposalCard, describeChanges } from "../../../../src/bot/cards/proposal-card.ts";
import type { ConversationEvent, Facts } from "../../../../src/bot/conversation/event.ts";
import type { Outcome } from "../../../../src/bot/conversation/outcome.ts";
import { type ConversationState, parseState } from "../../../../src/bot/conversation/state.ts";
import { transition } from "../../../../src/bot/conversation/transition.ts";
import type { Role } from "../../../../src/engine/model/migration.ts";
import { de } from "../../../../src/words/de.ts";
import { en } from "../../../../src/words/en.ts";
import * as models from "../cards/read-models.ts";
import { findMessageFaults, findPings } from "../cards/slack-description.ts";
import { actorOf, aProposal, aState, facts } from "./conversation-fixtures.ts";

const { changes, lines, revision, after } = aProposal;
const say = (state: ConversationState, role: Role = "customer", more: object = {}): Outcome =>
  transition(
    state,
    { kind: "corrected", actor: actorOf(role), role, changes, lines, asks: [], revision, after, ...more },
    facts,
    en,
  );
const press = (
  state: ConversationState,
  action: "correction.confirm" | "correction.dismiss" = "correction.confirm",
  more: object = {},
  known: Facts = facts,
): Outcome => {
  const event: ConversationEvent = {
    kind: "clicked",
    action,
    step: state.step,
    actor: actorOf("customer"),
    role: "customer",
    hash: aProposal.id,
    ...more,
  };
  return transition(state, event, known, en);
};
const kinds = ({ effects }: Outcome): string[] => effects.map(({ kind }) => kind);
const heard = ({ effects }: Outcome): string =>
  effects.map((effect) => ("text" in effect ? effect.text : "")).join("");
const mapOf = (changed: object): Facts => ({ ...facts, map: { ...facts.map, ...changed } as never });

describe("words", () => {
  test("change nothing: they become a proposal with buttons", () => {
    const outcome = say(aState("map-review"));
    expect(outcome.commands).toEqual([]);
    expect(kinds(outcome)).toEqual(["proposal"]);
    expect(outcome.state.proposal).toMatchObject({ changes, revision, ts: null });
    expect(parseState(JSON.parse(JSON.stringify(outcome.state)))).toEqual(outcome.state);
  });

  test("of observers and strangers are refused, told why, and audited", () => {
    for (const role of ["observer", "stranger"] as const) {
      const outcome = say(aState("map-review"), role);
      expect(outcome.state.proposal).toBeNull();
      expect(kinds(outcome)).toEqual(["audit", "post-ephemeral"]);
    }
  });

  test("that are not clear are asked back, and propose nothing", () => {
    const outcome = say(aState("map-review"), "customer", { changes: [], asks: ["Which one?"] });
    expect(outcome.effects).toEqual([{ kind: "reply", text: "Which one?" }]);
    expect(outcome.state.proposal).toBeNull();
  });

  test("a newer wish replaces an older one, whose buttons go", () => {
    const outcome = say(aState("map-review", { proposal: aProposal }), "account-manager");
    expect(kinds(outcome)).toEqual(["settle-proposal", "proposal"]);
    expect(outcome.state.proposal?.id).not.toBe(aProposal.id);
  });

  test("a wish that takes along one that was decided meanwhile changes nothing, and is asked for again", () => {
    for (const state of [
      aState("map-review"),
      aState("map-review", { proposal: { ...aProposal, id: "newer" } }),
    ]) {
      const outcome = say(state, "customer", { joins: aProposal.id });
      expect(outcome.effects).toEqual([{ kind: "reply", text: en.correction.again }]);
      expect(outcome.state).toEqual(state);
    }
    const joined = say(aState("map-review", { proposal: aProposal }), "customer", { joins: aProposal.id });
    expect(joined.effects).toContainEqual({ kind: "settle-proposal", line: en.correction.joined });
  });

  test("while a run is on, and after the cutover, they are refused with the reason", () => {
    expect(heard(say(aState("sampling")))).toBe(en.correction.busy);
    expect(heard(say(aState("running")))).toBe(en.correction.busy);
    expect(heard(say(aState("certified")))).toContain("rolls back first");
    expect(
      heard(transition(aState("terms"), { ...correction }, { ...facts, map: undefined } as never, en)),
    ).toBe(en.correction.noMap);
  });
});

const correction: ConversationEvent = {
  kind: "corrected",
  actor: actorOf("customer"),
  role: "customer",
  changes,
  lines,
  asks: [],
  revision,
  after,
};

describe("the button", () => {
  test("on the map: the change is made, the message settles, the map is redrawn", () => {
    const outcome = press(aState("map-review", { proposal: aProposal }));
    expect(outcome.commands).toEqual([{ kind: "change-map", change: changes[0] }]);
    expect(kinds(outcome)).toEqual(["settle-proposal", "redraw"]);
    expect(outcome.state.proposal).toBeNull();
  });

  test("between plan and cutover: back to the map, so that every approval is given anew", () => {
    for (const step of ["plan-review", "teams", "sample-review", "silence", "cutover-review"] as const) {
      const outcome = press(aState(step, { proposal: aProposal }));
      expect(outcome.state.step).toBe("map-review");
      expect(outcome.commands.map(({ kind }) => kind)).toEqual(["change-map"]);
      expect(kinds(outcome)).toEqual(["settle-proposal", "settle", "card"]);
    }
  });

  test("never mind leaves everything as it is", () => {
    const outcome = press(aState("plan-review", { proposal: aProposal }), "correction.dismiss");
    expect(outcome.commands).toEqual([]);
    expect(outcome.state.step).toBe("plan-review");
    expect(outcome.state.proposal).toBeNull();
  });

  test("of an older proposal, or pressed twice, does nothing and says so", () => {
    const old = press(aState("map-review", { proposal: aProposal }), "correction.confirm", { hash: "old" });
    expect([old.commands, heard(old)]).toEqual([[], en.correction.gone]);
    const twice = press(press(aState("map-review", { proposal: aProposal })).state);
    expect([twice.commands, heard(twice)]).toEqual([[], en.correction.gone]);
  });

  test("made for another revision of the map is refused", () => {
    const outcome = press(
      aState("map-review", { proposal: aProposal }),
      "correction.confirm",
      {},
      mapOf({ revision: 4 }),
    );
    expect(outcome.commands).toEqual([]);
    expect(heard(outcome)).toBe(en.refusal.changedSince);
    expect(outcome.state.proposal).toBeNull();
  });

  test("pressed again after a crash that had carried it out, settles without doing it twice", () => {
    const known = mapOf({ revision: 4, hash: after });
    const outcome = press(aState("map-review", { proposal: aProposal }), "correction.confirm", {}, known);
    expect(outcome.commands).toEqual([]);
    expect(kinds(outcome)).toEqual(["settle-proposal", "redraw"]);
  });

  test("is nobody's but the customer's and the account manager's, and not while work is under way", () => {
    for (const role of ["observer", "stranger"] as const)
      expect(
        press(aState("map-review", { proposal: aProposal }), "correction.confirm", { role }).commands,
      ).toEqual([]);
    const outcome = press(aState("planning", { proposal: aProposal }));
    expect([outcome.commands, heard(outcome)]).toEqual([[], en.correction.busy]);
  });
});

test("a conversation that goes on takes the buttons off a change that nobody decided", () => {
  const state = aState("map-review", { proposal: aProposal });
  const outcome = press(state, "map.accept" as never, { hash: facts.map?.hash });
  expect(outcome.state.step).toBe("planning");
  expect(outcome.effects).toContainEqual({ kind: "settle-proposal", line: en.correction.outdated });
});

test("a proposal within Slack's limits, whatever the names are, in both languages", () => {
  for (const size of [models.ordinary, models.hostile])
    for (const words of [en, de]) {
      const map = models.aFieldMap(size);
      const wanted = [
        ...map.statuses.map(
          ({ boardId, statusId }) => ({ kind: "set-status", boardId, statusId, state: "closed" }) as const,
        ),
        { kind: "set-policies", policies: { snoozeDays: 9 } } as const,
      ];
      const told = describeChanges(map, wanted, words);
      expect(told).toHaveLength(map.statuses.length + 1);
      const asks = [words.correction.which("x", "“a”, “b”")];
      const proposal = { ...aProposal, changes: wanted, lines: [...told].slice(0, 200), asks };
      const card = buildProposalCard(proposal, { migrationId: "m1", step: "plan-review" }, words);
      expect(findMessageFaults(card)).toEqual([]);
      expect(findPings(card)).toEqual([]);
    }
});
