// Which language a person reads, by the locale that Slack knows of them.
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Words } from "./words.ts";

const LANGUAGES: readonly Words[] = [en, de];

/** `locale` as Slack says it ("de-DE"), or a language of ours; English where it is neither. */
export const chooseWords = (locale: string | undefined): Words =>
  LANGUAGES.find(({ language }) => locale?.toLowerCase().split(/[-_]/)[0] === language) ?? en;
