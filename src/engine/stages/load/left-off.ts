// A record that was moved without a field: listed, until a later write brings the field along.
import { leftOffIn } from "../../converge/index.ts";
import { SkipError } from "../../errors.ts";
import type { Desired } from "../../model/desired.ts";
import type { Applied } from "../../model/operation.ts";

export function describeLeftOff(kind: Desired["kind"], applied: Applied): SkipError | undefined {
  const leftOff = leftOffIn(applied);
  const [first] = leftOff;
  if (first === undefined) return undefined;
  const fields = leftOff.map(({ field }) => field).join(" and ");
  if (leftOff.some(({ why }) => why === "ambiguous")) {
    return new SkipError({
      code: "email_ambiguous",
      message: `Several users in Intercom have this ${kind}'s e-mail, and none is surely the one: it was moved without its ${fields}, with all its tickets.`,
      remedy:
        "Merge the users in Intercom, or give the one that is meant the contact's name; then change the contact in the source, or set the e-mail in Intercom.",
    });
  }
  return new SkipError({
    code: "field_refused",
    message: `Intercom refused the ${fields} of this ${kind}${first.said === "" ? "" : ` ("${first.said}")`}: it was moved without.`,
    remedy: `Correct the ${fields} in the source, then run again; or enter it in Intercom by hand.`,
  });
}
