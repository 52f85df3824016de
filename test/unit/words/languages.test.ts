// German is complete: every text is there, says something else than English, and shows the same data.
import { expect, test } from "vitest";
import { chooseWords } from "../../../src/words/choose-words.ts";
import { de } from "../../../src/words/de.ts";
import { en } from "../../../src/words/en.ts";

/** Texts by their path; functions are called with tell-tale arguments. */
function textsOf(words: unknown, path = ""): Map<string, string> {
  if (typeof words === "string") return new Map([[path, words]]);
  if (typeof words === "function") {
    const call = words as (...given: readonly unknown[]) => unknown;
    const given = Array.from({ length: call.length }, (_, at) =>
      path.endsWith(".role") ? ["observer"] : at + 41,
    );
    return new Map([[path, String(call(...given))]]);
  }
  return new Map(
    Object.entries(words as object).flatMap(([key, value]) => [...textsOf(value, `${path}.${key}`)]),
  );
}

/** The same in both languages. */
const SAME = [
  ".rollback.word",
  ".window.title",
  ".finding",
  ".checkNames.source-version",
  ".checkNames.teams",
  ".axis",
  ".phase",
  ".object",
  ".where",
  ".role",
  ".error.known",
  ".say",
  ".explain",
  ".checkNames.source-version",
  ".checkNames.teams",
  ".checkNames.quota",
  ".finding",
  ".exceptions.line",
  ".plan.hash",
  ".map.why",
  ".map.team",
  ".sample.ticket",
  ".sample.fieldLine",
  ".sample.fields.team",
  ".sample.fields.teamId",
  ".sample.fields.name",
  ".sample.fields.website",
  ".sample.records.ticket",
  ".sample.columns.2",
  ".sample.columns.3",
  ".correction.line",
  ".delta.ticket",
  ".correction.kinds.status",
  ".correction.kinds.board",
  ".topics.duration.left",
  ".topics.approvers.one",
  ".survey.counts.ticket",
  ".survey.counts.board",
  ".progress.pause",
  ".count",
  ".status.headline",
  ".teams.title",
  ".decided.line",
  ...en.silence.items.map((_item, at) => `.silence.items.${at}.id`),
];

test("no English text is left in German", () => {
  const [english, german] = [textsOf(en), textsOf(de)];
  expect([...german.keys()]).toEqual([...english.keys()]);
  const same = [...german].filter(([path, text]) => english.get(path) === text && !SAME.includes(path));
  expect(same).toEqual([]);
});

test("German shows every number and name that English shows", () => {
  const english = textsOf(en);
  for (const [path, text] of textsOf(de))
    for (const given of [41, 42, 43, 44])
      if (english.get(path)?.includes(String(given)))
        expect([path, text.includes(String(given))]).toEqual([path, true]);
});

test("ids of the checklist, and the word that confirms a rollback, are the same in every language", () => {
  expect(de.silence.items.map(({ id }) => id)).toEqual(en.silence.items.map(({ id }) => id));
  expect(de.rollback.word).toBe(en.rollback.word);
});

test.each([
  ["de-DE", "de"],
  ["de_AT", "de"],
  ["de", "de"],
  ["en-GB", "en"],
  ["den", "en"],
  ["fr-FR", "en"],
  [undefined, "en"],
])("%s reads %s", (locale, language) => {
  expect(chooseWords(locale).language).toBe(language);
});
