// The state of one conversation: versioned JSON, validated whenever it is loaded, discriminated by step.
import { z } from "zod";
import { parseStepName, STEPS, type StepName, stepName } from "../step-names.ts";
import { actor, proposal } from "./proposal.ts";

/** What somebody decided, so that an old button can say so. */
const decision = z.strictObject({
  step: stepName,
  /** A name of `words.decided`. */
  what: z.string().max(200),
  by: actor,
  /** ISO-8601. */
  at: z.string(),
});

/** Why a step that works stands still. */
const halt = z.preprocess(
  asToldError,
  z.strictObject({
    kind: z.enum(["paused", "failed", "cancelled"]),
    /** What the engine said; absent where a person did it, or nobody said why. */
    error: z.object({ code: z.string().max(100), args: z.unknown().optional() }).optional(),
    /** Who paused or cancelled. */
    by: actor.optional(),
  }),
);
export type Halt = z.infer<typeof halt>;

/** An older version stored prose. */
function asToldError(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("message" in value)) return value;
  const { message, remedy, ...rest } = value as { message: unknown; remedy?: unknown };
  return { ...rest, error: { code: "told", args: { message, remedy } } };
}

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
/** Bound to a plan that the customer approved. */
const bound = { planHash: z.string().min(1), approver: actor };

/** What each step remembers beside that. */
const FIELDS = {
  welcome: {},
  connect: {},
  terms: {},
  surveying: {},
  "survey-review": {},
  proposing: {},
  "map-review": { page: z.number().int().min(0) },
  planning: {},
  "plan-review": { planHash: bound.planHash },
  teams: bound,
  /** `toProduction`: an account manager has the sample written there. */
  sampling: { ...bound, toProduction: z.boolean().optional() },
  "sample-review": bound,
  "removing-sample": bound,
  silence: { ...bound, ticked: z.array(z.string().max(40)).max(20) },
  "cutover-review": bound,
  running: bound,
  migrated: bound,
  /** `onlyFailed`: what did not make it is tried again, and nothing else. */
  delta: { ...bound, onlyFailed: z.boolean().optional() },
  verifying: bound,
  certified: bound,
  "rolling-back": bound,
  "rolled-back": bound,
} satisfies Record<StepName, z.ZodRawShape>;

type Fields<S extends StepName> = (typeof FIELDS)[S] extends infer F extends z.ZodRawShape ? F : never;
export type ConversationState = {
  [S in StepName]: z.infer<z.ZodObject<typeof shared & { step: z.ZodLiteral<S> } & Fields<S>>>;
}[StepName];
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

const SCHEMAS = Object.fromEntries(
  STEPS.map((step) => [step, z.strictObject({ ...shared, ...FIELDS[step], step: z.literal(step) })]),
) as unknown as { readonly [S in StepName]: z.ZodType<StateOf<S>> };

/** Undefined when it is not a state of ours (another version, damaged): the caller says so and starts over. */
export function parseState(value: unknown): ConversationState | undefined {
  const step = parseStepName((value as { step?: unknown } | null)?.step);
  if (!step) return undefined;
  const parsed = SCHEMAS[step].safeParse({ ...(value as object), step });
  return parsed.success ? parsed.data : undefined;
}

export function planHashOf(state: ConversationState): string | undefined {
  return "planHash" in state ? state.planHash : undefined;
}
