// Every word that Cutover says in English; another language is another file of this shape.
import { laterSteps } from "./en/later-steps.ts";
import { steps } from "./en/steps.ts";
import { talk } from "./en/talk.ts";
import { topics } from "./en/topics.ts";

export const en = { ...steps, ...laterSteps, ...talk, ...topics };
