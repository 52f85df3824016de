// States of every step, and events and facts to bring to them.
import { ACTIONS } from "../../../../src/bot/conversation/action-ids.ts";
import {
  type ConversationEvent,
  type Facts,
  type Question,
  TOPICS,
} from "../../../../src/bot/conversation/event.ts";
import { type ConversationState, planHashOf } from "../../../../src/bot/conversation/state.ts";
import { STEPS, type StepName } from "../../../../src/bot/step-names.ts";
import { TASKS } from "../../../../src/engine/engine.ts";
import type { Actor, Role } from "../../../../src/engine/model/migration.ts";
import { toldError } from "../../../support/in-words.ts";

export const dana: Actor = { team: "TC", user: "UDANA" };
export const alex: Actor = { team: "TH", user: "UALEX" };
const sam: Actor = { team: "TX", user: "USAM" };
const ROLES: readonly Role[] = ["customer", "account-manager", "observer", "stranger"];
export const actorOf = (role: Role): Actor =>
  role === "customer" ? dana : role === "account-manager" ? alex : sam;

const PLAN = "p".repeat(64);

export function aState(step: StepName, changes: object = {}): ConversationState {
  const shared = {
    version: 1,
    customer: dana,
    card: { ts: "1.1" },
    decisions: [],
    handled: [],
    halt: null,
    proposal: null,
  };
  const early = ["welcome", "connect", "terms", "surveying", "survey-review", "proposing", "planning"];
  const extra =
    step === "map-review"
      ? { page: 0 }
      : step === "plan-review"
        ? { planHash: PLAN }
        : early.includes(step)
          ? {}
          : { planHash: PLAN, approver: dana, ...(step === "silence" ? { ticked: [] } : {}) };
  return { ...shared, step, ...extra, ...changes } as ConversationState;
}

const halt = { error: toldError("Intercom was away.", "Try again.") };

/** Every step, and every step with each halt, before and after its card was posted, with and without a customer. */
export const everyState = (): readonly ConversationState[] =>
  STEPS.flatMap((step) => [
    aState(step),
    aState(step, { card: null }),
    aState(step, { customer: null }),
    aState(step, { proposal: aProposal }),
    aState(step, { proposal: { ...aProposal, ts: null, revision: 2 }, card: null }),
    ...(["paused", "failed", "cancelled"] as const).map((kind) => aState(step, { halt: { kind, ...halt } })),
    ...(step === "silence"
      ? [aState(step, { ticked: ["workflows", "outbound", "surveys", "assignment", "apps"] })]
      : []),
    ...(step === "sampling"
      ? [
          aState(step, { toProduction: true }),
          aState(step, { toProduction: true, halt: { kind: "failed", ...halt } }),
        ]
      : []),
  ]);

export const facts: Facts = {
  at: "2026-01-02T00:00:00.000Z",
  connected: true,
  workspace: "Harborline",
  termsHash: "t".repeat(64),
  map: { revision: 3, hash: "m".repeat(64), doubtful: 2, pages: 3 },
  plan: { hash: PLAN, mapHash: "m".repeat(64) },
  missingTeams: [],
  workStartedAt: "2026-01-03T00:00:00.000Z",
};
export const emptyFacts: Facts = { at: facts.at, connected: false, termsHash: facts.termsHash };

/** A change of the map that waits for its button. */
export const aProposal = {
  id: "proposal-1",
  changes: [{ kind: "set-status", boardId: "1", statusId: "1", state: "closed" }],
  lines: ["Status *Waiting*: Open → *Closed*"],
  asks: [],
  revision: 3,
  after: "n".repeat(64),
  by: dana,
  ts: "2.2",
} as const;

/** What the button of a state says yes to. */
export function hashFor(state: ConversationState): string | undefined {
  if (state.step === "terms") return facts.termsHash;
  if (state.step === "map-review") return facts.map?.hash;
  return planHashOf(state);
}

const questions: readonly Question[] = [
  { about: "status" },
  { about: "help" },
  { about: "start" },
  { about: "unknown" },
  { about: "exceptions" },
  { about: "report" },
  { about: "guides" },
  { about: "tickets" },
  { about: "delta" },
  { about: "ticket", ticketId: "1" },
  ...TOPICS.map((topic) => ({ about: "topic", topic }) as const),
];

export function everyEvent(state: ConversationState): readonly ConversationEvent[] {
  const clicks = ROLES.flatMap((role) =>
    ACTIONS.flatMap((action) =>
      STEPS.flatMap((step) =>
        [action.startsWith("correction.") ? aProposal.id : hashFor(state), "old"].map((hash) => ({
          kind: "clicked" as const,
          action,
          step,
          actor: actorOf(role),
          role,
          argument: "apps",
          typed: "Harborline",
          changes: null,
          ...(hash ? { hash } : {}),
        })),
      ),
    ),
  );
  const asked = ROLES.flatMap((role) =>
    questions.map((question) => ({ kind: "asked" as const, actor: actorOf(role), role, question })),
  );
  const ended = TASKS.flatMap((task) =>
    (["done", "paused", "failed", "cancelled"] as const).flatMap((outcome) =>
      [undefined, "run-1"].map((runId) => ({
        kind: "task" as const,
        task: { migrationId: "m1", task, outcome, ...(runId ? { runId } : {}) },
      })),
    ),
  );
  const { lines, asks, revision, after } = aProposal;
  const corrected = ROLES.flatMap((role) =>
    [aProposal.changes, []].map((changes) => ({
      kind: "corrected" as const,
      actor: actorOf(role),
      role,
      changes,
      lines,
      asks,
      revision,
      after,
    })),
  );
  return [...clicks, ...asked, ...corrected, ...ended, { kind: "connected", person: dana }];
}
