// What a profile makes impossible: proof (times, texts, files that don't come back) or silence; pure.
import { AbortError, AskError, type CutoverError } from "../../errors.ts";
import { plainTextOf, type WorkspaceProfile, WRITERS } from "../../model/profile.ts";

/** The first thing that makes a proof or silence impossible; undefined when a run may go on. */
export function judgeProfile(profile: WorkspaceProfile): CutoverError | undefined {
  const { times, texts, files, outbound } = profile;
  if (outbound) return outboundDetected();
  const timeless = WRITERS.filter((writer) => !times[writer]);
  if (timeless.length > 0) return new AskError({ code: "times_not_kept", args: { of: timeless } });
  const html = plainTextOf(profile) === "html";
  const spoiled = WRITERS.filter(
    (writer) => texts[writer] !== "kept" && !(html && (writer === "opening" || writer === "contact")),
  );
  if (spoiled.length > 0) return new AskError({ code: "texts_not_kept", args: { of: spoiled } });
  const places = [files?.picture.place, files?.document.place];
  return places.includes("missing") ? new AskError({ code: "files_not_kept" }) : undefined;
}

export const outboundDetected = (): CutoverError =>
  new AbortError({ code: "canary_answered", shownAs: "outbound_detected" });

export const attributesLost = (names: readonly string[]): CutoverError =>
  new AskError({ code: "attributes_not_kept", args: { names } });
