// The field diff of a sample: every field with its source value, rule, what it should be, what it is, and the verdict.

import { html } from "hono/html";
import type { ReportRowPage, SampleDiff } from "../../engine/engine.ts";
import type { FieldVerdict, Verdict } from "../../engine/model/reports/certificate.ts";
import { telling } from "../../words/en/telling.ts";
import { cell, fact, type Html, number, plural, reportPage } from "./report-page.ts";
import { percent, sampleClasses } from "./sample-classes.ts";
import { filterQuery, type SampleFilter, SIZES, TYPES, VERDICTS } from "./sample-filter.ts";

export interface SampleView {
  readonly migration: string;
  /** Of this page, e.g. `/r/TOKEN`. */
  readonly path: string;
  readonly diff: Omit<SampleDiff, "rows">;
  readonly filter: SampleFilter;
  readonly found: ReportRowPage;
}

/** What reviewers look for first. */
const CHIPS = [
  ["Owner", "adminId"],
  ["SLA tier", "SLA_Tier__c"],
  ["Billable hours", "Billable_Hours__c"],
  ["Original times", "createdAt"],
  ["Status", "Original_Status__c"],
] as const;

export function samplePage(view: SampleView): Html {
  const { diff, filter, found, path } = view;
  const pages = Math.max(1, Math.ceil(found.total / filter.size));
  const verdict =
    diff.discrepancies === 0
      ? `All ${number(diff.fieldsCompared)} fields are as they should be, or altered for a reason that is told.`
      : `${plural(diff.discrepancies, "field is", "fields are")} not as they should be; they come first.`;
  const lead = diff.written
    ? verdict
    : "Nothing was written: this is what each field would become in Intercom.";
  return reportPage(
    "Sample, field by field",
    view.migration,
    html`<p class="lead">${lead}</p>
<div class="facts">${fact(number(diff.tickets), "tickets")}${fact(number(diff.contacts), "contacts")}${fact(number(diff.fieldsCompared), "fields compared")}${fact(percent(diff.coverage), "of values and their pairs shown")}${fact(number(diff.discrepancies), "discrepancies")}</div>
${sampleClasses(diff)}
${form(filter, path)}
<div class="chips">${CHIPS.map(([words, search]) => html`<a href="${path}${filterQuery(filter, { search, page: 1 })}">${words}</a>`)}<a href="${path}">Everything</a></div>
${pager(view, pages)}
${found.rows.length === 0 ? html`<p class="card">No field matches. <a href="${path}">Show everything</a></p>` : table(found.rows)}
${found.rows.length > 20 ? pager(view, pages) : ""}`,
  );
}

function option(value: string, words: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : ""}>${words}</option>`;
}

function form(filter: SampleFilter, path: string): Html {
  const { search = "", verdict = "", type = "", size } = filter;
  return html`<form class="filter" method="get" action="${path}">
<label class="grow">Search <input name="q" value="${search}" maxlength="200" placeholder="ticket number, field, value"></label>
<label>Verdict <select name="verdict">${option("", "all", verdict)}${VERDICTS.map((one) => option(one, one, verdict))}</select></label>
<label>Record <select name="type">${option("", "all", type)}${TYPES.map((one) => option(one, one, type))}</select></label>
<label>Rows <select name="rows">${SIZES.map((one) => option(String(one), number(one), String(size)))}</select></label>
<button>Filter</button></form>`;
}

function pager({ filter, found, path }: SampleView, pages: number): Html {
  const { page, size } = filter;
  const first = (page - 1) * size + 1;
  const range =
    found.rows.length === 0
      ? `${number(found.total)} fields`
      : `${number(first)} to ${number(first + found.rows.length - 1)} of ${number(found.total)} fields`;
  const to = (wanted: number, words: string) =>
    html`<a href="${path}${filterQuery(filter, { page: wanted })}">${words}</a>`;
  return html`<nav class="pages">${page > 1 ? html`${to(1, "« First")}${to(page - 1, "‹ Previous")}` : ""}${page < pages ? html`${to(page + 1, "Next ›")}${to(pages, "Last »")}` : ""}<a href="${path}/download.csv${filterQuery(filter, { page: 1 })}">Download these as CSV</a><span class="soft">${range}</span></nav>`;
}

function table(rows: readonly FieldVerdict[]): Html {
  return html`<table class="cards"><thead><tr><th>Record</th><th>Field</th><th>Source value</th><th>Rule</th><th>Should be</th><th>Is</th><th>Verdict</th></tr></thead>
<tbody>${rows.map(tableRow)}</tbody></table>`;
}

const tone = (verdict: Verdict) => (verdict === "same" ? "" : verdict === "altered" ? "altered" : "bad");

function tableRow(row: FieldVerdict): Html {
  const { source, field, sourceValue, rule, desired, observed, verdict, reason } = row;
  return html`<tr class="${tone(verdict)}">${cell("Record", `${source.type} ${source.id}`)}${cell("Field", field)}${cell("Source value", sourceValue)}${cell("Rule", rule)}${cell("Should be", desired)}${cell("Is", observed)}<td data-label="Verdict"><span><span class="verdict">${verdict}</span>${reason === undefined ? "" : html`<span class="reason">${telling.say(reason)}</span>`}</span></td></tr>`;
}
