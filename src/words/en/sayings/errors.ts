// English: every error, what happened and what to do.
import type { ErrorTexts } from "../../say.ts";

export const errors: ErrorTexts = {
  told: (told) => told,
};
