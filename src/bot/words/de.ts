// Every word that Cutover says in German, by Slack's locale; the compiler says when one is missing.
import { laterSteps } from "./de/later-steps.ts";
import { steps } from "./de/steps.ts";
import { talk } from "./de/talk.ts";
import { topics } from "./de/topics.ts";
import type { Words } from "./words.ts";

export const de: Words = { ...steps, ...laterSteps, ...talk, ...topics };
