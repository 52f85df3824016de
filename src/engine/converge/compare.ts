// desired × observed → a verdict per field, for reconciliation and for the field diff of a sample.
import { SkipError } from "../errors.ts";
import type { Desired } from "../model/desired.ts";
import type { Observed } from "../model/observed.ts";
import type { ResolveLink } from "../model/operation.ts";
import type { FieldVerdict } from "../model/reports/certificate.ts";
import type { SourceRef } from "../model/source/source.ts";
import { kindOf } from "./kinds.ts";
import { type CompareOptions, VerdictList } from "./verdicts.ts";

/**
 * One verdict per field and part. `altered`: as desired, though the value had to be changed on its way (the reason
 * says how), or a policy kept what was there. Never throws for a link that is missing: that is a verdict too.
 */
export function compareObserved(
  desired: Desired,
  observed: Observed | null,
  resolve: ResolveLink,
  options: CompareOptions = {},
): readonly FieldVerdict[] {
  const verdicts = new VerdictList(desired, observed?.id, options);
  if (observed === null || observed.kind !== desired.kind) {
    verdicts.add("record", desired.kind, "nothing", "missing");
    return verdicts.list;
  }
  const link = (ref: SourceRef) => findLink(resolve, ref);
  kindOf(desired.kind).compare(desired, observed, { link, verdicts, options });
  return verdicts.list;
}

/** A record that was skipped has no link; comparing goes on and says so. Anything else is no matter of the record. */
function findLink(resolve: ResolveLink, ref: SourceRef): string | undefined {
  try {
    return resolve(ref);
  } catch (error) {
    if (error instanceof SkipError) return undefined;
    throw error;
  }
}
