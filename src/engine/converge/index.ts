// Desired × applied × observed → operations, verdicts, plans; pure.
export { isUnsettled, leftOffIn } from "./applied-steps.ts";
export { compareObserved } from "./compare.ts";
export {
  continueConversation,
  MAX_PARTS,
  mayContinue,
  roomFor,
} from "./conversation/continue-conversation.ts";
export { diffDesired } from "./diff.ts";
export { kindOf } from "./kinds.ts";
export type { ExistingContactPolicy } from "./merge-contact.ts";
export { assemblePlan, missingTeams } from "./plan.ts";
export { planHash } from "./plan-hash.ts";
export { makePlanTally, type PlanTally } from "./plan-tally.ts";
export { referencesOf } from "./references.ts";
export { type CompareOptions, sameValue as sameAttribute } from "./verdicts.ts";
