// Every error's code and arguments; the words room has a message and a remedy for each, in every language.
import type { CanaryErrors } from "./errors-of-canary.ts";
import type { DecidingErrors } from "./errors-of-deciding.ts";
import type { KeepingErrors } from "./errors-of-keeping.ts";
import type { PreflightErrors } from "./errors-of-preflight.ts";
import type { RefusalErrors } from "./errors-of-refusals.ts";
import type { SourceErrors } from "./errors-of-sources.ts";
import type { StartingErrors } from "./errors-of-starting.ts";
import type { WritingErrors } from "./errors-of-writing.ts";
import type { OneOf } from "./one-of.ts";
import type { ToldErrors } from "./told.ts";

export interface ErrorArguments
  extends CanaryErrors,
    DecidingErrors,
    SourceErrors,
    WritingErrors,
    KeepingErrors,
    PreflightErrors,
    RefusalErrors,
    StartingErrors,
    ToldErrors {}

export type ErrorSaying = OneOf<ErrorArguments>;
