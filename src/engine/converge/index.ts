// Desired × applied × observed → operations, verdicts, plans; pure.
export { type CompareOptions, compareObserved } from "./compare.ts";
export { continueConversation, MAX_PARTS, mayGoOn } from "./continue-conversation.ts";
export { diffDesired, isUnsettled } from "./diff.ts";
export type { ExistingContactPolicy } from "./merge-contact.ts";
export { assemblePlan, missingTeams } from "./plan.ts";
export { planHash } from "./plan-hash.ts";
export { makePlanTally, type PlanTally } from "./plan-tally.ts";
export { referencesOf } from "./references.ts";
export { summarizePlan } from "./summary.ts";
