// The few moves that all steps share: staying, deciding, going on, and going back to the map.
import type { Role } from "../../engine/model/migration.ts";
import { moment } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { StepName } from "../step-names.ts";
import { type DecisionName, formatDecision } from "./decision.ts";
import type { ClickEvent, Facts } from "./event.ts";
import type { Command, Effect, Outcome } from "./outcome.ts";
import { type ConversationState, DECISIONS_KEPT, type SharedState, type StateOf } from "./state.ts";

export interface StepContext<S extends StepName> {
  readonly state: StateOf<S>;
  readonly facts: Facts;
  /** The language of whoever acts: for what only they read. */
  readonly words: Words;
  /** The language of the channel. */
  readonly channel: Words;
  /** True while a task of ours may still write. */
  readonly atWork: boolean;
}
export interface ClickContext<S extends StepName> extends StepContext<S> {
  readonly event: ClickEvent;
}

export const CUSTOMER: readonly Role[] = ["customer"];
export const MANAGER: readonly Role[] = ["account-manager"];
export const BOTH: readonly Role[] = ["customer", "account-manager"];

export const stay = (state: ConversationState, ...effects: readonly Effect[]): Outcome => ({
  state,
  commands: [],
  effects,
});

export const postEphemeral = (text: string): Effect => ({ kind: "post-ephemeral", text });

/** What survives from one step to the next; the card is the old step's, so it doesn't. */
export function carry(state: ConversationState): SharedState {
  const { version, customer, decisions, handled } = state;
  return { version, customer, decisions, handled, card: null, halt: null, proposal: null };
}

/** A person decided: the next state remembers it, the old card says it, the new card is posted. */
export function decide(
  { state, event, facts, channel }: ClickContext<StepName>,
  what: DecisionName,
  next: ConversationState,
  commands: readonly Command[] = [],
): Outcome {
  const decision = { step: event.step, what, by: event.actor, at: facts.at };
  return {
    state: { ...next, decisions: [...state.decisions, decision].slice(-DECISIONS_KEPT) },
    commands,
    effects: [{ kind: "settle", line: formatDecision(channel, decision) }, { kind: "card" }],
  };
}

/** Work ended well: the old card says so, the new card is posted. */
export function proceed({ facts, channel }: StepContext<StepName>, next: ConversationState): Outcome {
  return {
    state: next,
    commands: [],
    effects: [{ kind: "settle", line: channel.decided.finished(moment(facts.at)) }, { kind: "card" }],
  };
}

/** Refuses while work is under way. */
export const onceStill =
  <S extends StepName>(run: (context: ClickContext<S>) => Outcome) =>
  (context: ClickContext<S>): Outcome =>
    context.atWork ? stay(context.state, postEphemeral(context.words.refusal.busy)) : run(context);

/** Back to the map, from any step between the plan and the cutover. */
export function backToMap(context: ClickContext<StepName>): Outcome {
  return decide(context, "back", {
    ...carry(context.state),
    step: "map-review",
    page: 0,
  });
}

/** The plan and who approved it, for steps that are bound to them. */
export function bound(state: Extract<ConversationState, { approver: unknown }>) {
  return { ...carry(state), planHash: state.planHash, approver: state.approver };
}
