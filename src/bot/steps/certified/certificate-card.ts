// The certificate: what was compared, what differs, and the rollback button.
import type { Certificate } from "../../../engine/model/reports/certificate.ts";
import { moment, shortHash } from "../../../words/numbers.ts";
import type { Words } from "../../../words/words.ts";
import {
  actionsAndMore,
  type Block,
  bullets,
  button,
  type Card,
  context,
  header,
  reportButton,
  section,
  table,
} from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import { createValueFormatter, formatField, formatRecord } from "../../blocks/format-value.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import { describeSchedule, scheduleEntry } from "../../cards/delta-schedule.ts";
import { SHOW_EXCEPTIONS, SHOW_GUIDES, SHOW_REPORT } from "../../conversation/action-ids.ts";
import type { StateOf } from "../../conversation/state.ts";

function describe(certificate: Certificate, { admins = [], teams = [] }: CardData, words: Words): Block[] {
  const text = words.certificate;
  const { discrepancies, exceptions } = certificate;
  const { continued = 0 } = certificate.objects.conversation;
  const rows = (["company", "contact", "conversation"] as const).map((kind) => {
    const { expected, found, same, discrepant } = certificate.objects[kind];
    return [
      words.object(kind),
      words.count(expected),
      words.count(found),
      words.count(same),
      words.count(discrepant),
    ];
  });
  const format = createValueFormatter({ rows: discrepancies, admins, teams }, words);
  const first = discrepancies.slice(0, 5).map((row) => {
    const verdict = words.sample.verdicts[row.verdict];
    const what = `${formatRecord(row.source, words)}, ${formatField(row.field, words)}: ${verdict}`;
    return escapeMrkdwn(`${what} (${format(row, row.desired)} → ${format(row, row.observed)})`, 220);
  });
  return [
    section(discrepancies.length === 0 ? `*${text.proved}*` : `*${text.notProved(discrepancies.length)}*`),
    ...(first.length > 0 ? [section(bullets(first))] : []),
    table(text.columns, rows),
    section(
      [
        text.compared(certificate.fieldsCompared, certificate.partsCompared),
        continued > 0 ? text.continued(continued) : "",
        exceptions.length > 0 ? text.exceptions(exceptions.length) : "",
      ]
        .filter(Boolean)
        .join(" "),
    ),
    context(
      `${moment(certificate.verifiedAt)} · ${text.hashes(shortHash(certificate.desiredHash), shortHash(certificate.observedHash))}`,
    ),
  ];
}

/** The two that matter now, and the others in a menu: to read the proof, or to mend what it found. */
function buildActions(state: StateOf<"certified">, data: CardData, words: Words): Block {
  const text = words.certificate;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const failed = data.certificate?.exceptions.length ?? 0;
  const isProved = data.certificate?.discrepancies.length === 0;
  const delta = button(words.migrated.delta, "migrated.delta", value);
  const readsFirst = data.hasPage && isProved;
  const verify = button(text.verify, "migrated.verify", value);
  return actionsAndMore(value, readsFirst ? [reportButton(words.report.button), delta] : [delta, verify], [
    ...(readsFirst ? [[text.verify, "migrated.verify"] as const] : []),
    ...(data.hasPage && !readsFirst ? [[words.report.button, SHOW_REPORT] as const] : []),
    ...(data.hasPage && data.guides ? [[words.report.guides, SHOW_GUIDES] as const] : []),
    ...(failed > 0 ? [[words.migrated.retryFailed(failed), "migrated.retry"] as const] : []),
    // The report names each with its reason.
    ...(failed > 0 && !data.hasPage ? [[words.progress.showExceptions, SHOW_EXCEPTIONS] as const] : []),
    ...scheduleEntry(data.schedule, words),
    [text.rollback, "rollback.open"],
  ]);
}

export function buildCertificateCard(state: StateOf<"certified">, data: CardData, words: Words): Card {
  const text = words.certificate;
  const { certificate } = data;
  // Without a page there is nothing that a button could open.
  const guides = data.hasPage ? data.guides : undefined;
  const title = certificate ? `${text.title}: ${certificate.workspace.name}` : text.title;
  return {
    text: escapeMrkdwn(title),
    blocks: fitMessage(
      [
        header(title),
        ...(certificate ? describe(certificate, data, words) : []),
        ...(guides ? [section(text.guides(guides.workflows.length, guides.slas.length))] : []),
        ...describeSchedule(data.schedule, words),
        context(text.rollbackNote),
        buildActions(state, data, words),
      ],
      words.shortened,
    ),
  };
}
