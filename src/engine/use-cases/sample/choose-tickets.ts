// Which tickets a sample is made of: chosen from everything where it is staged, else from the lists alone.
import type { FieldMap } from "../../field-map/schema.ts";
import type { Progress, RunPhase } from "../../model/run.ts";
import type { Source } from "../../source/port.ts";
import { extract } from "../../stages/extract/extract.ts";
import { extractLists } from "../../stages/extract/lists.ts";
import type { SampleChoice } from "../../stages/sample/choose.ts";
import { chooseSample } from "../../stages/sample/field-diff.ts";
import { type Dependencies, requireConnection, withSource } from "../dependencies.ts";
import { assembleExtractRequest, extractAll } from "../extract/run-extract.ts";
import { NO_PROGRESS } from "../runs/execute-run.ts";

export interface ChooseOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * A sample needs the extract that its plan was made from, and no newer one. Where none was made yet, it reads what it
 * needs: the lists, and what belongs to the chosen tickets. What is chosen is staged when this ends.
 * @throws CutoverErrors of the source, and the signal's reason; call it again to go on
 */
export async function chooseTickets(
  deps: Dependencies,
  migrationId: string,
  map: FieldMap,
  options: ChooseOptions,
): Promise<SampleChoice> {
  if (!(await isExtracted(deps, migrationId))) {
    const connection = await requireConnection(deps, migrationId);
    const choice = await withSource(deps, connection, async (source) =>
      // Where notes come along with everything else, everything is there as soon.
      source.notesPerTicket ? chooseFromLists(deps, migrationId, source, map, options) : undefined,
    );
    if (choice !== undefined) return choice;
    await extractAll(deps, migrationId, inPhase("extract", options));
  }
  return chooseSample(deps.store.staging, migrationId, map);
}

async function isExtracted({ store }: Dependencies, migrationId: string): Promise<boolean> {
  const notes = await store.staging.loadCheckpoint(migrationId, "notes");
  const tickets = await store.staging.loadCheckpoint(migrationId, "ticket");
  return tickets?.completedAt !== undefined && notes?.completedAt !== undefined;
}

async function chooseFromLists(
  deps: Dependencies,
  migrationId: string,
  source: Source,
  map: FieldMap,
  options: ChooseOptions,
): Promise<SampleChoice> {
  const request = (phase: RunPhase) =>
    assembleExtractRequest(deps, source, migrationId, inPhase(phase, options));
  await extractLists(request("extract"));
  const choice = await chooseSample(deps.store.staging, migrationId, map, { listsOnly: true });
  await extract({ ...request("chosen"), onlyTickets: choice.ticketIds });
  return choice;
}

function inPhase(phase: RunPhase, { signal, onProgress }: ChooseOptions) {
  return {
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done: number, total: number) =>
      onProgress?.({ ...NO_PROGRESS, phase, phases: { [phase]: { done, total } } }),
  };
}
