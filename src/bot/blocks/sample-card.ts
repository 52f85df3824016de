// The sample's field-level diff, worst first, for the customer to approve.
import type { FieldVerdict } from "../../engine/model/certificate.ts";
import type { StateOf } from "../conversation/state.ts";
import type { Words } from "../words/words.ts";
import { actions, button, type Card, context, header, reportButton, section, table } from "./block.ts";
import type { CardData } from "./card-data.ts";
import { fitMessage } from "./fit-message.ts";

const SHOWN = 14;
const worst = ["missing", "different", "extra", "altered", "same"] as const;

const objects = ["ticket", "contact", "company"];

/** Missing and different before altered before same; tickets, which people know best, first within each. */
export function worstFirst(rows: readonly FieldVerdict[]): readonly FieldVerdict[] {
  const rankOf = ({ source }: FieldVerdict): number => (objects.indexOf(source.type) + 4) % 4;
  return rows.toSorted(
    (a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict) || rankOf(a) - rankOf(b),
  );
}

/** "attributes.Priority__c", "parts[note:7].body" as people would say them. */
export const sayField = (field: string): string =>
  field
    .replace(/^parts\[[^\]]*\]\./, "message: ")
    .replace(/^attributes\./, "")
    .replace(/__c$/, "")
    .replace(/_/g, " ");

export function buildSampleCard(state: StateOf<"sample-review">, data: CardData, words: Words): Card {
  const text = words.sample;
  const { sample } = data;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const rows = worstFirst(sample?.rows ?? [])
    .slice(0, SHOWN)
    .map((row) => [
      `${row.source.type} ${row.source.id}`,
      sayField(row.field),
      row.sourceValue ?? row.desired,
      row.observed,
      row.reason ? `${text.verdicts[row.verdict]}: ${row.reason}` : text.verdicts[row.verdict],
    ]);
  return {
    text: text.title,
    blocks: fitMessage(
      [
        header(text.title),
        ...(sample
          ? [
              section(
                `${(sample.written ? text.summary : text.preview)(sample.tickets, sample.contacts, sample.fieldsCompared, sample.coverage)}\n${text.verdict(sample.discrepancies)}`,
              ),
            ]
          : []),
        ...(rows.length > 0 ? [table(text.columns, rows, 80)] : []),
        context(`${sample?.written ? `${text.where(sample.environment)} ` : ""}${text.next}`),
        actions(
          button(text.approve, "sample.approve", value, { style: "primary" }),
          ...(sample ? [button(text.showTickets, "sample.show", value)] : []),
          ...(sample && data.hasPage ? [reportButton(words.report.button)] : []),
          button(text.back, "sample.back", value),
        ),
      ],
      words.shortened,
    ),
  };
}
