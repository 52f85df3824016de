// One step of the conversation, written down as one record: what it waits for, shows and does. A missing part does not compile.
import type { Engine, ReportPage, TaskName, TaskOptions } from "../../engine/engine.ts";
import type { Actor, Role } from "../../engine/model/migration.ts";
import type { RunKind } from "../../engine/model/run.ts";
import type { Words } from "../../words/words.ts";
import type { Block, Card } from "../blocks/block.ts";
import type { CardData } from "../cards/card-data.ts";
import type { ActionName, ClickValue } from "../conversation/action-ids.ts";
import type { ClickContext, StepContext } from "../conversation/moves.ts";
import type { Outcome } from "../conversation/outcome.ts";
import type { StateOf } from "../conversation/state.ts";
import type { StepName } from "../step-names.ts";

/** A role, the program itself, or nobody. */
export type Waiting = "customer" | "account-manager" | "cutover" | "nobody";

/** What a transition needs to know of the engine beyond what every one does. */
export type FactName = "map" | "missingTeams";

/** Steps in which work is under way: those that the words have a title of work for. */
export type WorkStep = keyof Words["work"] & StepName;

export interface Work<S extends StepName> {
  /** Its pause, failure or cancellation is a halt. */
  readonly task: TaskName;
  /** Absent where nothing is written, and so nothing is to be paused. */
  readonly run?: RunKind;
  /** Taking back is the account manager's, and so is going on with it. */
  readonly isManagers?: true;
  /** What the task is started with again, beside the plan's hash. */
  options?(state: StateOf<S>): Pick<TaskOptions, "onlyFailed" | "toProduction">;
  /** What else may be pressed while it stands still. */
  ways?(state: StateOf<S>, value: ClickValue, words: Words): readonly Block[];
}

export interface StepAction<S extends StepName> {
  readonly who: readonly Role[];
  readonly facts?: readonly FactName[];
  /** What it does says itself what it was made for, or is harmless on a newer map or plan. */
  readonly withoutHash?: true;
  run(context: ClickContext<S>): Outcome;
}

export interface Step<S extends StepName> {
  readonly name: S;
  /** Whom it waits for; work that stands still waits for whoever may go on with it. */
  readonly waitsFor: Waiting;
  /** The work under way, whose title is a text of its own; null where people decide. */
  readonly works: S extends WorkStep ? Work<S> : null;
  /** Whether the map may be changed in it: it is not written with yet, or not any more. */
  readonly mapEditable: boolean;
  /** The report that there is most to read in. */
  readonly shows: ReportPage;
  readonly facts: readonly FactName[];
  /** What its card is drawn from, and no more. */
  data(engine: Engine, migrationId: string, state: StateOf<S>): Promise<Partial<CardData>>;
  card(state: StateOf<S>, data: CardData, words: Words): Card;
  /** What an approving button must say yes to. */
  hash?(context: StepContext<S>): string | undefined;
  /** What may be clicked, and by whom. Anything else is an old button. */
  readonly actions: Partial<Record<ActionName, StepAction<S>>>;
  /** Keys arrived. */
  connected?(context: StepContext<S>, by: Actor): Outcome;
  /** Tasks whose good end moves on: the one under way, and one that began just before a crash. */
  readonly tasks?: Partial<Record<TaskName, (context: StepContext<S>) => Outcome>>;
}
