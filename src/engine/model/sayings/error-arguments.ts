// Every error's code and arguments; the words room has a message and a remedy for each, in every language.
import type { CanaryErrors } from "./errors-of-canary.ts";
import type { PreflightErrors } from "./errors-of-preflight.ts";
import type { OneOf } from "./saying.ts";
import type { ToldErrors } from "./told.ts";

export interface ErrorArguments extends CanaryErrors, PreflightErrors, ToldErrors {}

export type ErrorSaying = OneOf<ErrorArguments>;
