// Every word that Cutover says in English; another language is another file of this shape.
import { delta } from "./en/delta.ts";
import { laterSteps } from "./en/later-steps.ts";
import { errors, finding } from "./en/sayings/errors.ts";
import { checkNames } from "./en/sayings/findings.ts";
import { sayings } from "./en/sayings/index.ts";
import { slice } from "./en/slice.ts";
import { steps } from "./en/steps.ts";
import { talk } from "./en/talk.ts";
import { topics } from "./en/topics.ts";
import { makeExplain, makeSay } from "./say.ts";

export const en = {
  ...steps,
  ...laterSteps,
  ...slice,
  ...delta,
  ...talk,
  ...topics,
  say: makeSay(sayings),
  explain: makeExplain(errors),
  finding,
  checkNames,
};
