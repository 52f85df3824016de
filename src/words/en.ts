// Every word that Cutover says in English; another language is another file of this shape.
import { delta } from "./en/delta.ts";
import { laterSteps } from "./en/later-steps.ts";
import { preflight } from "./en/preflight.ts";
import { checkNames } from "./en/sayings/findings.ts";
import { slice } from "./en/slice.ts";
import { steps } from "./en/steps.ts";
import { talk } from "./en/talk.ts";
import { telling } from "./en/telling.ts";
import { topics } from "./en/topics.ts";

export const en = {
  ...steps,
  ...laterSteps,
  ...slice,
  ...delta,
  ...talk,
  ...topics,
  ...preflight,
  ...telling,
  checkNames,
};
