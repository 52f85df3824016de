// Brings the staged extract up to date, and records what could not be read.
import type { Exception } from "../../model/run.ts";
import { distinct } from "../../model/sayings/distinct.ts";
import type { ErrorSaying } from "../../model/sayings/error-arguments.ts";
import type { Saying } from "../../model/sayings/saying.ts";
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

/** Everything the first time, later what changed. What is missing comes back. */
export async function extractAll(
  deps: Dependencies,
  migrationId: string,
  options: ExtractOptions,
): Promise<readonly Saying[]> {
  const connection = await requireConnection(deps, migrationId);
  // The same part of the same kind is said once, as it was found last.
  const missing = new Map<string, ErrorSaying>();
  const recurred = new Set<string>();
  await withSource(deps, connection, async (source) => {
    const hear = (exceptions: readonly Exception[]) => {
      for (const { source: ref, code, saying } of exceptions) {
        missing.set(`${ref.type}:${ref.id}:${code}`, saying);
        recurred.add(`${ref.type}:${ref.id}`);
      }
    };
    const { mode, resumed } = await extract(assembleExtractRequest(deps, source, migrationId, options, hear));
    // What the part before the break (or a sample) met was not met again, and is no less missing.
    for (const { source: ref, code, saying } of resumed ? await listMetBefore(deps, migrationId) : []) {
      const key = `${ref.type}:${ref.id}:${code}`;
      if (!missing.has(key)) missing.set(key, saying);
    }
    await resolveExtractExceptions(deps, source, migrationId, { mode, resumed, recurred });
  });
  return distinct([...missing.values()]).map((error) => ({
    code: "of_error",
    args: { error, withRemedy: false },
  }));
}

async function listMetBefore({ store }: Dependencies, migrationId: string): Promise<readonly Exception[]> {
  const open = await store.exceptions.list(migrationId, "production", MOST_EXCEPTIONS);
  return open.filter((one) => isOfExtract(one));
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
