// The parts of a zip file as streams of text, bounded: a small file that unpacks to gigabytes is refused.
import { promisify } from "node:util";
import { type Entry, open, type ZipFile } from "yauzl";

export interface Zip {
  /** Bytes of a part once unpacked; undefined when there is none of that name. */
  sizeOf(name: string): number | undefined;
  /** @throws WorkbookError for a part that is missing, or that is more than it says */
  text(name: string): AsyncGenerator<string>;
  close(): void;
}

/** A workbook that can't be read, in words. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
}

const MOST_PARTS = 5000;
const MOST_PART_BYTES = 4 * 1024 ** 3;
/** Tables pack to a tenth or a fiftieth; what packs a thousandfold was made to do harm. */
const MOST_RATIO = 300;
const SMALL_BYTES = 16 * 1024 ** 2;

/** @throws WorkbookError for what is no zip, or is one that was made to do harm */
export async function openZip(path: string): Promise<Zip> {
  const file = await promisify<string, object, ZipFile>(open)(path, {
    lazyEntries: true,
    autoClose: false,
  }).catch((cause: unknown) => {
    throw new WorkbookError("it is no workbook, or is protected by a password", { cause });
  });
  try {
    const entries = await listEntries(file);
    const openStream = promisify(file.openReadStream.bind(file)) as (
      entry: Entry,
    ) => Promise<NodeJS.ReadableStream>;
    return {
      sizeOf: (name) => entries.get(name)?.uncompressedSize,
      async *text(name) {
        const entry = entries.get(name);
        if (entry === undefined) throw new WorkbookError(`it has no part ${name}`);
        const decoder = new TextDecoder("utf-8");
        try {
          // The library ends a part that unpacks to other than its entry says.
          for await (const piece of await openStream(entry))
            yield decoder.decode(piece as Buffer, { stream: true });
        } catch (cause) {
          throw new WorkbookError(`its part ${name} is damaged`, { cause });
        }
        yield decoder.decode();
      },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

function listEntries(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    file.on("error", (cause) => reject(new WorkbookError("its list of parts is damaged", { cause })));
    file.on("end", () => resolve(entries));
    file.on("entry", (entry: Entry) => {
      const { fileName, uncompressedSize, compressedSize } = entry;
      const ratio = uncompressedSize / Math.max(1, compressedSize);
      if (entries.size >= MOST_PARTS) return reject(new WorkbookError("it has too many parts"));
      if (uncompressedSize > MOST_PART_BYTES || (uncompressedSize > SMALL_BYTES && ratio > MOST_RATIO))
        return reject(new WorkbookError(`its part ${fileName.slice(0, 80)} unpacks to too much`));
      entries.set(fileName.replace(/^\//, ""), entry);
      return file.readEntry();
    });
    file.readEntry();
  });
}
