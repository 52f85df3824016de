// Random walks with duplicates, reorderings and lost answers never reach a write that nobody approved, nor a dead end.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ACTIONS } from "../../../../src/bot/conversation/action-ids.ts";
import type { ConversationEvent } from "../../../../src/bot/conversation/event.ts";
import type { Command } from "../../../../src/bot/conversation/outcome.ts";
import {
  type ConversationState,
  firstState,
  parseState,
  planHashOf,
} from "../../../../src/bot/conversation/state.ts";
import { transition } from "../../../../src/bot/conversation/transition.ts";
import type { StepName } from "../../../../src/bot/step-names.ts";
import { stepsByName } from "../../../../src/bot/steps/catalogue.ts";
import type { TaskName } from "../../../../src/engine/engine.ts";
import { en } from "../../../../src/words/en.ts";
import { actorOf, aProposal, aState, dana, everyEvent, facts } from "./conversation-fixtures.ts";

/** What the outside world remembers of a walk, by plan. */
interface World {
  state: ConversationState;
  clock: number;
  revision: number;
  readonly approvals: Set<string>;
  readonly pending: { task: TaskName; runId: string; startedAt: string }[];
  readonly ended: ConversationEvent[];
  readonly writes: string[];
}

const hashNow = (world: World): string => `plan-${world.revision}`;

function command(world: World, wanted: Command, at: string): void {
  if (wanted.kind === "approve") world.approvals.add(`${wanted.approval} ${wanted.hash}`);
  if (wanted.kind === "change-map" || wanted.kind === "accept-map") world.revision += 1;
  if (wanted.kind !== "start") return;
  const { task, planHash = "" } = wanted;
  if (task === "full") {
    for (const kind of ["plan", "sample", "silence", "cutover"])
      if (!world.approvals.has(`${kind} ${planHash}`)) throw new Error(`full run without ${kind}`);
    world.writes.push(planHash);
  }
  if (task === "sample" && !world.approvals.has(`plan ${planHash}`)) throw new Error("sample without a plan");
  if (task === "sample" && wanted.toProduction && !world.approvals.has(`sample-slice ${planHash}`))
    throw new Error("a sample in production without approval");
  if (task === "remove-sample" && !world.approvals.has(`sample-removal ${planHash}`))
    throw new Error("a sample removed without approval");
  if (task === "rollback" && !world.approvals.has(`rollback ${planHash}`))
    throw new Error("rollback without approval");
  world.pending.push({ task, runId: `${task}-${world.clock}`, startedAt: at });
}

function apply(
  world: World,
  event: ConversationEvent,
  startedAt: string | undefined,
  survives: boolean,
): void {
  world.clock += 1;
  const at = new Date(Date.UTC(2026, 0, 1) + world.clock * 1000).toISOString();
  const { workStartedAt: _, ...rest } = facts;
  const plan = { hash: hashNow(world), mapHash: `map-${world.revision}` };
  const map = { revision: world.revision, hash: `map-${world.revision}`, doubtful: 1, pages: 2 };
  const known = { ...rest, at, plan, map, ...(startedAt ? { workStartedAt: startedAt } : {}) };
  const before = world.state.proposal;
  const outcome = transition(world.state, event, known, en);
  const isConfirmed = event.kind === "clicked" && event.action === "correction.confirm";
  if (isConfirmed && outcome.commands.length > 0)
    if (before?.id !== event.hash || before?.revision !== world.revision)
      throw new Error("a change was carried out that nobody was shown, or on another map");
  for (const wanted of outcome.commands) command(world, wanted, at);
  // A crash between the command and the saving of the state: the state is as before.
  if (survives) world.state = outcome.state;
}

const anything = new Map<StepName, readonly ConversationEvent[]>();
function anyEvent(state: ConversationState, n: number): ConversationEvent {
  const known =
    anything.get(state.step) ?? everyEvent(aState(state.step)).filter(({ kind }) => kind !== "task");
  anything.set(state.step, known);
  return known[n % known.length] ?? { kind: "connected", person: dana };
}

/** What the buttons on screen say yes to. */
function hashOnScreen(world: World): string | undefined {
  const { state } = world;
  if (state.step === "terms") return facts.termsHash;
  if (state.step === "map-review") return `map-${world.revision}`;
  return planHashOf(state);
}

/** Three choices in four are clicks that fit, so that walks get somewhere; the others are anything at all. */
function choose(world: World, n: number): ConversationEvent {
  const { state } = world;
  if (n % 4 === 0) return anyEvent(state, n);
  if (n % 9 === 2)
    return {
      kind: "corrected",
      actor: dana,
      role: "customer",
      changes: aProposal.changes,
      lines: aProposal.lines,
      asks: [],
      revision: world.revision,
      after: `map-${world.revision + 1}`,
    };
  if (state.proposal && n % 9 === 5)
    return {
      kind: "clicked",
      action: n % 2 === 0 ? "correction.confirm" : "correction.dismiss",
      step: state.step,
      role: "customer",
      actor: dana,
      hash: n % 3 === 0 ? state.proposal.id : "another",
    };
  const step = stepsByName[state.step];
  const names = ACTIONS.filter(
    (name) => name in step.actions || (name === "task.retry" && state.halt && step.works),
  ).filter((name) => n % 5 === 1 || !/back|again|open|rollback|write|remove/.test(name));
  const action = names[n % names.length];
  if (!action) return anyEvent(state, n);
  const who = step.actions[action]?.who ?? ["customer"];
  const role = action === "welcome.claim" ? "observer" : (who[n % who.length] ?? "customer");
  const hash = hashOnScreen(world);
  return {
    kind: "clicked",
    action,
    step: state.step,
    role,
    actor: role === "observer" ? dana : actorOf(role),
    argument: en.silence.items[Math.floor(n / 7) % en.silence.items.length]?.id ?? "",
    typed: facts.workspace ?? "",
    changes: [{ kind: "set-status", boardId: "1", statusId: "1", state: "open" }],
    ...(hash ? { hash } : {}),
  };
}

/** What somebody who means well presses next. */
const ONWARD: Readonly<Partial<Record<StepName, readonly string[]>>> = {
  welcome: ["welcome.claim", "welcome.go"],
  terms: ["terms.agree"],
  "survey-review": ["survey.propose"],
  "map-review": ["map.accept"],
  "plan-review": ["plan.approve"],
  teams: ["teams.check"],
  "sample-review": ["sample.approve"],
  silence: ["silence.tick", "silence.confirm"],
  "cutover-review": ["cutover.approve"],
  migrated: ["migrated.verify"],
  "rolled-back": ["rolled-back.again"],
};

/** From wherever a walk ended, people who mean well come to the certificate; how many events that takes. */
function comeToTheEnd(world: World): number {
  for (let events = 0; events < 200; events += 1) {
    const { state } = world;
    const { works: work, actions } = stepsByName[state.step];
    const works = work?.task;
    if (state.step === "certified") return events;
    const at = world.pending.findIndex(({ task }) => task === works);
    if (works && !state.halt && at >= 0) {
      const [task] = world.pending.splice(at, 1);
      const done = { migrationId: "m1", task: works, outcome: "done" as const, runId: task?.runId ?? "" };
      apply(world, { kind: "task", task: done }, task?.startedAt, true);
      continue;
    }
    if (state.step === "connect") {
      apply(world, { kind: "connected", person: dana }, undefined, true);
      continue;
    }
    const wanted = works ? ["task.retry"] : (ONWARD[state.step] ?? []);
    const isTicked = state.step === "silence" && state.ticked.length === en.silence.items.length;
    const name = state.step === "welcome" && state.customer ? wanted[1] : wanted[isTicked ? 1 : 0];
    const action = ACTIONS.find((one) => one === name);
    if (!action) throw new Error(`nobody knows what to press at ${state.step}`);
    // A rollback goes on by the account manager alone; any other work by both.
    const who = actions[action]?.who ?? ["account-manager"];
    const role =
      action === "welcome.claim" ? "observer" : who.includes("customer") ? "customer" : "account-manager";
    const item =
      state.step === "silence"
        ? en.silence.items.find(({ id }) => !state.ticked.includes(id))?.id
        : undefined;
    const hash = hashOnScreen(world);
    const click = { kind: "clicked", action, step: state.step, role, changes: null } as const;
    const actor = role === "observer" ? dana : actorOf(role);
    apply(
      world,
      { ...click, actor, ...(item ? { argument: item } : {}), ...(hash ? { hash } : {}) },
      undefined,
      true,
    );
  }
  throw new Error(`a dead end at ${world.state.step}, halt ${JSON.stringify(world.state.halt)}`);
}

/** What only the database kept: a program that starts again knows nothing else. */
function restart(world: World): void {
  const state = parseState(JSON.parse(JSON.stringify(world.state)));
  if (state === undefined)
    throw new Error(`a state that can't be read again: ${JSON.stringify(world.state)}`);
  world.state = state;
}

test("thousands of random events never write without every approval, and always leave a way to the end", () => {
  const farthest = new Set<string>();
  let events = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 200, maxLength: 500 }), (choices) => {
      const world: World = {
        state: firstState(null),
        clock: 0,
        revision: 1,
        approvals: new Set(),
        pending: [],
        ended: [],
        writes: [],
      };
      /** Clicks that are on their way and arrive later, in another order, or twice. */
      const late: ConversationEvent[] = [];
      for (const n of choices) {
        const survives = n % 11 !== 0;
        const task =
          n % 3 === 0 ? world.pending.splice(n % Math.max(1, world.pending.length), 1)[0] : undefined;
        const repeated = n % 13 === 0 ? world.ended[n % Math.max(1, world.ended.length)] : undefined;
        const delayed = n % 7 === 3 ? late[n % Math.max(1, late.length)] : undefined;
        if (task) {
          const outcome =
            (["done", "done", "done", "failed", "paused", "cancelled"] as const)[n % 6] ?? "done";
          const ended = { migrationId: "m1", task: task.task, outcome, runId: task.runId };
          const event = { kind: "task", task: ended } as const;
          world.ended.push(event);
          apply(world, event, task.startedAt, survives);
          // At least once: what a crash swallowed comes again.
          if (!survives) apply(world, event, task.startedAt, true);
        } else if (repeated) {
          apply(world, repeated, "2026-01-01T00:00:00.000Z", survives);
        } else if (delayed) {
          apply(world, delayed, undefined, survives);
          if (n % 2 === 0) late.splice(late.indexOf(delayed), 1);
        } else {
          const event = choose(world, n);
          if (n % 5 === 1) late.push(event);
          else apply(world, event, undefined, survives);
        }
        events += 1;
        farthest.add(world.state.step);
        if (n % 4 === 1) restart(world);
      }
      const works = stepsByName[world.state.step].works?.task;
      const stuck = works && !world.state.halt && !world.pending.some(({ task }) => task === works);
      if (stuck) throw new Error(`work that nobody does at ${world.state.step}`);
      events += comeToTheEnd(world);
    }),
    { numRuns: 200, seed: 20_260_101, endOnFailure: true },
  );
  expect(events).toBeGreaterThan(50_000);
  const far = ["certified", "rolled-back", "cutover-review", "removing-sample"];
  expect([...farthest]).toEqual(expect.arrayContaining(far));
});
