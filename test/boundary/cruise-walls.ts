// Holds folders against the walls of .dependency-cruiser.cjs and names each breach.
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";

export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** `rule: from → to`, one line a breach, in a stable order. */
export async function findBreaches(baseDir: string, folders: readonly string[]): Promise<string[]> {
  const options = await extractDepcruiseOptions(`${repository}.dependency-cruiser.cjs`);
  const { output } = await cruise([...folders], { ...options, baseDir, validate: true });
  if (typeof output === "string") throw new Error(`Expected a result, got: ${output.slice(0, 200)}`);
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).toSorted();
}
