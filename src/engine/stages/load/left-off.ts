// A record that was moved without a field: listed, until a later write brings the field along.
import { leftOffIn } from "../../converge/index.ts";
import { SkipError } from "../../errors.ts";
import type { Desired } from "../../model/desired.ts";
import type { Applied } from "../../model/operation.ts";

export function describeLeftOff(kind: Desired["kind"], applied: Applied): SkipError | undefined {
  const leftOff = leftOffIn(applied);
  const [first] = leftOff;
  if (first === undefined) return undefined;
  const fields = leftOff.map(({ field }) => field);
  if (leftOff.some(({ why }) => why === "ambiguous")) {
    return new SkipError({ code: "email_ambiguous", args: { kind, fields } });
  }
  return new SkipError({
    code: "field_refused",
    args: { kind, fields, ...(first.said === "" ? {} : { said: first.said }) },
  });
}
