// Several lists at a time: pages are few and slow, and the limit is used all the time.
import type { ExtractContext } from "./context.ts";

/** The first failure stops the others, and is thrown once they have stopped; so is the signal's reason. */
export async function extractSideBySide(
  context: ExtractContext,
  works: readonly ((context: ExtractContext) => Promise<unknown>)[],
): Promise<void> {
  const failure = new AbortController();
  const { signal } = context;
  const shared = {
    ...context,
    signal: signal ? AbortSignal.any([signal, failure.signal]) : failure.signal,
  };
  await Promise.all(works.map((work) => work(shared).catch((error: unknown) => failure.abort(error))));
  signal?.throwIfAborted();
  failure.signal.throwIfAborted();
}
