// Every error's code and arguments; the words room has a message and a remedy for each, in every language.
import type { OneOf } from "./saying.ts";
import type { ToldErrors } from "./told.ts";

export interface ErrorArguments extends ToldErrors {}

export type ErrorSaying = OneOf<ErrorArguments>;
