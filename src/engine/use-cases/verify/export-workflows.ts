// What is not migrated, written to a folder: workflows and SLAs with a rebuild guide, and tables for reference.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import type { SourceAutomations } from "../../model/reports/automation.ts";
import type { Print } from "../../model/sayings/printed.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import type { ExportReport } from "../../operator.ts";
import { AGREEMENTS, CONFIGURATIONS, PROJECTS } from "../../rebuild-guide/asset-tables.ts";
import { buildSlaGuide } from "../../rebuild-guide/build-sla-guide.ts";
import { buildWorkflowGuide } from "../../rebuild-guide/build-workflow-guide.ts";
import type { Source } from "../../source/port.ts";
import { fetchList } from "../../stages/survey/lists.ts";
import { type Dependencies, requireConnection, withSource } from "../dependencies.ts";
import { exportTables, type WrittenFile } from "./export-tables.ts";

/**
 * Reads the source now (no extract is needed) and writes nothing to it or to Intercom. Files that are there already
 * are replaced.
 * @param directory absolute; made when it is missing
 * @throws InputError when it can't be written to; AskError and RetryError of the source
 */
export async function exportWorkflows(
  deps: Dependencies,
  migrationId: string,
  directory: string,
): Promise<ExportReport> {
  const connection = await requireConnection(deps, migrationId);
  const exportedAt = deps.clock().toISOString();
  try {
    await mkdir(directory, { recursive: true });
    return await withSource(deps, connection, (source) =>
      exportAll(source, directory, exportedAt, deps.print),
    );
  } catch (error) {
    throw isOfTheFileSystem(error) ? unwritable(directory, error) : error;
  }
}

async function exportAll(
  source: Source,
  directory: string,
  exportedAt: string,
  print: Print,
): Promise<ExportReport> {
  const { title } = await source.identify();
  const head = { title, exportedAt };
  const files: WrittenFile[] = [];
  const write = async (name: string, text: string, rows: number) => {
    await writeFile(join(directory, name), text);
    files.push({ name, rows });
  };
  const found = (await source.fetchWorkflows?.()) ?? noAutomationsOf(title);
  const warnings = [...found.warnings];
  const warn = (saying: Saying) => void warnings.push(saying);
  const { slaUse, calendars, workflows, scripts = [] } = found;
  await write("workflows.json", asJson({ ...head, workflows, scripts }), workflows.length + scripts.length);
  await write("workflows.md", buildWorkflowGuide(head, print(found)), workflows.length + scripts.length);

  const slas = await fetchList(source, "sla", warn);
  const boards = await fetchList(source, "board", warn);
  await write("slas.json", asJson({ ...head, slas, calendars, slaUse }), slas.length);
  await write("slas.md", buildSlaGuide(head, { slas, boards, calendars, slaUse }), slas.length);

  files.push(...(await exportTables(source, "configuration", CONFIGURATIONS, directory, warn)));
  files.push(...(await exportTables(source, "agreement", AGREEMENTS, directory, warn)));
  files.push(...(await exportTables(source, "project", PROJECTS, directory, warn)));
  return { directory, files, workflows: workflows.length, scripts: scripts.length, warnings };
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Of a source that has no way to tell. */
export const noAutomationsOf = (title: string): SourceAutomations => ({
  workflows: [],
  calendars: [],
  slaUse: [],
  warnings: [{ code: "no_automations", args: { source: title } }],
});

function isOfTheFileSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "path" in error;
}

function unwritable(directory: string, cause: unknown): InputError {
  return new InputError({ code: "directory_unwritable", args: { directory }, cause });
}
