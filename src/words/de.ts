// Every word that Cutover says in German, by Slack's locale; the compiler says when one is missing.
import { delta } from "./de/delta.ts";
import { engineSays } from "./de/engine-says.ts";
import { laterSteps } from "./de/later-steps.ts";
import { preflight } from "./de/preflight.ts";
import { errors } from "./de/sayings/errors.ts";
import { checkNames, findings } from "./de/sayings/findings.ts";
import { sayings } from "./de/sayings/index.ts";
import { slice } from "./de/slice.ts";
import { steps } from "./de/steps.ts";
import { talk } from "./de/talk.ts";
import { topics } from "./de/topics.ts";
import { makeTelling } from "./say.ts";
import type { Words } from "./words.ts";

export const de: Words = {
  ...steps,
  ...laterSteps,
  ...slice,
  ...delta,
  ...talk,
  ...topics,
  ...preflight,
  ...makeTelling({ sayings, errors, findings, ofProse: engineSays }),
  checkNames,
};
