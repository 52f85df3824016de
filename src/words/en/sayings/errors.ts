// English: every error, what happened and what to do.
import type { ErrorSaying } from "../../../engine/model/sayings/error-arguments.ts";
import { type ErrorTexts, makeExplain } from "../../say.ts";
import { canaryErrors } from "./canary.ts";

const explain = (error: { readonly code: string }) => makeExplain(errors)(error as ErrorSaying);

export const errors: ErrorTexts = {
  ...canaryErrors(explain),
  told: (told) => told,
};
