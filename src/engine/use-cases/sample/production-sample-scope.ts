// What samples of a migration wrote into a workspace, as a part of its journal.
import type { JournalScope } from "../../journal/journal.ts";
import type { Dependencies } from "../dependencies.ts";

export async function loadProductionSampleScope(
  { store }: Pick<Dependencies, "store">,
  migrationId: string,
  environment: JournalScope["environment"],
): Promise<Required<JournalScope>> {
  const runs = await store.runs.listIds(migrationId, "sample", environment);
  return { migrationId, environment, runs };
}
