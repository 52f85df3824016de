// The sample's field-level diff for the customer to approve: what is wrong first, or a few telling examples.

import type { SampleDiff } from "../../../engine/engine.ts";
import type { FieldVerdict } from "../../../engine/model/reports/certificate.ts";
import type { Saying } from "../../../engine/model/sayings/saying.ts";
import type { Words } from "../../../words/words.ts";
import {
  actions,
  type Block,
  button,
  type Card,
  context,
  header,
  reportButton,
  section,
  table,
  ticketsButton,
} from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import { createValueFormatter, formatField, formatRecord } from "../../blocks/format-value.ts";
import type { CardData } from "../../cards/card-data.ts";
import {
  describeProductionSample,
  removeButton,
  writeButton,
} from "../../cards/production-sample-buttons.ts";
import type { StateOf } from "../../conversation/state.ts";

const SHOWN = 14;
const EXAMPLES = 8;
const worst = ["missing", "different", "extra", "altered", "same"] as const;

const objects = ["ticket", "contact", "company"];

/** Missing and different before altered before same; tickets, which people know best, first within each. */
export function worstFirst(rows: readonly FieldVerdict[]): readonly FieldVerdict[] {
  const rankOf = ({ source }: FieldVerdict): number => (objects.indexOf(source.type) + 4) % 4;
  return rows.toSorted(
    (a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict) || rankOf(a) - rankOf(b),
  );
}

/** Where a mistake would hurt, in the order that people look; one row of each, from different tickets where there are. */
const TELLING = [
  /^state$/,
  /^adminId$/,
  /^attributes\.SLA_Tier__c$/,
  /^attributes\.Billable_Hours__c$/,
  /^createdAt$/,
  /^attributes\.Priority__c$/,
  /^contact$/,
  /^parts\[note.*\]\.author$/,
];

/** Of an alteration why alone: the verdict's own word says what it is. */
const whyOf = (reason: Saying) => (reason.code === "altered" ? reason.args.detail : reason);

/** A few rows that are as they should be, to be looked up by whoever likes to. */
function chooseExamples(rows: readonly FieldVerdict[]): readonly FieldVerdict[] {
  const used = new Set<string>();
  return TELLING.flatMap((pattern) => {
    const fitting = rows.filter(({ field, source }) => source.type === "ticket" && pattern.test(field));
    const row = fitting.find(({ source }) => !used.has(source.id)) ?? fitting[0];
    if (row) used.add(row.source.id);
    return row ? [row] : [];
  }).slice(0, EXAMPLES);
}

/** Findings with their verdicts, the worst first; without any, examples without a word of judgement. */
function describeRows(sample: SampleDiff, { admins = [], teams = [] }: CardData, words: Words): Block[] {
  const text = words.sample;
  const format = createValueFormatter({ rows: sample.rows, admins, teams }, words);
  const cells = (row: FieldVerdict) => [
    formatRecord(row.source, words),
    formatField(row.field, words),
    format(row, row.sourceValue ?? row.desired),
    format(row, sample.written ? row.observed : row.desired),
  ];
  const told = new Set<string>();
  const isNews = (row: FieldVerdict): boolean => {
    if (row.verdict !== "altered") return row.verdict !== "same";
    // One example of each change says it; the report has them all.
    const kind = `${formatField(row.field, words)} ${JSON.stringify(row.reason)}`;
    return !told.has(kind) && Boolean(told.add(kind));
  };
  const findings = worstFirst(sample.rows.filter(isNews)).slice(0, SHOWN);
  const [record, field, source, destination, verdict] = text.columns;
  const columns = [record, field, source, destination].map(String);
  if (findings.length > 0) {
    const rows = findings.map((row) => [
      ...cells(row),
      row.reason
        ? `${text.verdicts[row.verdict]}: ${words.say(whyOf(row.reason))}`
        : text.verdicts[row.verdict],
    ]);
    return [
      ...(sample.discrepancies === 0 ? [context(text.altered)] : []),
      table([...columns, String(verdict)], rows, 80),
    ];
  }
  const examples = chooseExamples(sample.rows).map(cells);
  return examples.length > 0 ? [context(text.examples), table(columns, examples, 80)] : [];
}

export function buildSampleCard(state: StateOf<"sample-review">, data: CardData, words: Words): Card {
  const text = words.sample;
  const { sample } = data;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const isPreview = sample?.written === false;
  const isStaged = sample?.written && sample.environment === "staging";
  return {
    text: text.title,
    blocks: fitMessage(
      [
        header(text.title),
        ...(sample
          ? [
              section(
                `${(sample.written ? text.summary : text.preview)(sample.tickets, sample.contacts, sample.fieldsCompared, sample.coverage)}${sample.written ? `\n${text.verdict(sample.discrepancies)}` : ""}`,
              ),
              ...describeProductionSample(data.productionSample, isPreview, words),
              ...describeRows(sample, data, words),
            ]
          : []),
        ...(isPreview && !data.productionSample ? [context(words.productionSample.offer)] : []),
        context(`${isStaged ? `${text.where} ` : ""}${text.next}`),
        actions(
          button(text.approve, "sample.approve", value, { style: "primary" }),
          ...(sample ? [button(text.showTickets, "sample.show", value)] : []),
          ...(sample && data.hasPage ? [reportButton(words.report.button)] : []),
          button(text.back, "sample.back", value),
          ...(data.productionSample && data.hasPage ? [ticketsButton(words.productionSample.list)] : []),
          ...(isPreview ? [writeButton(value, words)] : []),
          ...(data.productionSample ? [removeButton(value, words)] : []),
        ),
      ],
      words.shortened,
    ),
  };
}
