// Every word that Cutover says in German, by Slack's locale; the compiler says when one is missing.
import { delta } from "./de/delta.ts";
import { laterSteps } from "./de/later-steps.ts";
import { errors, finding } from "./de/sayings/errors.ts";
import { checkNames } from "./de/sayings/findings.ts";
import { sayings } from "./de/sayings/index.ts";
import { slice } from "./de/slice.ts";
import { steps } from "./de/steps.ts";
import { talk } from "./de/talk.ts";
import { topics } from "./de/topics.ts";
import { makeExplain, makeSay } from "./say.ts";
import type { Words } from "./words.ts";

export const de: Words = {
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
