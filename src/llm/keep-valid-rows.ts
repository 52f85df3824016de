// The last gate behind a model: a row that would make the map unusable goes back to what the built-in rules drafted.
import type { ProposalInput } from "../engine/field-map/proposer-port.ts";
import { type FieldMap, type FieldRule, fieldMap } from "../engine/field-map/schema.ts";
import { validateMap } from "../engine/field-map/validate.ts";

/** `drafted` has the rows of `base`, in its order. What comes back has no error that `base` has not. */
export function keepValidRows(base: FieldMap, drafted: FieldMap, input: ProposalInput): FieldMap {
  if (!fieldMap.safeParse(drafted).success) return base;
  const known = new Set(findErrorRows(base, input));
  const added = (map: FieldMap) => findErrorRows(map, input).filter((row) => !known.has(row));
  const broken = new Set(added(drafted));
  if (broken.size === 0) return drafted;
  const mended = {
    ...drafted,
    fields: drafted.fields.map((rule, index) =>
      rowsOf(rule).some((row) => broken.has(row)) ? (base.fields[index] ?? rule) : rule,
    ),
  };
  return added(mended).length === 0 ? mended : base;
}

/** What the workspace holds already is checked when the plan is made; it is not known yet. */
function findErrorRows(map: FieldMap, input: ProposalInput): readonly string[] {
  return validateMap(map, { ...input, existing: [] })
    .filter((issue) => issue.severity === "error")
    .map((issue) => issue.row);
}

function rowsOf({ id, target }: FieldRule): readonly string[] {
  return target?.kind === "attribute" ? [id, `attribute:${target.model}:${target.name}`] : [id];
}
