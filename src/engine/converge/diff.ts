// desired × applied → what is still to be written; empty when the journal says that everything was.
import type { Desired } from "../model/desired.ts";
import type { Applied, Operation } from "../model/operation.ts";
import { isUnsettled, isWritten, written } from "./applied-steps.ts";
import { kindOf } from "./kinds.ts";
import type { DiffOptions } from "./object-kind.ts";

/**
 * Operations in the order they must be written. A record with a step whose outcome is unknown (`sent`, `unknown`) has
 * none: settle it first (see `isUnsettled`), since order and links depend on it. When `create` was answered by adopting
 * an existing record, diff again with what is `observed` of it: its `attributes` step is due only then.
 */
export function diffDesired(
  desired: Desired,
  applied: Applied,
  options: DiffOptions = {},
): readonly Operation[] {
  if (isUnsettled(applied)) return [];
  const kind = kindOf(desired.kind);
  if (written(applied, "create")) return kind.diff(desired, applied, options);
  return kind.steps(desired).filter((step) => !isWritten(applied, step));
}
