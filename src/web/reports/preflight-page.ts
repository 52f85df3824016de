// The preflight as a page: what failed first, then what to look at, then all the rest and what canaries learnt.
import { html } from "hono/html";
import {
  type CheckedSystem,
  type CheckReport,
  type CheckResult,
  failedChecks,
  type PreflightReport,
  warnedChecks,
} from "../../engine/model/preflight.ts";
import { type WorkspaceProfile, WRITERS } from "../../engine/model/profile.ts";
import { en } from "../../words/en.ts";
import { cell, fact, type Html, moment, number, plural, reportPage, shown } from "./report-page.ts";

const SYSTEMS: Readonly<Record<CheckedSystem, string>> = {
  connectwise: "ConnectWise",
  csv: "CSV export",
  intercom: "Intercom",
  staging: "Intercom, staging",
  cutover: "Cutover",
};
const ORDER: readonly CheckResult[] = ["failed", "warning", "passed"];
const MARKS: Readonly<Record<CheckResult, { readonly kind: string; readonly text: string }>> = {
  failed: { kind: "poor", text: "Failed" },
  warning: { kind: "fair", text: "Warning" },
  passed: { kind: "good", text: "Passed" },
};

export function preflightPage(migration: string, { preflight, production, staging }: PreflightReport): Html {
  const { at, checks } = preflight;
  const [failed, warned] = [failedChecks(preflight).length, warnedChecks(preflight).length];
  const ordered = ORDER.flatMap((result) => checks.filter((one) => one.result === result));
  return reportPage(
    "Preflight",
    migration,
    html`<p class="lead">${lead(failed, warned)}</p>
<p class="soft">Asked on ${moment(at)}. Nothing was written.</p>
<div class="facts">${fact(number(failed), "failed")}${fact(number(warned), "warnings")}${fact(number(checks.length - failed - warned), "passed")}</div>
<table class="cards checks"><thead><tr><th>Result</th><th>Of</th><th>Check</th><th>Why, and what to do</th></tr></thead><tbody>${ordered.map(row)}</tbody></table>
<h2>What the canaries learnt</h2>
${profileOf("Production", production)}${profileOf("Staging", staging)}
${production || staging ? "" : html`<p>No canary was sent yet. Before a sample and before the full run, a conversation of our own is written, read back word by word and deleted.</p>`}`,
  );
}

function lead(failed: number, warned: number): string {
  if (failed > 0) {
    return `${plural(failed, "check", "checks")} failed: mend what is named below, and nothing is approved before.`;
  }
  return warned > 0
    ? "Nothing stands in the way; look at the warnings before you approve."
    : "Nothing stands in the way.";
}

function row({ name, system, result, finding }: CheckReport): Html {
  const { message, remedy } = en.finding(finding);
  const { kind, text } = MARKS[result];
  return html`<tr class="${result === "failed" ? "bad" : ""}"><td data-label="Result"><span class="mark ${kind}">${text}</span></td>${cell("Of", SYSTEMS[system])}${cell("Check", en.checkNames[name] ?? name)}<td class="value" data-label="Why"><span><bdi>${shown(message)}</bdi>${result === "passed" || remedy === "" ? "" : html`<br><span class="soft"><bdi>${shown(remedy)}</bdi></span>`}</span></td></tr>`;
}

const KINDS = {
  opening: "Opening messages",
  contact: "Contacts' replies",
  admin: "Teammates' comments",
  note: "Internal notes",
};
const FATES = {
  kept: "kept word by word",
  "tags-lost": "what looks like a tag is lost",
  escaped: "shown as mark-up",
  changed: "changed",
  missing: "missing",
};
const PLACES = {
  attachment: "comes back as an attachment",
  body: "comes back in the text",
  missing: "is lost",
};

function profileOf(title: string, profile: WorkspaceProfile | undefined): Html {
  if (!profile) return html``;
  const facts = [
    ...WRITERS.map((writer): [string, string] => [
      KINDS[writer],
      `${FATES[profile.texts[writer]]}, original time ${profile.times[writer] ? "kept" : "lost"}`,
    ]),
    ...filesOf(profile),
    [
      "A reply on a closed conversation",
      `${opens(profile.reopens.reply)} (part "${profile.partTypes.replyOnClosed}")`,
    ],
    [
      "An assignment on a closed one",
      `${opens(profile.reopens.assignment)} (part "${profile.partTypes.assignmentOnClosed}")`,
    ],
    ["Set by the workspace itself", setsOf(profile)],
    ["Could be read after", `${number(profile.readLagMs)} ms`],
    [
      "Could be found by search after",
      profile.searchLagMs === undefined ? "later than we looked" : `${number(profile.searchLagMs)} ms`,
    ],
    ["Answered by itself", profile.outbound === undefined ? "no" : `yes (${profile.outbound.what})`],
    ["Left when deleted", profile.metricsRemain ? "reporting numbers" : "nothing"],
    ...(profile.partsPerAttribute === undefined
      ? []
      : [["Parts that an attribute leaves", number(profile.partsPerAttribute)]]),
  ];
  return html`<section class="card"><h3>${title}</h3><p class="soft">Asked on ${moment(profile.askedAt)}.</p>
<dl>${facts.map(([what = "", here = ""]) => html`<dt>${what}</dt><dd><bdi>${shown(here)}</bdi></dd>`)}</dl></section>`;
}

const opens = (reopens: boolean) => (reopens ? "opens it" : "leaves it closed");

function filesOf({ files }: WorkspaceProfile): readonly [string, string][] {
  if (!files) return [];
  const say = (file: typeof files.picture) =>
    `${PLACES[file.place]}${file.place === "attachment" && !file.nameKept ? `, named ${file.name ?? "otherwise"}` : ""}`;
  return [
    ["A picture", say(files.picture)],
    ["A document", say(files.document)],
  ];
}

function setsOf({ defaults, assignedOnReply }: WorkspaceProfile): string {
  const sets = [
    ...(defaults.adminId === undefined ? [] : ["a teammate"]),
    ...(defaults.teamId === undefined ? [] : ["a team"]),
    ...(defaults.companyId === undefined ? [] : ["a company"]),
    ...(assignedOnReply === undefined ? [] : ["whoever replies"]),
  ];
  return sets.length === 0 ? "nothing" : sets.join(", ");
}
