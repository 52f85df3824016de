// The sample as a service manager reads it: names, dates and captions, findings first, and no noise.
import { describe, expect, it } from "vitest";
import { createValueFormatter, formatField, formatRecord } from "../../../../src/bot/blocks/format-value.ts";
import type { CardData } from "../../../../src/bot/cards/card-data.ts";
import { buildSampleCard } from "../../../../src/bot/steps/sample-review/sample-card.ts";
import type { SampleDiff } from "../../../../src/engine/engine.ts";
import type { FieldVerdict } from "../../../../src/engine/model/reports/certificate.ts";
import { de } from "../../../../src/words/de.ts";
import { en } from "../../../../src/words/en.ts";
import type { Words } from "../../../../src/words/words.ts";
import { told } from "../../../support/in-words.ts";
import * as models from "../cards/read-models.ts";
import { aState } from "../conversation/conversation-fixtures.ts";

const CONTACT = "6a5f00c0000000000000004b";
const row = (field: string, sourceValue: string | undefined, desired: string, more = {}): FieldVerdict => ({
  source: { type: "ticket", id: "10001" },
  field,
  ...(sourceValue === undefined ? {} : { sourceValue }),
  ...{ desired, observed: desired, verdict: "same" },
  ...more,
});
const same = [
  row("contact", "Bernardo Bradtke", CONTACT),
  row("company", "Harbor Dental", "6a5f00c00000000000000005"),
  row("createdAt", "2023-11-26T16:56:15Z", "1701017775"),
  row("state", "Completed", "closed"),
  row("adminId", "Kim Ito", "9004"),
  row("teamId", "Help Desk", "70"),
  row("attributes.SLA_Tier__c", "Gold", "Gold"),
  row("body.author", undefined, `contact ${CONTACT}`),
  row("parts[note:7].createdAt", undefined, "1701026941"),
  row("parts[note:7].author", undefined, "admin 9004"),
  row("parts[note:7].audience", undefined, "note"),
];

function cardOf(more: object, words: Words) {
  const data = { migration: { id: "m1" }, hasPage: false, termsHash: "t", ...more } as unknown as CardData;
  return buildSampleCard(aState("sample-review") as Parameters<typeof buildSampleCard>[0], data, words);
}

function tableOf(rows: readonly FieldVerdict[], words: Words): readonly (readonly string[])[] {
  const wrong = rows.filter(({ verdict }) => verdict !== "same" && verdict !== "altered").length;
  const data = {
    ...{ migration: { id: "m1" }, hasPage: false, termsHash: "t", teams: [{ id: "70", name: "Help Desk" }] },
    admins: [{ id: "9004", name: "Kim Ito" }],
    sample: { ...models.aSample(models.ordinary), rows, discrepancies: wrong },
  } as unknown as CardData;
  const state = aState("sample-review") as Parameters<typeof buildSampleCard>[0];
  const table = buildSampleCard(state, data, words).blocks.find(({ type }) => type === "table") as
    | { readonly rows: readonly (readonly { readonly text: string }[])[] }
    | undefined;
  return (table?.rows ?? []).map((cells) => cells.map(({ text }) => text));
}

describe.each([
  ["English", en],
  ["German", de],
] as const)("in %s", (_language, words) => {
  it("offers to write a preview, and to remove what stands; never both where nothing is to be had", () => {
    const staged = models.aSample(models.ordinary);
    const inProduction = { ...staged, environment: "production" as const };
    const preview = { ...inProduction, written: false };
    const productionSample = models.aProductionSample(models.ordinary);
    const shown = (sample: SampleDiff, more: object = {}) =>
      JSON.stringify(cardOf({ sample, ...more }, words));
    expect(shown(staged)).not.toMatch(/sample\.(write|remove)/);
    expect(shown(preview)).toContain("sample.write");
    expect(shown(preview)).toContain(words.productionSample.offer);
    expect(shown(preview)).not.toContain("sample.remove");
    const written = shown({ ...inProduction, written: true }, { productionSample, hasPage: true });
    expect(written).not.toContain("sample.write");
    expect(written).toContain("sample.remove");
    expect(written).toContain("Source_Ticket_ID__c");
    expect(written).toContain("show.tickets");
    // The map changed since: both are true.
    expect(shown(preview, { productionSample })).toContain(words.productionSample.earlier);
  });

  it("names what a removal had to leave", () => {
    const kept = [{ kind: "conversation", destinationId: "77", reason: told("A teammate worked in it.") }];
    const productionSample = { ...models.aProductionSample(models.ordinary), conversations: 1, kept };
    const preview = { ...models.aSample(models.ordinary), written: false };
    const text = JSON.stringify(cardOf({ sample: preview, productionSample }, words));
    expect(text).toContain(`${words.rollback.kinds.conversation} 77: A teammate worked in it.`);
    expect(text).not.toContain(words.productionSample.earlier);
  });

  it("shows no seconds, no ids and no paths, whatever the verdict", () => {
    for (const verdict of ["same", "different"] as const) {
      const text = JSON.stringify(
        tableOf(
          same.map((one) => ({ ...one, verdict })),
          words,
        ),
      );
      expect(text).not.toMatch(/17010\d+|6a5f00c0|attributes\.|parts\[|__c|admin 9004|"9004"|T16:56/);
      expect(text).toContain("Kim Ito");
    }
  });

  it("shows a few examples without a judgement when all is as it should be", () => {
    const table = tableOf(same, words);
    expect(table.length).toBeGreaterThan(3);
    expect(table.length).toBeLessThanOrEqual(9);
    expect(table[0]).toHaveLength(4);
    expect(JSON.stringify(table)).not.toContain(words.sample.verdicts.same);
  });

  it("shows findings only, the worst first, when there are any", () => {
    const different = row("state", "Completed", "closed", { observed: "open", verdict: "different" });
    const altered = row("title", "a", "a", { verdict: "altered", reason: told("x") });
    const table = tableOf([...same, altered, altered, different], words).slice(1);
    expect(table.map((cells) => cells[4])).toEqual([
      words.sample.verdicts.different,
      `${words.sample.verdicts.altered}: x`,
    ]);
    expect(table[0]?.slice(0, 4)).toEqual([
      `${words.sample.records.ticket} 10001`,
      words.sample.fields.state,
      "Completed",
      words.map.states.open,
    ]);
  });
});

it("says a field, a message or a value that is called like something of every object by its own name", () => {
  const say = createValueFormatter({ rows: [], admins: [], teams: [] }, en);
  for (const name of ["constructor", "toString", "valueOf", "__proto__"]) {
    const readable = name.replaceAll("_", " ");
    expect(formatField(`attributes.${name}`, en)).toBe(readable);
    expect(formatField(`parts[note:7].${name}`, en)).toBe(
      `${formatField("parts[note:7].body", en)}: ${name}`,
    );
    expect(say(row("state", name, name), name)).toBe(name);
    expect(formatRecord({ type: name as "ticket", id: "1" }, en)).toBe(`${name} 1`);
  }
});
