// Makes the empty database that a new data folder begins with; to be run when PGlite's version changes.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { constants, zstdCompressSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { pgliteVersion, preparedFile } from "../../src/engine/store/database/prepared-folder.ts";

/** The three databases of a cluster are copies of each other, some 8 MB apart. */
const WINDOW_LOG = 25;

const directory = await mkdtemp(join(tmpdir(), "cutover-prepare-"));
try {
  const database = await PGlite.create(directory);
  await database.exec("checkpoint");
  await database.close();

  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name).slice(directory.length + 1);
    return entry.isDirectory() ? `${path}/` : path;
  });
  const folders = paths.filter((path) => path.endsWith("/")).toSorted();
  // Files of one name lie side by side, and their copies compress to nothing.
  const files = paths
    .filter((path) => !path.endsWith("/"))
    .toSorted((a, b) => (basename(a) + a < basename(b) + b ? -1 : 1));
  const contents = await Promise.all(files.map((path) => readFile(join(directory, path))));
  const index = [
    ...folders.map((path) => [path, 0]),
    ...files.map((path, at) => [path, contents[at]?.length]),
  ];

  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...contents]);
  const packed = zstdCompressSync(bytes, {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_windowLog]: WINDOW_LOG,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });
  const target = preparedFile(await pgliteVersion());
  await writeFile(target, packed);
  console.log(`${target}: ${files.length} files, ${bytes.length} bytes, ${packed.length} packed`);
} finally {
  await rm(directory, { recursive: true, force: true });
}
