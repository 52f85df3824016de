// Desired × applied × observed → operations, verdicts, plans; pure.
export { type CompareOptions, compareObserved } from "./compare.ts";
export { type DiffOptions, diffDesired, isUnsettled } from "./diff.ts";
export type { ExistingContactPolicy } from "./merge-contact.ts";
export { assemblePlan, missingTeams, type PlanInput } from "./plan.ts";
export { type PlanIdentity, planHash } from "./plan-hash.ts";
export { makePlanTally, type PlanTally, type TallyResult } from "./plan-tally.ts";
export { summarizePlan } from "./summary.ts";
