// What the engine says in English is said in German on German cards: no sentence of it is forgotten.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inputOf } from "../../../bench/support/golden/golden-tenant.ts";
import { goldenTenants } from "../../../bench/support/golden/index.ts";
import { findAssetCases } from "../../../src/engine/stages/survey/assets.ts";
import { assembleGrade, type GradeInput } from "../../../src/engine/stages/survey/grade.ts";
import { assembleOfflineProposal } from "../../../src/llm/offline/offline-proposer.ts";
import { de } from "../../../src/words/de.ts";
import { en } from "../../../src/words/en.ts";
import { ADMINS, aSurvey, TEAMS } from "../../support/builders.ts";

const untold = (sentences: Iterable<string>) =>
  [...new Set(sentences)].filter((sentence) => de.say(sentence) === sentence);

/** Every sentence written after `{}` parts in a source file's template literals, filled in. */
function sentencesIn(path: string, pattern: RegExp): readonly string[] {
  const source = readFileSync(fileURLToPath(new URL(`../../../src/${path}`, import.meta.url)), "utf8");
  return [...source.matchAll(pattern)].map((found) => (found[1] ?? "").replaceAll(/\$\{[^}]*\}/g, "12"));
}

describe("in German", () => {
  it("every odd case of a survey, of many and of one", () => {
    const many = sentencesIn("engine/stages/survey/edge-cases.ts", /`(\$\{n\} [^`]+)`/g);
    const one = sentencesIn(
      "engine/stages/survey/edge-cases.ts",
      /"((?:contact|company|ticket|member|status) [^"]+\.)"/g,
    ).map((sentence) => `1 ${sentence}`);
    expect(many.length).toBe(16);
    expect(one.length).toBe(12);
    const counts = { configuration: 1200, agreement: 3, project: 4, workflows: 5 };
    const looked = [{ parentConfigurationId: "1" }, {}] as never;
    const assets = findAssetCases(counts, looked).map(({ sentence }) => sentence);
    expect(assets).toHaveLength(6);
    const threads = sentencesIn("engine/stages/survey/threads.ts", /`(\$\{n\} [^`]+)`/g);
    expect(threads).toHaveLength(2);
    expect(untold([...many, ...one, ...assets, ...threads])).toEqual([]);
    expect(
      de.say(
        "About 1,234 tickets name no contact. Their conversations are opened for a stand-in of the company.",
      ),
    ).toBe(
      "Etwa 1.234 Tickets nennen keinen Kontakt. Ihre Unterhaltungen eröffnet ein Platzhalter der Firma.",
    );
  });

  it("every reason of a grade", () => {
    const survey = aSurvey();
    const base: GradeInput = { ...survey, counts: { ...survey.counts, ticket: 100, contact: 100 } };
    const estimates = [
      { hoursLow: 0.1, hoursHigh: 0.2 },
      { hoursLow: 2, hoursHigh: 3 },
      { hoursLow: 3, hoursHigh: 3 },
      { hoursLow: 30, hoursHigh: 40 },
      { hoursLow: 40, hoursHigh: 40 },
      { sourceRequests: 0 },
      { scopedIndividually: true },
    ].map((more) => ({ ...base, estimate: { ...base.estimate, ...more } }));
    const odd = (code: string, count: number) => [{ code, count, sentence: "" }];
    const field = (type: string, n: number) => ({
      ...{ id: `${n}`, caption: "x", object: "ticket" as const, type, options: [], samples: [] },
    });
    const right = (level: "None" | "My") => ({
      modules: [{ module: "Companies", level, needed: "All" as const, enough: false }],
    });
    const inputs: readonly GradeInput[] = [
      ...estimates,
      { ...base, counts: { ...base.counts, ticket: 0 } },
      { ...base, oddCases: odd("merged_tickets", 50) },
      { ...base, customFields: [field("Text", 1), field("TextArea", 2)] },
      { ...base, customFields: [field("TextArea", 1), field("TextArea", 2)] },
      { ...base, customFields: Array.from({ length: 300 }, (_item, n) => field("Text", n)) },
      { ...base, rights: right("None") },
      { ...base, rights: right("My") },
      { ...base, boards: [{ id: "1", name: "Sales", tickets: 0, readable: false }] },
    ];
    expect(untold(inputs.flatMap((input) => assembleGrade(input).axes.map(({ reason }) => reason)))).toEqual(
      [],
    );
  });

  it("every reason and note of a proposed map, names as they are", () => {
    const proposals = [
      assembleOfflineProposal({ survey: aSurvey(), admins: ADMINS, teams: TEAMS }),
      ...goldenTenants.map((tenant) => assembleOfflineProposal(inputOf(tenant))),
    ];
    const said = proposals.flatMap(({ map, notes }) => [
      ...[...map.fields, ...map.statuses, ...map.boards, ...map.members].map(({ reason }) => reason),
      ...notes,
    ]);
    expect(untold(said)).toEqual([]);
    expect(de.say('The team "Field is open" has nearly the same name.')).toBe(
      "Das Team „Field is open“ heißt fast genauso.",
    );
  });

  it("a sentence that is not known stays as it was, and English stays English", () => {
    expect(de.say("Something new.")).toBe("Something new.");
    expect(en.say("It is a checkbox.")).toBe("It is a checkbox.");
  });
});
