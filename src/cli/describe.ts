// Results as lines for a person at a terminal.
import type { SampleDiff, StatusReport } from "../engine/engine.ts";
import type { Plan } from "../engine/model/plan.ts";
import type { FieldVerdict, PrintedCertificate } from "../engine/model/reports/certificate.ts";
import type { RollbackResult } from "../engine/model/run.ts";
import type { ClassCover, SampleClasses } from "../engine/model/sample.ts";
import type { ErrorSaying } from "../engine/model/sayings/error-arguments.ts";
import type { Survey } from "../engine/model/survey.ts";
import type { RunReport } from "../engine/operator.ts";
import { some } from "../words/en/formats.ts";
import { about } from "../words/en/numbers.ts";
import { telling } from "../words/en/telling.ts";
import { describeDelta } from "./describe-delta.ts";

const MOST = 20;

const reasonOf = (error: ErrorSaying) => telling.say({ code: "of_error", args: { error, withRemedy: true } });

/** The first lines, and how many more there are. */
function firstOf(lines: readonly string[]): string[] {
  return lines.length <= MOST
    ? [...lines]
    : [...lines.slice(0, MOST), `  … and ${lines.length - MOST} more (--json has all)`];
}

export function describeSurvey(survey: Survey): string[] {
  const { counts, grade, estimate } = survey;
  return [
    survey.source.title,
    `${some(counts.company, "company", "companies")}, ${some(counts.contact, "contact", "contacts")}, ${some(counts.ticket, "ticket", "tickets")}, ${some(counts.timeEntry, "time entry", "time entries")}, ${some(counts.board, "board", "boards")}`,
    `Grade ${grade.overall}:`,
    ...grade.axes.map((axis) => `  ${axis.grade}  ${axis.axis}: ${axis.reason}`),
    estimate.scopedIndividually
      ? "Over two million records: this one is scoped individually."
      : `Estimate: ${about(estimate.hoursLow * 3600, estimate.hoursHigh * 3600)}${
          estimate.price === undefined ? "" : `, ${estimate.price.amount} ${estimate.price.currency}`
        }`,
    ...survey.oddCases.map((odd) => `  ${odd.sentence}`),
    ...survey.warnings.map((warning) => `! ${telling.say(warning)}`),
  ];
}

export function describePlan(plan: Plan): string[] {
  const counts = Object.entries(plan.objects).map(
    ([object, n]) =>
      `  ${object}: ${n.create} to create, ${n.update} to update, ${n.unchanged} unchanged${n.excluded > 0 ? `, ${n.excluded} left out` : ""}`,
  );
  return [
    `From ${plan.source.title} to the ${plan.environment} workspace ${plan.workspace.name}`,
    ...counts,
    `${plan.operations} requests, about ${Math.max(1, Math.ceil(plan.estimatedSeconds / 60))} minutes`,
    `${plan.attributesToCreate.length} attributes to create, ${plan.attributesToAdopt.length} already there`,
    ...(plan.teamsToCreate.length === 0
      ? []
      : ["Create these teams in Intercom first:", ...plan.teamsToCreate.map((team) => `  ${team}`)]),
    ...firstOf(plan.losses.map((loss) => `! ${telling.say(loss.sentence)}`)),
    ...plan.warnings.map((warning) => `! ${telling.say(warning)}`),
    `Plan ${plan.hash}`,
  ];
}

export function describeSample(diff: SampleDiff): string[] {
  return [
    `${diff.tickets} tickets and ${diff.contacts} contacts in the ${diff.environment} workspace, ${diff.fieldsCompared} fields compared`,
    `They show ${Math.floor(diff.coverage * 100)} % of the values and pairs of values that tickets hold`,
    ...(diff.classes === undefined ? [] : [describeClasses(diff.classes), ...describeUnseen(diff.classes)]),
    some(diff.discrepancies, "discrepancy", "discrepancies"),
    ...firstOf(diff.rows.filter(isDiscrepancy).map(verdictLine)),
  ];
}

function describeClasses({ values, pairs, combinations, ticketShare }: SampleClasses): string {
  const of = ({ covered, total }: ClassCover) => `${covered} of ${total}`;
  return `${of(values)} values, ${of(pairs)} pairs, ${of(combinations)} combinations of board × status × priority × type, which ${Math.floor(ticketShare * 100)} % of all tickets are in`;
}

function describeUnseen({ notLookedAt = [] }: SampleClasses): string[] {
  if (notLookedAt.length === 0) return [];
  return [
    `! Chosen from ConnectWise's lists before the rest was read: the ${notLookedAt.join(", ")} of all other tickets were not looked at, and are in none of these figures`,
  ];
}

export function describeRun(report: RunReport): string[] {
  const { run } = report;
  return [
    `${run.kind} run ${run.state}: ${report.writes} writes`,
    ...(run.reason === undefined ? [] : [reasonOf(run.reason)]),
    ...(report.delta === undefined ? [] : describeDelta(report.delta)),
    ...describeExceptions(report.exceptions),
  ];
}

/** By what is wrong, the most frequent first; each record with Intercom's request, where there was one. */
function describeExceptions(exceptions: RunReport["exceptions"]): string[] {
  if (exceptions.length === 0) return [];
  const groups = [...Map.groupBy(exceptions, ({ code }) => code)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return [
    `${some(exceptions.length, "exception", "exceptions")}:`,
    ...groups.flatMap(([code, records]) => [
      `  ${code} (${records.length}):`,
      ...firstOf(
        records.map(({ source, saying, requestId }) => {
          const { message, remedy } = telling.explain(saying);
          const request = requestId === undefined ? "" : ` [request ${requestId}]`;
          return `    ${source.type} ${source.id}: ${message} ${remedy}${request}`;
        }),
      ),
    ]),
    "Once the reasons are gone: the same command with --only-failed tries these alone.",
  ];
}

export function describeCertificate(certificate: PrintedCertificate): string[] {
  return [
    ...Object.entries(certificate.objects).map(
      ([object, n]) =>
        `${object}: ${n.found} of ${n.expected} found, ${n.same} as they should be, ${n.discrepant} not${n.continued ? `; ${n.continued} more read back that continue long tickets` : ""}`,
    ),
    `${certificate.fieldsCompared} fields and ${certificate.partsCompared} conversation parts read back`,
    some(certificate.discrepancies.length, "discrepancy", "discrepancies"),
    ...firstOf(certificate.discrepancies.map(verdictLine)),
    ...(certificate.exceptions.length === 0
      ? []
      : [some(certificate.exceptions.length, "exception", "exceptions")]),
    ...(certificate.leftBehind ?? []).map((sentence) => `  ${sentence}`),
  ];
}

export function describeRollback(result: RollbackResult): string[] {
  const { deleted } = result;
  return [
    `Deleted ${some(deleted.conversation, "conversation", "conversations")}, ${some(deleted.contact, "contact", "contacts")}, ${some(deleted.company, "company", "companies")}; restored ${result.restored}; archived ${some(result.archivedAttributes, "attribute", "attributes")}`,
    ...firstOf(
      result.kept.map((kept) => `  kept ${kept.kind} ${kept.destinationId}: ${telling.say(kept.reason)}`),
    ),
    ...result.remains.map((line) => `! ${telling.say(line)}`),
  ];
}

export function describeStatus(status: StatusReport): string[] {
  return [
    status.migration.title,
    status.survey ? "Surveyed" : "Not surveyed yet",
    status.fieldMapRevision === undefined
      ? "No field map yet"
      : `Field map, revision ${status.fieldMapRevision}`,
    status.plan === undefined ? "No plan yet" : `Plan ${status.plan.hash}`,
    ...status.runs.map(
      (run) => `${run.kind} run: ${run.state}${run.reason === undefined ? "" : ` (${reasonOf(run.reason)})`}`,
    ),
    `Journal: ${
      Object.entries(status.journal)
        .map(([state, n]) => `${n} ${state}`)
        .join(", ") || "empty"
    }`,
    some(status.exceptions, "exception", "exceptions"),
    ...(status.certificate === undefined
      ? []
      : [
          `Verified ${status.certificate.verifiedAt}: ${some(status.certificate.discrepancies, "discrepancy", "discrepancies")}`,
        ]),
  ];
}

const isDiscrepancy = (row: FieldVerdict) => row.verdict !== "same" && row.verdict !== "altered";

function verdictLine(row: Omit<FieldVerdict, "reason">): string {
  const clip = (value: string) => (value.length > 80 ? `${value.slice(0, 77)}…` : value);
  return `  ${row.source.type} ${row.source.id}, ${row.field}: ${row.verdict}; should be ${JSON.stringify(clip(row.desired))}, is ${JSON.stringify(clip(row.observed))}`;
}
