// German: every error, what happened and what to do.
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
      message: `Der Preflight ist gescheitert: ${told.map(({ message }) => message).join(" ")}`,
      remedy: told.map(({ remedy }) => remedy).join(" "),
    };
  },
  check_broke: () => ({
    message: "Eine unserer Prüfungen ist abgebrochen.",
    remedy: "Melden Sie das mit dem Protokoll: Die anderen wurden gefragt.",
  }),
  check_slow: () => ({
    message: "Eine halbe Minute lang kam keine Antwort.",
    remedy: "Sehen Sie nach, ob das System ausgelastet ist, und fragen Sie noch einmal.",
  }),
  told: (told) => told,
};
