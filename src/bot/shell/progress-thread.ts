// The details of a run, in the thread of its progress message: phases as they change, exceptions by group.
import type { Engine } from "../../engine/engine.ts";
import { type Exception, RUN_PHASES, type Run } from "../../engine/model/run.ts";
import type { Words } from "../../words/words.ts";
import { bullets } from "../blocks/block.ts";
import { joinWithin } from "../blocks/limits.ts";
import { formatGroup, groupExceptions } from "../cards/exception-groups.ts";

const LOOKED_AT = 200;
const GROUPS = 8;

function formatGroups(
  { total, first }: { readonly total: number; readonly first: readonly Exception[] },
  words: Words,
): string {
  const lines = groupExceptions(first)
    .slice(0, GROUPS)
    .map((group) => formatGroup(group, words));
  return joinWithin([words.progress.groupsTitle(total), ...lines.map((line) => bullets([line]))]);
}

/** "Companies: done, 40. Next: Contacts, 300." */
function formatPhase(run: Run, words: Words): string | undefined {
  const { phase, phases } = run.progress;
  if (!phase) return undefined;
  const before = RUN_PHASES.slice(0, RUN_PHASES.indexOf(phase)).findLast((name) => phases[name]);
  const done = before && phases[before];
  return [
    ...(before && done ? [words.progress.phaseDone(words.phase(before), done.done)] : []),
    // Reading counts its own steps, which say nothing to anybody.
    words.progress.phaseBegins(words.phase(phase), phase === "extract" ? 0 : (phases[phase]?.total ?? 0)),
  ].join(" ");
}

/** What is new since it was last asked, each thing once for any process and restart. */
export async function assembleDetails(engine: Engine, run: Run, words: Words): Promise<readonly string[]> {
  const details: string[] = [];
  const { phase, exceptions } = run.progress;
  const phaseText = phase ? formatPhase(run, words) : undefined;
  if (phaseText && (await engine.firstDelivery(`phase:${run.id}:${phase}`))) details.push(phaseText);
  if (exceptions === 0) return details;
  const found = await engine.exceptions(run.migrationId, LOOKED_AT);
  const codes = [...new Set(found.first.map(({ code }) => code))];
  const isNew = await Promise.all(codes.map((code) => engine.firstDelivery(`group:${run.id}:${code}`)));
  if (isNew.some(Boolean)) details.push(formatGroups(found, words));
  return details;
}
