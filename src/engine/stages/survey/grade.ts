// The grade of a source on five axes, each with a sentence that a service manager understands.
import type { Grade, GradeAxis, OddCase, RightsReport, Survey } from "../../model/survey.ts";
import { countRecords } from "./estimate.ts";

export interface GradeInput {
  readonly counts: Survey["counts"];
  readonly rights: RightsReport;
  readonly boards: Survey["boards"];
  readonly customFields: Survey["customFields"];
  readonly oddCases: readonly OddCase[];
  readonly estimate: Survey["estimate"];
}

interface AxisGrade {
  readonly axis: GradeAxis;
  readonly grade: Grade;
  readonly reason: string;
}

const GRADES: readonly Grade[] = ["A", "B", "C", "D", "F"];
/** Intercom allows so many custom attributes a workspace; some go to ticket fields that every desk has. */
const ATTRIBUTES_LEFT = 220;
/** Types that become an attribute as they are; long text and the rest need a decision. */
const DIRECT_TYPES = new Set([
  "Text",
  "Number",
  "Date",
  "Checkbox",
  "Percent",
  "Currency",
  "Hyperlink",
  "PhoneNumber",
  "IPAddress",
]);

const say = (n: number) => n.toLocaleString("en-US");

/** The first grade whose bound is not exceeded. */
function byBounds(value: number, bounds: readonly [number, number, number, number]): Grade {
  const at = bounds.findIndex((bound) => value <= bound);
  return GRADES[at === -1 ? 4 : at] ?? "F";
}

/** Overall: the average of the axes, and never more than one grade above the worst. */
export function assembleGrade(input: GradeInput): Survey["grade"] {
  const axes = [
    gradeObjects(input),
    gradeFields(input),
    gradeTimeline(input),
    gradeApi(input),
    gradeVolume(input),
  ];
  const places = axes.map(({ grade }) => GRADES.indexOf(grade));
  const average = Math.round(places.reduce((sum, place) => sum + place, 0) / places.length);
  const overall = Math.max(average, Math.max(...places) - 1);
  return { overall: GRADES[overall] ?? "F", axes };
}

/** How much of the desk has no natural place in Intercom. */
function gradeObjects({ counts, oddCases }: GradeInput): AxisGrade {
  if (counts.ticket === 0) {
    return { axis: "objects", grade: "F", reason: "No ticket can be read, so there is nothing to move yet." };
  }
  const countOf = (code: string) => oddCases.find((one) => one.code === code)?.count ?? 0;
  const homeless = countOf("tickets_without_contact") + countOf("merged_tickets") + countOf("child_tickets");
  const nameless = countOf("contacts_without_email") + countOf("shared_emails");
  const share = Math.max(homeless / counts.ticket, nameless / Math.max(counts.contact, 1));
  const percent = Math.round(share * 100);
  const grade = byBounds(share, [0.05, 0.2, 0.4, 0.7]);
  const reason =
    grade === "A"
      ? "Companies, contacts and tickets all have their place in Intercom, with few exceptions."
      : `About ${percent}% of tickets or contacts need a rule of their own, such as merged tickets or contacts without an e-mail address.`;
  return { axis: "objects", grade, reason };
}

function gradeFields({ customFields }: GradeInput): AxisGrade {
  const used = customFields.filter(({ fillRate }) => fillRate === undefined || fillRate > 0);
  if (used.length > ATTRIBUTES_LEFT) {
    const reason = `There are ${say(used.length)} custom fields in use, more than Intercom has attributes for.`;
    return { axis: "fields", grade: "F", reason };
  }
  const doubtful = used.filter(
    ({ type, options, samples }) =>
      !DIRECT_TYPES.has(type) || options.length > 100 || samples.some((sample) => sample.length > 255),
  ).length;
  const share = used.length === 0 ? 0 : doubtful / used.length;
  const grade = byBounds(share, [0.1, 0.3, 0.5, 0.8]);
  const reason =
    doubtful === 0
      ? `All ${say(used.length)} custom fields in use become attributes as they are.`
      : `${say(doubtful)} of ${say(used.length)} custom fields in use ${doubtful === 1 ? "needs a decision, mostly because its" : "need a decision, mostly because their"} texts are long.`;
  return { axis: "fields", grade, reason };
}

function gradeTimeline({ estimate }: GradeInput): AxisGrade {
  const grade = byBounds(estimate.hoursHigh, [12, 24, 72, 168]);
  const span = describeSpan(estimate.hoursLow, estimate.hoursHigh);
  const reason =
    grade === "A" || grade === "B"
      ? `The full run takes ${span}, within a day.`
      : `The full run takes ${span}; plan for several days while the desk stays in use.`;
  return { axis: "timeline", grade, reason };
}

/** Modules without which there is nothing to move. */
const VITAL = /^(Companies|Contacts|Service tickets)$/;

function gradeApi({ rights, boards, estimate }: GradeInput): AxisGrade {
  const short = rights.modules.filter(({ enough }) => !enough);
  const names = short.map(({ module, level }) => `${module} (${level})`).join(", ");
  if (short.some(({ module, level }) => level === "None" && VITAL.test(module))) {
    return { axis: "api", grade: "F", reason: `The API member may not read: ${names}.` };
  }
  if (short.length > 0) {
    return { axis: "api", grade: "D", reason: `The API member sees only a part of: ${names}.` };
  }
  const closed = boards.filter(({ readable }) => !readable);
  if (closed.length > 0) {
    const reason = `The API member may not read the boards ${closed.map(({ name }) => `“${name}”`).join(", ")}.`;
    return { axis: "api", grade: "C", reason };
  }
  const grade = byBounds(estimate.sourceRequests, [50_000, 250_000, 1_000_000, 5_000_000]);
  const reason =
    estimate.sourceRequests === 0
      ? "Everything is read from files, so no API limits the reading."
      : `All needed rights are there; reading takes about ${say(estimate.sourceRequests)} requests, most of them for notes.`;
  return { axis: "api", grade, reason };
}

function gradeVolume({ counts, estimate }: GradeInput): AxisGrade {
  const records = countRecords(counts);
  const grade = byBounds(records, [100_000, 500_000, 1_000_000, 2_000_000]);
  const reason = estimate.scopedIndividually
    ? `${say(records)} records are more than we estimate by formula: this move is scoped individually.`
    : `${say(records)} records are moved or read.`;
  return { axis: "volume", grade, reason };
}

/** "about 6 minutes", "2 to 3 hours". */
function describeSpan(hoursLow: number, hoursHigh: number): string {
  if (hoursHigh < 1) {
    const minutes = Math.max(1, Math.round(hoursHigh * 60));
    return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  }
  const [low, high] = [hoursLow.toFixed(1), hoursHigh.toFixed(1)];
  return low === high ? `about ${high} hours` : `${low} to ${high} hours`;
}
