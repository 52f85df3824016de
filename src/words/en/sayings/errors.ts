// English: every error, what happened and what to do.
import type { ErrorSaying } from "../../../engine/model/sayings/error-arguments.ts";
import { type ErrorTexts, makeExplain, makeFinding } from "../../say.ts";
import { canaryErrors } from "./canary.ts";
import { findings } from "./findings.ts";

const explain = (error: { readonly code: string }) => makeExplain(errors)(error as ErrorSaying);

/** What a check found, and what to do. */
export const finding = makeFinding(findings(explain));

export const errors: ErrorTexts = {
  ...canaryErrors(explain),
  preflight_failed({ findings: all }) {
    const told = all.map(finding);
    return {
      message: `The preflight failed: ${told.map(({ message }) => message).join(" ")}`,
      remedy: told.map(({ remedy }) => remedy).join(" "),
    };
  },
  check_broke: () => ({
    message: "A check of ours broke.",
    remedy: "Report it with the log: the others were asked.",
  }),
  check_slow: () => ({
    message: "No answer came in half a minute.",
    remedy: "Look whether the system is busy, and ask again.",
  }),
  told: (told) => told,
};
