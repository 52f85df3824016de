// `cutover map export|import|schema`: the field map as a file, checked before it is taken.
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Operator } from "../engine/operator.ts";
import { makeOutput, type Streams } from "./output.ts";
import { readJson } from "./read-file.ts";

export interface MapTools {
  readonly streams: Streams;
  /** The map's JSON Schema. */
  readonly schema: () => Promise<unknown>;
  /** Opens the migration that FILE names; `mapPath` is where its map lies. */
  readonly withMigration: (
    path: string,
    use: (operator: Operator, migrationId: string, mapPath: string) => Promise<number>,
  ) => Promise<void>;
  readonly importMap: (operator: Operator, migrationId: string, map: unknown) => Promise<{ hash: string }>;
}

const print = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

export function addMapCommands(program: Command, tools: MapTools): void {
  const { streams } = tools;
  const map = program.command("map").description("export, import and describe the field map");
  map
    .command("export")
    .description("print the map as it stands, corrections in the chat included")
    .argument("<file>", "the migration, as JSON (README.md)")
    .option("--out <path>", "write it there instead")
    .action((path: string, { out }: { readonly out?: string }) =>
      tools.withMigration(path, async (operator, migrationId) => {
        const document = print(await operator.exportMap(migrationId));
        if (out === undefined) streams.out(document);
        else await writeFile(out, document);
        return 0;
      }),
    );
  map
    .command("import")
    .description("check a map against both systems and take it; every approval of an older plan is void")
    .argument("<file>", "the migration, as JSON (README.md)")
    .argument("<map>", "the map, as JSON (docs/field-map.schema.json)")
    .option("--json", "print one JSON document")
    .action((path: string, from: string, flags: { readonly json?: boolean }) =>
      tools.withMigration(path, async (operator, migrationId, mapPath) => {
        const document = await readJson(from);
        const { hash } = await tools.importMap(operator, migrationId, document);
        // The other commands read FILE's own map.
        await writeFile(mapPath, print(await operator.exportMap(migrationId)));
        makeOutput(streams, flags.json === true).result({ hash, map: mapPath }, [
          `Taken: map ${hash}`,
          `Wrote ${mapPath}`,
        ]);
        return 0;
      }),
    );
  map
    .command("schema")
    .description("print the map's JSON Schema")
    .action(async () => {
      streams.out(print(await tools.schema()));
    });
}
