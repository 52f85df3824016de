// Work under way: a plan of its phases, with percent, rate and time left outside it, edited in place.

import { type Progress, RUN_PHASES, type Run, type RunPhase } from "../../engine/model/run.ts";
import type { ReadSoFar } from "../../engine/model/source/extract-progress.ts";
import type { Words } from "../../words/words.ts";
import {
  actions,
  type Block,
  button,
  type Card,
  context,
  exceptionsButton,
  header,
  section,
} from "../blocks/block.ts";
import { clip, escapeMrkdwn } from "../blocks/limits.ts";
import { planHashOf, type StateOf } from "../conversation/state.ts";
import type { Work, WorkStep } from "../steps/step.ts";
import { cancelApart } from "./cancel-button.ts";
import type { CardData } from "./card-data.ts";

export interface Totals {
  readonly done: number;
  readonly total: number;
  readonly percent: number;
}

const RECORD_PHASES: readonly RunPhase[] = ["companies", "contacts", "conversations", "articles", "rollback"];

export function assembleTotals(progress: Progress): Totals {
  // Reading and preparing come before the records are counted: they would let the percentage jump back.
  const phases = RECORD_PHASES.flatMap((phase) => progress.phases[phase] ?? []);
  const done = phases.reduce((sum, phase) => sum + phase.done, 0);
  const total = phases.reduce((sum, phase) => sum + Math.max(phase.total, phase.done), 0);
  return { done, total, percent: total === 0 ? 0 : Math.floor((100 * done) / total) };
}

const bar = (percent: number): string => {
  const filled = Math.round(Math.min(100, Math.max(0, percent)) / 5);
  // Not as code: Slack prints that in red, and red is for trouble.
  return "█".repeat(filled) + "░".repeat(20 - filled);
};

function statusOf(
  { state, progress }: Run,
  phase: RunPhase,
): "pending" | "in_progress" | "complete" | "error" {
  if (state === "done") return "complete";
  const { done, total } = progress.phases[phase] ?? { done: 0, total: 0 };
  if (progress.phase === phase) return state === "failed" ? "error" : "in_progress";
  if (total > 0 && done >= total) return "complete";
  const order = RUN_PHASES.indexOf(phase);
  return progress.phase && order < RUN_PHASES.indexOf(progress.phase) ? "complete" : "pending";
}

function buildPlan(run: Run, title: string, words: Words): Block[] {
  const phases = RUN_PHASES.filter((phase) => run.progress.phases[phase]);
  if (phases.length === 0) return [];
  const tasks = phases.map((phase) => {
    const { done, total } = run.progress.phases[phase] ?? { done: 0, total: 0 };
    return {
      type: "task_card",
      task_id: phase,
      title: clip(`${words.phase(phase)}: ${done} / ${total}`, 150),
      status: statusOf(run, phase),
    };
  });
  return [{ type: "plan", title: clip(title, 150), tasks }];
}

/** One line: percent and count; the next: rate, time left, exceptions, what it waits for. */
function describe({ state, progress }: Run, words: Words): string {
  const text = words.progress;
  const isDone = state === "done";
  const { percent, done, total } = assembleTotals(progress);
  const { etaSeconds: eta } = progress;
  const facts = [
    text.rate(progress.writes, progress.rate),
    ...(isDone ? [] : [eta ? text.eta(eta.low, eta.high) : text.etaUnknown]),
    text.exceptions(progress.exceptions),
  ];
  return [
    `${bar(percent)} ${text.line(percent, done, total)}`,
    facts.join(" · "),
    progress.waiting && !isDone ? escapeMrkdwn(words.say(progress.waiting), 300) : "",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Notes and files come ticket by ticket: what takes the time. */
function describeReading({ tickets, withNotes, withFiles }: ReadSoFar, words: Words): string {
  const steps = withFiles === undefined ? 1 : 2;
  const percent = Math.floor((100 * (withNotes + (withFiles ?? 0))) / (steps * tickets));
  return `${bar(percent)} ${words.progress.reading(Math.min(100, percent), tickets, withNotes, withFiles)}`;
}

export function buildProgressCard<S extends WorkStep>(
  state: StateOf<S>,
  works: Work<S>,
  data: CardData,
  words: Words,
): Card {
  const { title, text } = words.work[state.step];
  const { run } = data;
  const hash = planHashOf(state);
  const value = { m: data.migration.id, s: state.step, ...(hash ? { h: hash } : {}) };
  const buttons = [
    button(words.progress.pause, "run.pause", value),
    ...((run?.progress.exceptions ?? 0) > 0 ? [exceptionsButton(words.progress.showExceptions)] : []),
  ];
  // Reading, drafting and verifying have no run: there is nothing to stop.
  if (!works.run) {
    const { reading } = data;
    return {
      text: title,
      blocks: [header(title), section(text), ...(reading ? [context(describeReading(reading, words))] : [])],
    };
  }
  return {
    text: run ? `${title}: ${assembleTotals(run.progress).percent} %` : title,
    blocks: [
      header(title),
      section(run && assembleTotals(run.progress).total > 0 ? describe(run, words) : words.progress.starting),
      ...(run ? buildPlan(run, title, words) : []),
      context(text),
      actions(...buttons),
      ...(works.isManagers ? [] : [cancelApart(value, words)]),
    ],
  };
}
