// Tells a part of the source that may not be read, or that this server does not have, from trouble with all of it.
import { AskError, SkipError } from "../errors.ts";

/** True when a right for this part is missing, and not the credentials as a whole. */
export function isRefused(error: unknown): error is AskError {
  return error instanceof AskError && error.code === "right_missing";
}

/** True when this server has no such list at all: an older ConnectWise, or a part that was never set up. */
export function isNotOffered(error: unknown): error is SkipError {
  return error instanceof SkipError && error.code === "not_found";
}
