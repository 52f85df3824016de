// The field map: its schema, the default, checks, changes and hash; pure.
export { attributesOfMap } from "./attributes.ts";
export { applyChange, isApplicable, type MapChange } from "./change.ts";
export { assembleDefaultMap } from "./default-map.ts";
export { diffMaps } from "./diff-maps.ts";
export { mapHash } from "./hash.ts";
export type { MapIssue } from "./map-issue.ts";
export { assembleQuestions, type MapQuestion } from "./questions.ts";
export {
  ASK_BELOW,
  type BoardRule,
  type FieldMap,
  type FieldRule,
  fieldMap,
  type MemberRule,
  type Policies,
  type StatusRule,
} from "./schema.ts";
export { type MapSurroundings, validateMap } from "./validate.ts";
