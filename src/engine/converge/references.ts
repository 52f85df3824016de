// The records whose destination ids are needed to write and to compare a desired one.
import type { Desired } from "../model/desired.ts";
import type { SourceRef } from "../model/source/source.ts";
import { kindOf } from "./kinds.ts";

/** Itself among them. */
export function referencesOf(desired: Desired): readonly SourceRef[] {
  return [desired.source, ...kindOf(desired.kind).references(desired)];
}
