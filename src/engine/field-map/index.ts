// The field map: its schema, the default, checks, changes and hash; pure.
export { attributesOfMap } from "./attributes.ts";
export { applyChange, isApplicable, type MapChange } from "./change.ts";
export { assembleDefaultMap } from "./default-map.ts";
export { diffMaps } from "./diff-maps.ts";
export { mapHash } from "./hash.ts";
export { assembleMapSchema } from "./json-schema.ts";
export { assembleQuestions } from "./questions.ts";
export { reuseMap } from "./reuse-map.ts";
export { ASK_BELOW, type FieldMap, type FieldRule, fieldMap } from "./schema.ts";
export { validateMap } from "./validate.ts";
