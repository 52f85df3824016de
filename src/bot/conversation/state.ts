// The state of one conversation: versioned JSON, validated whenever it is loaded, discriminated by step.
import { z } from "zod";
import { STEPS, type StepName } from "../step-names.ts";
import { actor, proposal } from "./proposal.ts";

/** What somebody decided, so that an old button can say so. */
const decision = z.strictObject({
  step: z.enum(STEPS),
  /** A name of `words.decided`. */
  what: z.string().max(200),
  by: actor,
  /** ISO-8601. */
  at: z.string(),
});

/** Why a step that works stands still. */
const halt = z.strictObject({
  kind: z.enum(["paused", "failed", "cancelled"]),
  message: z.string().max(1000),
  remedy: z.string().max(1000),
});
export type Halt = z.infer<typeof halt>;

/** Newest last; older ones are forgotten (the audit log keeps them). */
export const DECISIONS_KEPT = 40;
export const HANDLED_KEPT = 60;

const shared = {
  version: z.literal(1),
  /** Who decides for the customer; null until somebody says so. */
  customer: actor.nullable(),
  /** The message of the decision that waits, or of the work under way; null until it was posted. */
  card: z.strictObject({ ts: z.string() }).nullable(),
  decisions: z.array(decision).max(DECISIONS_KEPT),
  /** Ends of tasks that were dealt with: they are delivered at least once. */
  handled: z.array(z.string()).max(HANDLED_KEPT),
  halt: halt.nullable(),
  /** A change of the map that waits for its button. */
  proposal: proposal.nullable().default(null),
};
const early = <T extends StepName>(step: T) => z.strictObject({ ...shared, step: z.literal(step) });
/** Bound to a plan that the customer approved. */
const bound = { ...shared, planHash: z.string().min(1), approver: actor };
const planned = <T extends StepName>(step: T) => z.strictObject({ ...bound, step: z.literal(step) });

const conversationState = z.discriminatedUnion("step", [
  early("welcome"),
  early("connect"),
  early("terms"),
  early("surveying"),
  early("survey-review"),
  early("proposing"),
  z.strictObject({ ...shared, step: z.literal("map-review"), page: z.number().int().min(0) }),
  early("planning"),
  z.strictObject({ ...shared, step: z.literal("plan-review"), planHash: z.string().min(1) }),
  planned("teams"),
  /** `toProduction`: an account manager has the sample written there. */
  z.strictObject({ ...bound, step: z.literal("sampling"), toProduction: z.boolean().optional() }),
  planned("sample-review"),
  planned("removing-sample"),
  z.strictObject({ ...bound, step: z.literal("silence"), ticked: z.array(z.string().max(40)).max(20) }),
  planned("cutover-review"),
  planned("running"),
  planned("migrated"),
  /** `onlyFailed`: what did not make it is tried again, and nothing else. */
  z.strictObject({ ...bound, step: z.literal("updating"), onlyFailed: z.boolean().optional() }),
  planned("verifying"),
  planned("certified"),
  planned("rolling-back"),
  planned("rolled-back"),
]);
export type ConversationState = z.infer<typeof conversationState>;
type StatesByName = { readonly [S in StepName]: Extract<ConversationState, { step: S }> };
export type StateOf<S extends StepName> = StatesByName[S];

/** The fields that every step has. */
export type SharedState = Pick<
  ConversationState,
  "version" | "customer" | "card" | "decisions" | "handled" | "halt" | "proposal"
>;

export function firstState(customer: z.infer<typeof actor> | null): StateOf<"welcome"> {
  return {
    version: 1,
    step: "welcome",
    customer,
    card: null,
    decisions: [],
    handled: [],
    halt: null,
    proposal: null,
  };
}

/** Undefined when it is not a state of ours (another version, damaged): the caller says so and starts over. */
export function parseState(value: unknown): ConversationState | undefined {
  const parsed = conversationState.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export function planHashOf(state: ConversationState): string | undefined {
  return "planHash" in state ? state.planHash : undefined;
}
