// German: every sentence of the engine that cards show.
import { makeEngineSays } from "../engine-sentences.ts";
import { mapSentences } from "./engine-map.ts";
import { surveySentences } from "./engine-survey.ts";

const NOUNS: readonly (readonly [RegExp, string])[] = [
  [/\bfields\b/g, "Felder"],
  [/\bfield\b/g, "Feld"],
  [/\bstatuses\b/g, "Status"],
  [/\bboards\b/g, "Boards"],
  [/\bboard\b/g, "Board"],
  [/\bmembers\b/g, "Mitglieder"],
  [/\bmember\b/g, "Mitglied"],
  [/\brows\b/g, "Zeilen"],
  [/\brow\b/g, "Zeile"],
  [/\bstatus\b/g, "Status"],
];

/** "1,234" → "1.234"; "About 7" → "Etwa 7"; "3 boards" → "3 Boards"; another sentence of the engine → its own. */
function sayPart(said: string): string {
  const number = /^(About )?(\d{1,3}(?:,\d{3})*)(\.\d+)?$/.exec(said);
  if (number)
    return `${number[1] ? "Etwa " : ""}${number[2]?.replaceAll(",", ".")}${number[3]?.replace(".", ",") ?? ""}`;
  if (/^\d[\d,]* \w+(?:, \d[\d,]* \w+)*$/.test(said))
    return NOUNS.reduce((text, [pattern, german]) => text.replace(pattern, german), said);
  return engineSays(said);
}

export const engineSays: (sentence: string) => string = makeEngineSays({
  sentences: [...surveySentences, ...mapSentences],
  part: sayPart,
});
