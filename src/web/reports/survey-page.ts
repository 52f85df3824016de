// The survey as a page: first what will be hard and what it takes, then everything that was found.
import { html } from "hono/html";
import type { CustomFieldSurvey, Grade, GradeAxis, Survey } from "../../engine/model/survey.ts";
import { about } from "../../words/en/numbers.ts";
import { telling } from "../../words/en/telling.ts";
import { cell, fact, type Html, moment, number, plural, reportPage, shown } from "./report-page.ts";
import { surveyLists } from "./survey-lists.ts";

const AXES: Readonly<Record<GradeAxis, string>> = {
  objects: "Objects",
  fields: "Field mapping",
  timeline: "Timeline",
  api: "API",
  volume: "Volume",
};
const SAMPLE_CHARS = 80;

export function surveyPage(migration: string, survey: Survey): Html {
  const { grade } = survey;
  return reportPage(
    "Survey",
    migration,
    html`<p class="soft"><bdi>${shown(survey.source.title)}</bdi>, read on ${moment(survey.surveyedAt)}. Nothing was written.</p>
<div class="card"><div class="grade">${mark(grade.overall)}<div><p class="lead">${verdictOf(grade.overall)}</p><p>${effort(survey)}</p></div></div>
${hard(survey)}</div>
${facts(survey)}
<h2>The grade, and why</h2><table class="cards"><thead><tr><th>Of</th><th>Grade</th><th>Why</th></tr></thead><tbody>${grade.axes.map(
      ({ axis, grade: one, reason }) =>
        html`<tr>${cell("Of", AXES[axis])}<td data-label="Grade">${mark(one)}</td>${cell("Why", reason)}</tr>`,
    )}</tbody></table>
${rights(survey)}
${oddCases(survey)}
${customFields(survey.customFields)}
${surveyLists(survey)}`,
  );
}

function mark(grade: Grade): Html {
  const kind = grade === "A" || grade === "B" ? "good" : grade === "C" ? "fair" : "poor";
  return html`<span class="mark ${kind}">${grade}</span>`;
}

const VERDICTS: Readonly<Record<Grade, string>> = {
  A: "A plain move: everything has its place in Intercom.",
  B: "A plain move, with a few things to decide.",
  C: "A move that needs decisions: look at the points below first.",
  D: "A hard move: settle the points below before anything else.",
  F: "Not ready to move: the points below stand in the way.",
};
const verdictOf = (grade: Grade): string => VERDICTS[grade];

function effort({ estimate }: Survey): string {
  if (estimate.scopedIndividually) return "Over two million records: scoped individually before it starts.";
  const time = about(estimate.hoursLow * 3600, estimate.hoursHigh * 3600);
  const price = estimate.price
    ? ` Price by the rate card: ${number(estimate.price.amount)} ${estimate.price.currency}.`
    : "";
  return `The full run takes ${time}, while your desk stays in use.${price}`;
}

/** Axes that are worse than B, and what was warned of: what somebody must do something about. */
function hard({ grade, warnings }: Survey): Html {
  const reasons = grade.axes.flatMap(({ axis, grade: one, reason }) =>
    one === "A" || one === "B" ? [] : [`${AXES[axis]}: ${reason}`],
  );
  const points = [...new Set([...reasons, ...warnings.map(telling.say)])];
  if (points.length === 0) return html`<p>Nothing stands out as hard.</p>`;
  return html`<h2>What will be hard</h2><ul class="hard">${points.map((point) => html`<li><bdi>${shown(point)}</bdi></li>`)}</ul>`;
}

function facts({ counts, estimate }: Survey): Html {
  const one = (value: number | undefined, words: string) =>
    value === undefined ? "" : fact(number(value), words);
  return html`<div class="facts">${one(counts.ticket, "tickets")}${one(counts.contact, "contacts")}${one(counts.company, "companies")}${one(counts.timeEntry, "time entries")}${one(counts.configuration, "configurations")}${one(counts.agreement, "agreements")}${one(counts.project, "projects")}${one(counts.board, "boards")}${one(counts.member, "members")}${one(estimate.sourceRequests, "requests to read it all")}</div>`;
}

function rights({ rights: { modules } }: Survey): Html {
  const short = modules.filter(({ enough }) => !enough);
  if (modules.length === 0) return html``;
  if (short.length === 0) return html`<h2>Rights</h2><p>All rights that a move needs are there.</p>`;
  return html`<h2>Rights that are missing</h2><p>With less than All, records are left out without a word from the source. Widen them in the API member's security role, and survey again.</p>
<table class="cards"><thead><tr><th>Module</th><th>Has</th><th>Needs</th></tr></thead><tbody>${short.map(
    ({ module, level, needed }) =>
      html`<tr class="bad">${cell("Module", module)}${cell("Has", level)}${cell("Needs", needed)}</tr>`,
  )}</tbody></table>`;
}

function oddCases({ oddCases: cases }: Survey): Html {
  if (cases.length === 0) return html``;
  return html`<h2>Odd cases, and what happens to them</h2><table class="cards"><thead><tr><th>What</th><th>Tickets, for example</th></tr></thead><tbody>${cases.map(
    ({ sentence, tickets = [] }) =>
      html`<tr>${cell("What", sentence)}${cell("Tickets", tickets.map((id) => `#${id}`).join(" "))}</tr>`,
  )}</tbody></table>`;
}

function customFields(all: readonly CustomFieldSurvey[]): Html {
  if (all.length === 0) return html``;
  const rows = all
    .toSorted((a, b) => (b.fillRate ?? 0) - (a.fillRate ?? 0))
    .map(
      ({ caption, object, type, fillRate, samples, options }) =>
        html`<tr>${cell("Field", caption)}${cell("Of a", object)}${cell("Type", type)}<td data-label="Filled">${filled(fillRate)}</td><td class="${samples.length + options.length > 0 ? "" : "empty"}" data-label="Values"><span class="samples">${(samples.length > 0 ? samples : options).slice(0, 5).map((value) => html`<bdi>${shown(cut(value))}</bdi>`)}</span></td></tr>`,
    );
  return html`<h2>Custom fields</h2><p class="soft">${plural(all.length, "field", "fields")}; how often each is filled, and values of the newest and oldest records.</p>
<table class="cards fields"><thead><tr><th>Field</th><th>Of a</th><th>Type</th><th>Filled</th><th>Values, for example</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function filled(rate: number | undefined): Html {
  if (rate === undefined) return html`not measured`;
  const percent = Math.round(rate * 100);
  return html`<span class="filled"><meter min="0" max="100" value="${percent}"></meter>${percent} %</span>`;
}

const cut = (text: string): string =>
  text.length > SAMPLE_CHARS ? `${text.slice(0, SAMPLE_CHARS).toWellFormed()}…` : text;
