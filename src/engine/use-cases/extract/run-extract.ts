// Brings the staged extract up to date, and records what could not be read.
import type { Exception } from "../../model/run.ts";
import type { Source } from "../../source/port.ts";
import { type ExtractRequest, extract } from "../../stages/extract/extract.ts";
import { type Dependencies, requireConnection, withSource } from "../dependencies.ts";
import { isOfExtract, resolveExtractExceptions } from "./resolve-extract-exceptions.ts";

export interface ExtractOptions {
  readonly signal?: AbortSignal;
  /** Records over all types. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Exceptions are recorded under it. */
  readonly runId?: string;
}

const MOST_EXCEPTIONS = 10_000;

/** Everything the first time, later what changed. Sentences of what is missing come back. */
export async function extractAll(
  deps: Dependencies,
  migrationId: string,
  options: ExtractOptions,
): Promise<readonly string[]> {
  const connection = await requireConnection(deps, migrationId);
  // The same part of the same kind is said once, as it was found last.
  const missing = new Map<string, string>();
  const recurred = new Set<string>();
  await withSource(deps, connection, async (source) => {
    const hear = (exceptions: readonly Exception[]) => {
      for (const { source: ref, code, message } of exceptions) {
        missing.set(`${ref.type}:${ref.id}:${code}`, message);
        recurred.add(`${ref.type}:${ref.id}`);
      }
    };
    const { mode, resumed } = await extract(assembleExtractRequest(deps, source, migrationId, options, hear));
    // What the part before the break (or a sample) met was not met again, and is no less missing.
    for (const message of resumed ? await listMetBefore(deps, migrationId) : [])
      missing.set(message, message);
    await resolveExtractExceptions(deps, source, migrationId, { mode, resumed, recurred });
  });
  return [...new Set(missing.values())];
}

async function listMetBefore({ store }: Dependencies, migrationId: string): Promise<readonly string[]> {
  const open = await store.exceptions.list(migrationId, "production", MOST_EXCEPTIONS);
  return open.filter((one) => isOfExtract(one)).map(({ message }) => message);
}

/** `hear` is told of every exception. */
export function assembleExtractRequest(
  deps: Dependencies,
  source: Source,
  migrationId: string,
  { signal, onProgress, runId = "extract" }: ExtractOptions,
  hear: (exceptions: readonly Exception[]) => void = () => undefined,
): ExtractRequest {
  const { store, blobs, clock, log } = deps;
  const counts = new Map<string, { done: number; total: number }>();
  return {
    ...{ source, staging: store.staging, migrationId, environment: "production", clock, log },
    ...(blobs === undefined ? {} : { blobs: blobs.of(migrationId) }),
    ...(signal === undefined ? {} : { signal }),
    onProgress: ({ type, done, total }) => {
      counts.set(type, { done, total: Math.max(total ?? 0, done) });
      const all = [...counts.values()];
      onProgress?.(
        all.reduce((sum, c) => sum + c.done, 0),
        all.reduce((sum, c) => sum + c.total, 0),
      );
    },
    onExceptions: async (exceptions) => {
      hear(exceptions);
      await store.exceptions.record(migrationId, runId, exceptions);
    },
  };
}
