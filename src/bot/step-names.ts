// The steps of the conversation, in the order in which a migration takes them.
import { z } from "zod";

export const STEPS = [
  "welcome",
  "connect",
  "terms",
  "surveying",
  "survey-review",
  "proposing",
  "map-review",
  "planning",
  "plan-review",
  "teams",
  "sampling",
  "sample-review",
  "removing-sample",
  "silence",
  "cutover-review",
  "running",
  "migrated",
  "delta",
  "verifying",
  "certified",
  "rolling-back",
  "rolled-back",
] as const;
export type StepName = (typeof STEPS)[number];

/** Names of older versions, which stored states and old buttons still carry. */
const RENAMED: Readonly<Record<string, StepName>> = { updating: "delta" };

export const stepName = z.preprocess(
  (name) => (typeof name === "string" && Object.hasOwn(RENAMED, name) ? RENAMED[name] : name),
  z.enum(STEPS),
);

export const parseStepName = (name: unknown): StepName | undefined => stepName.safeParse(name).data;
