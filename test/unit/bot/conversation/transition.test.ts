// The conversation as a total function: every state, every event, every role.
import { describe, expect, test } from "vitest";
import type { ClickEvent, ConversationEvent, Facts } from "../../../../src/bot/conversation/event.ts";
import type { Outcome } from "../../../../src/bot/conversation/outcome.ts";
import { type ConversationState, parseState } from "../../../../src/bot/conversation/state.ts";
import { transition } from "../../../../src/bot/conversation/transition.ts";
import { confirmationWord } from "../../../../src/bot/conversation/typed-word.ts";
import { assembleViewErrors } from "../../../../src/bot/listeners/acknowledge.ts";
import { stepsByName } from "../../../../src/bot/steps/catalogue.ts";
import type { Role } from "../../../../src/engine/model/migration.ts";
import { en } from "../../../../src/words/en.ts";
import {
  actorOf,
  alex,
  aState,
  dana,
  emptyFacts,
  everyEvent,
  everyState,
  facts,
  hashFor,
} from "./conversation-fixtures.ts";

function click(
  state: ConversationState,
  action: ClickEvent["action"],
  role: Role,
  more: object = {},
): Outcome {
  const hash = hashFor(state);
  const event: ClickEvent = {
    kind: "clicked",
    action,
    step: state.step,
    actor: actorOf(role),
    role,
    ...(hash ? { hash } : {}),
    ...more,
  };
  return transition(state, event, facts, en);
}
const started = ({ commands }: Outcome): string[] =>
  commands.flatMap((command) => (command.kind === "start" ? [command.task] : []));
const said = ({ effects }: Outcome): string =>
  effects.flatMap((effect) => (effect.kind === "post-ephemeral" ? [effect.text] : [])).join(" ");

interface Tried {
  readonly state: ConversationState;
  readonly event: ConversationEvent;
  readonly outcome: Outcome;
}
const places = everyState().map((state) => ({ state, events: everyEvent(state) }));
/** Every event brought to every state, judged one by one: the first that breaks a rule is named. */
function judge(known: Facts, isFine: (tried: Tried) => boolean): number {
  let looked = 0;
  for (const { state, events } of places)
    for (const event of events) {
      const outcome = transition(state, event, known, en);
      looked += 1;
      if (isFine({ state, event, outcome })) continue;
      throw new Error(`${state.step} × ${JSON.stringify(event)} made ${JSON.stringify(outcome)}`);
    }
  return looked;
}

describe("every state × every event × every role", () => {
  test("has an answer, and the next state is a valid one", () => {
    const isValid = ({ state, outcome }: Tried) =>
      outcome.state === state || Boolean(parseState(outcome.state));
    expect(judge(facts, isValid) + judge(emptyFacts, isValid)).toBeGreaterThan(100_000);
  });

  test("keeps every rule of who may do what, and says a word to everybody who clicks", () => {
    const looked = judge(facts, ({ state, event, outcome }) => {
      const tasks = started(outcome);
      const isPerson = event.kind !== "task" && event.kind !== "connected";
      // A click is never left without a word, a message or a window.
      if (isPerson && outcome.effects.length === 0) return false;
      // Observers and strangers command nothing; words start nothing.
      if ("role" in event && (event.role === "observer" || event.role === "stranger"))
        return outcome.commands.length === 0;
      if (event.kind !== "clicked") return tasks.length === 0;
      // The full run and a rollback are the account manager's.
      if (tasks.includes("remove-sample")) return event.role === "account-manager";
      if (outcome.state.step === "sampling" && outcome.state.toProduction && state.step !== "sampling")
        return event.role === "account-manager";
      if (tasks.includes("rollback") || (tasks.includes("full") && state.step === "cutover-review"))
        return event.role === "account-manager";
      return true;
    });
    expect(looked).toBeGreaterThan(100_000);
  });

  test("offers a way on from every state: no dead end", () => {
    for (const { state, events } of places) {
      if (state.customer === null) continue;
      const works = stepsByName[state.step].works !== null;
      const goesOn = events.some((event) => {
        const next = transition(state, event, facts, en).state;
        return next.step !== state.step || (works && next.halt !== state.halt);
      });
      expect(goesOn, state.step).toBe(true);
    }
  });
});

describe("approvals", () => {
  test("a plan is approved by its hash only", () => {
    const state = aState("plan-review");
    const old = click(state, "plan.approve", "customer", { hash: "another" });
    expect(old.commands).toEqual([]);
    expect(said(old)).toBe(en.refusal.changedSince);
    const outcome = click(state, "plan.approve", "customer");
    expect(outcome.commands[0]).toEqual({ kind: "approve", approval: "plan", hash: hashFor(state) });
    expect(started(outcome)).toEqual(["sample"]);
  });

  test("the plan waits for teams that are missing, or that could not be asked for", () => {
    const state = aState("plan-review");
    for (const missing of [{ missingTeams: ["Service Desk"] }, {}]) {
      const { missingTeams: _, ...rest } = facts;
      const event = {
        kind: "clicked",
        action: "plan.approve",
        step: state.step,
        actor: dana,
        role: "customer",
      } as const;
      const outcome = transition(
        state,
        { ...event, hash: hashFor(state) ?? "" },
        { ...rest, ...missing },
        en,
      );
      expect(outcome.state.step).toBe("teams");
      expect(started(outcome)).toEqual([]);
    }
  });

  test("who approved the plan can't approve the cutover, even as an account manager", () => {
    const state = aState("cutover-review", { approver: alex });
    const outcome = click(state, "cutover.approve", "account-manager");
    expect(outcome.commands).toEqual([]);
    expect(said(outcome)).toBe(en.refusal.twoPeople);
  });

  test("the checklist is confirmed only when every point is ticked", () => {
    const outcome = click(aState("silence", { ticked: ["apps"] }), "silence.confirm", "customer");
    expect(outcome.commands).toEqual([]);
    expect(said(outcome)).toContain("4 points are open");
  });

  test.each([
    ["Harborline", "Harborline", true],
    ["Harborline", "  Harborline ", true],
    ["Bright Harbor  IT", "Bright\u00a0Harbor IT", true],
    ["Müller & Söhne", "Mu\u0308ller & So\u0308hne", true],
    ["", "ROLL BACK", true],
    ["Harborline", "harborline", false],
    ["Harborline", "ROLL BACK", false],
    ["Harborline", "", false],
    ["Harborline [test]", "Harborline", false],
  ])("a rollback of the workspace “%s” by typing “%s”: %s", (workspace, typed, isConfirmed) => {
    const event = { ...confirmation, typed };
    const { commands } = transition(aState("certified"), event, { ...facts, workspace }, en);
    expect(commands.map(({ kind }) => kind)).toEqual(isConfirmed ? ["approve", "start"] : []);
    const window = JSON.stringify({ m: "m1", s: "certified", a: "de", w: confirmationWord(workspace, en) });
    const values = { "rollback.typed": { "rollback.typed": { value: typed } } };
    const view = { id: "V1", callback_id: "modal.rollback", private_metadata: window, state: { values } };
    const body = { type: "view_submission", team: { id: "TC" }, user: { id: "UALEX" }, view };
    expect(assembleViewErrors(body) === undefined).toBe(isConfirmed);
  });

  test("a rollback is refused while a run still writes, and possible once it stands still", () => {
    expect(said(click(aState("running"), "rollback.open", "account-manager"))).toBe(en.refusal.busy);
    const halt = { kind: "failed" } as const;
    const outcome = click(aState("running", { halt }), "rollback.open", "account-manager");
    expect(outcome.effects).toEqual([{ kind: "modal", modal: "rollback" }]);
  });
});

const confirmation = {
  ...{ kind: "clicked", action: "rollback.confirm", step: "certified", hash: "p".repeat(64) },
  ...{ actor: alex, role: "account-manager" },
} as ClickEvent;

describe("ends of tasks", () => {
  const end = (state: ConversationState, task: object, more: object = {}) =>
    transition(
      state,
      { kind: "task", task: { migrationId: "m1", task: "sample", outcome: "done", ...task } },
      { ...facts, ...more },
      en,
    );

  test("the same end twice moves once", () => {
    const once = end(aState("sampling"), { runId: "run-1" });
    expect(once.state.step).toBe("sample-review");
    const again = { ...aState("sampling"), handled: once.state.handled } as ConversationState;
    expect(end(again, { runId: "run-1" }).state).toBe(again);
  });

  test("the end of work that began before a crash is believed; an old one is not", () => {
    const decisions = [{ step: "plan-review", what: "approved", by: dana, at: facts.at }];
    const state = aState("teams", { decisions });
    expect(end(state, { runId: "r" }).state.step).toBe("sample-review");
    expect(end(state, { runId: "r" }, { workStartedAt: "2026-01-01T00:00:00.000Z" }).state).toBe(state);
  });

  test("a failure halts with what to do, and Resume starts the same work", () => {
    const error = { code: "token_revoked", saying: { code: "token_revoked" } } as const;
    const halted = end(aState("running"), { task: "full", outcome: "failed", error });
    expect(halted.state.halt).toEqual({ kind: "failed", error: error.saying });
    const retried = click(halted.state, "task.retry", "customer");
    expect(started(retried)).toEqual(["full"]);
    expect(retried.state.halt).toBeNull();
  });

  test("pause stops and Resume goes on; the engine's echo adds nothing", () => {
    const paused = click(aState("running"), "run.pause", "customer");
    expect(paused.commands).toEqual([{ kind: "pause" }]);
    expect(end(paused.state, { task: "full", outcome: "paused" }).state).toBe(paused.state);
    expect(started(click(paused.state, "task.retry", "account-manager"))).toEqual(["full"]);
  });
});

describe("work that stands still", () => {
  const halted = (step: ConversationState["step"]) =>
    aState(step, { halt: { kind: "paused", error: { code: "token_revoked" } } });

  test("takes new keys from the customer or the account manager, in any step", () => {
    for (const step of ["surveying", "planning", "sampling", "running", "verifying"] as const) {
      expect(click(halted(step), "connect.link", "customer").effects).toEqual([{ kind: "link" }]);
      expect(click(halted(step), "connect.link", "observer").effects).not.toContainEqual({ kind: "link" });
      expect(click(aState(step), "connect.link", "customer").effects).not.toContainEqual({ kind: "link" });
      const connected = transition(halted(step), { kind: "connected", person: dana }, facts, en);
      expect(connected.effects).toEqual([{ kind: "post", text: en.connect.again }]);
    }
  });

  test("leads back to the map when the map can't be planned", () => {
    expect(click(halted("planning"), "plan.back", "customer").state.step).toBe("map-review");
    expect(said(click(aState("planning"), "plan.back", "customer"))).toBe(en.refusal.busy);
  });
});

describe("a sample in production", () => {
  const hash = hashFor(aState("sample-review"));

  test("is written by the account manager's approval of its own, and read back into the same step", () => {
    const { state, commands } = click(aState("sample-review"), "sample.write", "account-manager");
    expect(commands).toEqual([
      { kind: "approve", approval: "sample-slice", hash },
      { kind: "start", task: "sample", planHash: hash, toProduction: true },
    ]);
    expect(state).toMatchObject({ step: "sampling", toProduction: true });
    const task = { migrationId: "m1", task: "sample", outcome: "done" } as const;
    expect(transition(state, { kind: "task", task }, facts, en).state.step).toBe("sample-review");
  });

  test("is not the customer's to have, who hears whose it is; nor one person's who approved the plan", () => {
    for (const action of ["sample.write", "sample.remove"] as const) {
      const refused = click(aState("sample-review"), action, "customer");
      expect(refused.commands).toEqual([]);
      expect(said(refused)).toContain("the account manager");
    }
    const own = aState("sample-review", { approver: alex });
    expect(said(click(own, "sample.write", "account-manager"))).toBe(en.refusal.twoPeople);
    expect(click(own, "sample.write", "account-manager").commands).toEqual([]);
  });

  test("goes on to production, and nowhere else, when it stood still meanwhile", () => {
    const halt = { kind: "failed", error: { code: "unsettled" } } as const;
    const again = click(aState("sampling", { toProduction: true, halt }), "task.retry", "customer");
    expect(again.commands).toEqual([{ kind: "start", task: "sample", planHash: hash, toProduction: true }]);
    expect(again.state).toMatchObject({ toProduction: true, halt: null });
    expect(click(aState("sampling", { halt }), "task.retry", "customer").commands).toEqual([
      { kind: "start", task: "sample", planHash: hash },
    ]);
  });

  test.each(["sample-review", "silence", "cutover-review"] as const)(
    "is removed from %s by the account manager, and the preview comes again",
    (step) => {
      const { state, commands } = click(aState(step), "sample.remove", "account-manager");
      expect(commands).toEqual([
        { kind: "approve", approval: "sample-removal", hash },
        { kind: "start", task: "remove-sample", planHash: hash },
      ]);
      expect(state.step).toBe("removing-sample");
      const task = { migrationId: "m1", task: "remove-sample", outcome: "done", runId: "r1" } as const;
      const later = { ...facts, workStartedAt: "2100-01-01T00:00:00.000Z" };
      expect(transition(state, { kind: "task", task }, later, en).state.step).toBe("sample-review");
      // A crash lost the state that was waiting for it.
      expect(transition(aState(step), { kind: "task", task }, later, en).state.step).toBe("sample-review");
    },
  );

  test("is not removed while it is being written, but when that stands still; its removal is never cancelled", () => {
    const state = aState("sampling", { toProduction: true });
    expect(said(click(state, "sample.remove", "account-manager"))).toBe(en.refusal.busy);
    const halt = { kind: "cancelled" } as const;
    const stopped = aState("sampling", { toProduction: true, halt });
    expect(click(stopped, "sample.remove", "account-manager").state.step).toBe("removing-sample");
    const removing = aState("removing-sample");
    expect(click(removing, "run.cancel", "account-manager").commands).toEqual([]);
    expect(click(removing, "run.pause", "customer").commands).toEqual([]);
    expect(click(removing, "run.pause", "account-manager").commands).toEqual([{ kind: "pause" }]);
  });
});

test.each(["migrated", "certified"] as const)(
  "deltas by the clock are switched by customer and account manager, in %s",
  (step) => {
    for (const [action, on] of [
      ["deltas.off", false],
      ["deltas.on", true],
    ] as const) {
      for (const role of ["customer", "account-manager"] as const) {
        const { state, commands, effects } = click(aState(step), action, role);
        expect(commands).toEqual([{ kind: "switch-deltas", on }]);
        expect(effects).toEqual([{ kind: "redraw" }]);
        expect(state.step).toBe(step);
      }
      expect(click(aState(step), action, "observer").commands).toEqual([]);
      expect(click(aState("delta"), action, "customer").commands).toEqual([]);
    }
  },
);

describe("trying what failed again", () => {
  test.each(["migrated", "certified"] as const)("shows a delta that began by the clock, in %s", (step) => {
    const task = { migrationId: "m1", task: "delta", outcome: "done", runId: "clock" } as const;
    const state = aState(step);
    const later = { ...facts, workStartedAt: "2100-01-01T00:00:00.000Z" };
    const outcome = transition(state, { kind: "task", task }, later, en);
    expect(outcome.state.step).toBe("migrated");
    expect(outcome.effects.map(({ kind }) => kind)).toContain("card");
    expect(transition(outcome.state, { kind: "task", task }, later, en).state).toBe(outcome.state);
  });

  test.each(["migrated", "certified"] as const)("starts a delta of that alone, from %s", (step) => {
    for (const role of ["customer", "account-manager"] as const) {
      const { state, commands } = click(aState(step), "migrated.retry", role);
      expect(commands).toEqual([
        { kind: "start", task: "delta", planHash: hashFor(aState(step)), onlyFailed: true },
      ]);
      expect(state).toMatchObject({ step: "delta", onlyFailed: true });
    }
    expect(click(aState(step), "migrated.retry", "observer").commands).toEqual([]);
    expect(click(aState(step), "migrated.retry", "stranger").commands).toEqual([]);
  });

  test("is decided once, and stays what it was when it stood still meanwhile", () => {
    const { state } = click(aState("migrated"), "migrated.retry", "customer");
    const again = click(state, "migrated.retry", "customer", { step: "migrated" });
    expect(again.commands).toEqual([]);
    expect(said(again)).toContain("had the failed ones tried again");
    const halt = { kind: "failed", error: { code: "unsettled" } } as const;
    expect(click({ ...state, halt }, "task.retry", "customer").commands).toMatchObject([
      { kind: "start", task: "delta", onlyFailed: true },
    ]);
  });
});

describe("old buttons", () => {
  test("say who took the decision", () => {
    const { state } = click(aState("terms"), "terms.agree", "customer");
    const outcome = click(state, "terms.agree", "customer", { step: "terms", hash: facts.termsHash });
    expect(outcome.commands).toEqual([]);
    expect(said(outcome)).toContain("already taken by <@UDANA>, who confirmed the terms");
  });
});
