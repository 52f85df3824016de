// A folder of exports made for one test, and the source that reads it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createCsvSource } from "../../../../src/engine/source/csv/index.ts";
import type { CsvSettings } from "../../../../src/engine/source/csv/settings.ts";
import type { Source } from "../../../../src/engine/source/port.ts";

/** Gone when the test ends. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "cutover-csv-test-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  return directory;
}

export async function openFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Partial<CsvSettings> = {},
): Promise<Source> {
  const source = createCsvSource({ directory: await makeFolder(files), ...settings });
  onTestFinished(() => source.close());
  return source;
}

export const TICKETS =
  "Ticket #,Summary,Board,Status,Entered,Company,Contact\n" +
  "1,Printer is jammed,Help Desk,New,2025-01-02T10:00:00Z,Acme,Dana Reed\n" +
  "2,Mail is slow,Help Desk,Closed,2025-01-03T10:00:00Z,Acme,Dana Reed\n";
