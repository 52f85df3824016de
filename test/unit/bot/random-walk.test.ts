// Random walks with duplicates, reorderings and lost answers never reach a write that nobody approved, nor a dead end.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationEvent } from "../../../src/bot/conversation/event.ts";
import type { Command } from "../../../src/bot/conversation/outcome.ts";
import { type ConversationState, firstState, parseState } from "../../../src/bot/conversation/state.ts";
import { stepsByName } from "../../../src/bot/conversation/steps/index.ts";
import { transition } from "../../../src/bot/conversation/transition.ts";
import { en } from "../../../src/bot/words/en.ts";
import type { TaskName } from "../../../src/engine/engine.ts";
import { everyEvent, facts } from "./conversation-fixtures.ts";

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
  const map = { hash: `map-${world.revision}`, doubtful: 1, pages: 2 };
  const known = { ...rest, at, plan, map, ...(startedAt ? { workStartedAt: startedAt } : {}) };
  const outcome = transition(world.state, event, known, en);
  for (const wanted of outcome.commands) command(world, wanted, at);
  // A crash between the command and the saving of the state: the state is as before.
  if (survives) world.state = outcome.state;
}

/** One choice in four is a click that fits, so that walks get somewhere; the others are anything at all. */
function choose(world: World, n: number): ConversationEvent {
  const hash = stepsByName[world.state.step].hash
    ? ({ terms: facts.termsHash, "map-review": `map-${world.revision}` }[world.state.step as string] ??
      ("planHash" in world.state ? world.state.planHash : ""))
    : undefined;
  const fitting = everyEvent(world.state).flatMap((event) =>
    event.kind === "clicked" &&
    event.step === world.state.step &&
    stepsByName[world.state.step].actions[event.action]
      ? [{ ...event, ...(hash ? { hash } : {}) }]
      : [],
  );
  if (n % 4 !== 0 && fitting.length > 0) {
    const event = fitting[n % fitting.length] as ConversationEvent;
    const items = en.silence.items.map(({ id }) => id);
    return { ...event, argument: items[n % items.length] } as ConversationEvent;
  }
  const all = everyEvent(world.state).filter((event) => event.kind !== "task");
  return all[n % all.length] as ConversationEvent;
}

test("thousands of random events never write without every approval, and always leave a way on", () => {
  const farthest = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 160 }), (choices) => {
      const world: World = {
        state: firstState(null),
        clock: 0,
        revision: 1,
        approvals: new Set(),
        pending: [],
        ended: [],
        writes: [],
      };
      for (const n of choices) {
        const survives = n % 11 !== 0;
        const task = n % 3 === 0 ? world.pending.shift() : undefined;
        const repeated = n % 13 === 0 ? world.ended[n % Math.max(1, world.ended.length)] : undefined;
        if (task) {
          const outcome = (["done", "done", "done", "failed", "paused"] as const)[n % 5] ?? "done";
          const ended = { migrationId: "m1", task: task.task, outcome, runId: task.runId };
          const event = { kind: "task", task: ended } as const;
          world.ended.push(event);
          apply(world, event, task.startedAt, survives);
          // At least once: what a crash swallowed comes again.
          if (!survives) apply(world, event, task.startedAt, true);
        } else if (repeated) {
          apply(world, repeated, "2026-01-01T00:00:00.000Z", survives);
        } else {
          apply(world, choose(world, n), undefined, survives);
        }
        farthest.add(world.state.step);
        expect(parseState(JSON.parse(JSON.stringify(world.state)))).toBeDefined();
      }
      const works = stepsByName[world.state.step].works;
      const stuck = works && !world.state.halt && !world.pending.some(({ task }) => task === works);
      expect(stuck ? world.state.step : "goes on").toBe("goes on");
    }),
    { numRuns: 60, seed: 20_260_101 },
  );
  expect([...farthest]).toEqual(expect.arrayContaining(["certified", "rolled-back", "cutover-review"]));
}, 120_000);
