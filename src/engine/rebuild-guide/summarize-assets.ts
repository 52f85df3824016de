// Projects' billing and hierarchies of configurations out of the extract: counted whole, the first of them shown.

import { listPages } from "../desired/context.ts";
import type { GuideHierarchy, RebuildGuides } from "../model/reports/rebuild-guides.ts";
import type { SourceProject, SourceRecords } from "../model/source/source.ts";
import type { SourceStaging } from "../store/repositories.ts";

const BATCH = 1000;
/** Rows that people read; `cutover export-workflows` writes all. */
const SHOWN = 100;
const SHOWN_PARTS = 10;

type Staged = Pick<SourceStaging, "listIds" | "load">;

async function* loadAll<T extends "project" | "configuration">(
  staging: Staged,
  migrationId: string,
  type: T,
): AsyncGenerator<SourceRecords[T]> {
  for await (const ids of listPages(staging, migrationId, type, BATCH)) {
    const records = await staging.load(migrationId, type, ids);
    for (const id of ids) {
      const record = records.get(id);
      if (record !== undefined) yield record;
    }
  }
}

export async function summarizeProjects(
  staging: Staged,
  migrationId: string,
): Promise<RebuildGuides["projects"]> {
  const open: SourceProject[] = [];
  const closed: SourceProject[] = [];
  let total = 0;
  let openCount = 0;
  for await (const project of loadAll(staging, migrationId, "project")) {
    total += 1;
    if (!project.closed) openCount += 1;
    const shown = project.closed ? closed : open;
    if (shown.length < SHOWN) shown.push(project);
  }
  return { total, open: openCount, first: [...open, ...closed].slice(0, SHOWN) };
}

/** Those with the most parts first. Holds ids of parents and a few names for each, never the records. */
export async function summarizeHierarchies(
  staging: Staged,
  migrationId: string,
): Promise<RebuildGuides["hierarchies"]> {
  const parents = new Map<string, { parts: number; firstParts: string[] }>();
  let configurations = 0;
  let children = 0;
  for await (const { name, parentConfigurationId } of loadAll(staging, migrationId, "configuration")) {
    configurations += 1;
    if (parentConfigurationId === undefined) continue;
    children += 1;
    const parent = parents.get(parentConfigurationId) ?? { parts: 0, firstParts: [] };
    parents.set(parentConfigurationId, parent);
    parent.parts += 1;
    if (parent.firstParts.length < SHOWN_PARTS) parent.firstParts.push(name);
  }
  const largest = [...parents].sort(([, a], [, b]) => b.parts - a.parts).slice(0, SHOWN);
  const records = await staging.load(
    migrationId,
    "configuration",
    largest.map(([id]) => id),
  );
  const first = largest.map(([id, { parts, firstParts }]): GuideHierarchy => {
    const record = records.get(id);
    const type = record?.configurationType?.name;
    const company = record?.company?.name;
    return {
      ...{ id, name: record?.name ?? `Configuration ${id}`, parts, firstParts },
      ...(type === undefined ? {} : { type }),
      ...(company === undefined ? {} : { company }),
    };
  });
  return { configurations, children, parents: parents.size, first };
}
