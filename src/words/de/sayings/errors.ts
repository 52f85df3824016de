// German: every error, what happened and what to do.
import type { ErrorArguments } from "../../../engine/model/sayings/error-arguments.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { canaryErrors } from "./canary.ts";
import { decidingErrors } from "./errors-of-deciding.ts";
import { keepingErrors, startingErrors } from "./errors-of-keeping.ts";
import { refusalErrors } from "./errors-of-refusals.ts";
import { sourceErrors } from "./errors-of-sources.ts";
import { writingErrors } from "./errors-of-writing.ts";

export const errors: TextsOf<ErrorArguments, Explained> = {
  ...canaryErrors,
  ...decidingErrors,
  ...refusalErrors,
  ...sourceErrors,
  ...writingErrors,
  ...keepingErrors,
  ...startingErrors,
  preflight_failed({ findings: all }, { finding }) {
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
