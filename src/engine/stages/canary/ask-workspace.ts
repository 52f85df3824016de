// The canary before a run: made, read back, judged and taken away, whatever happens in between.
import type { WorkspaceProfile } from "../../model/profile.ts";
import { askMirror, type MirrorOptions } from "./ask-mirror.ts";
import { attempt } from "./attempt.ts";
import type { CanaryTools } from "./canary-writes.ts";
import { judgeProfile } from "./judge-profile.ts";
import { removeCanaries } from "./remove-canary.ts";

/**
 * What stood of an earlier canary is removed first. The workspace is as it was afterwards, also when this throws.
 * `keep` gets the profile before it is judged, so that people can look at what stopped the run.
 * Throws AskError or AbortError: what makes a proof, silence or a rollback impossible.
 */
export async function askWorkspace(
  tools: CanaryTools,
  options: MirrorOptions,
  newNonce: () => string,
  keep: (profile: WorkspaceProfile) => Promise<void>,
): Promise<WorkspaceProfile> {
  await removeCanaries(tools);
  const asked = await attempt(tools, newNonce, (nonce) => askMirror(tools, nonce, options));
  const { metricsRemain } = await removeCanaries(tools);
  const profile = { ...asked, metricsRemain };
  await keep(profile);
  const hindrance = judgeProfile(profile);
  if (hindrance) throw hindrance;
  return profile;
}
