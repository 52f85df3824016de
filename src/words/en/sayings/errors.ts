// English: every error, what happened and what to do.
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
