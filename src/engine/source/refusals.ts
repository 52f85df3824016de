// Tells trouble with a part of the source (a list, a record, a field) from trouble with all of it.
import { AskError, CutoverError, RetryError, SkipError } from "../errors.ts";

/** True when a right for this part is missing, and not the credentials as a whole. */
export function isRefused(error: unknown): error is AskError {
  return error instanceof AskError && error.code === "right_missing";
}

/** True when this server has no such list at all: an older ConnectWise, or a part that was never set up. */
export function isNotOffered(error: unknown): error is SkipError {
  return error instanceof SkipError && error.code === "not_offered";
}

const OF_ALL: ReadonlySet<string> = new Set(["credentials_refused", "company_unknown", "api_host_needed"]);

/** True when nothing more can be asked with these credentials, or at this address. */
export function isOfAll(error: CutoverError): boolean {
  return OF_ALL.has(error.code);
}

/** Whoever can say whether the source answers at all. */
export interface Answering {
  answers?(signal?: AbortSignal): Promise<boolean>;
}

/**
 * True for trouble with what was asked for alone: it costs that, and the rest goes on. Tries that are used up are an
 * outage unless the source answers something else; an abort is none of its trouble.
 */
export async function concernsOnePart(
  error: unknown,
  source: Answering,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (signal?.aborted || !(error instanceof CutoverError) || isOfAll(error)) return false;
  return !(error instanceof RetryError) || ((await source.answers?.(signal)) ?? false);
}
