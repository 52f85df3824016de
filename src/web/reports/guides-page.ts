// What was not migrated, for the people who rebuild it: each automation with the feature of Intercom's nearest to it.
import { html } from "hono/html";
import { suggestStep, suggestTrigger } from "../../engine/index.ts";
import type {
  SourceScript,
  SourceWorkflow,
  SourceWorkflowAction,
  SourceWorkflowEvent,
} from "../../engine/model/reports/automation.ts";
import type { RebuildGuides } from "../../engine/model/reports/rebuild-guides.ts";
import { telling } from "../../words/en/telling.ts";
import { guideTables } from "./guides-tables.ts";
import { cell, fact, type Html, moment, number, plural, reportPage, shown } from "./report-page.ts";

/** More are in the file. */
const SHOWN = 200;
const TEXT_CHARS = 400;

export function guidesPage(migration: string, path: string, guides: RebuildGuides): Html {
  const { workflows, scripts, slas, projects, hierarchies, warnings } = guides;
  return reportPage(
    "Rebuild guides",
    migration,
    html`<p class="lead">Nothing of this was migrated. Intercom's automations, SLAs and records work differently, and a rule that was moved blindly could write to customers. Rebuild what you still need, and try each automation with a contact of your own before you switch it on.</p>
<p class="soft">From <bdi>${shown(guides.title)}</bdi>, read on ${moment(guides.readAt)}. Passwords and tokens were left out.</p>
<nav class="pages"><a href="${path}/workflows.json">Download workflows.json</a></nav>
${
  warnings.length === 0
    ? ""
    : html`<div class="card"><h2>Could not be read</h2><ul class="hard">${warnings.map((one) => html`<li><bdi>${shown(telling.say(one))}</bdi></li>`)}</ul></div>`
}
<div class="facts">${fact(number(workflows.length), "workflow rules")}${fact(scripts === undefined ? "–" : number(scripts.length), "Automate scripts")}${fact(number(slas.length), "SLAs")}${fact(number(projects.total), "projects")}${fact(number(hierarchies.parents), "hierarchies of configurations")}</div>
${automations(workflows)}
${scriptList(scripts)}
${guideTables(guides)}`,
  );
}

function automations(all: readonly SourceWorkflow[]): Html {
  if (all.length === 0) return html`<h2>Automations</h2><p>No workflow rule was found.</p>`;
  const ordered = all.toSorted((a, b) => Number(b.active) - Number(a.active));
  const active = all.filter((one) => one.active).length;
  return html`<h2>Automations</h2><p class="soft">${plural(all.length, "workflow rule", "workflow rules")}, ${number(active)} of them switched on${all.length > SHOWN ? html`; the first ${number(SHOWN)} are shown, the file has all` : ""}. What is suggested is a hint: the people who work with it decide.</p>
${ordered.slice(0, SHOWN).map(workflowCard)}`;
}

function workflowCard({ name, active, table, board, schedule, events, triggers }: SourceWorkflow): Html {
  const where = `${table ?? "Records"}, ${board === undefined ? "all boards" : `board ${board}`}`;
  const looks = triggers.map((one) => (one.description ? `${one.name} (${one.description})` : one.name));
  return html`<section class="card"><h3><bdi>${shown(name)}</bdi>${active ? "" : html` <span class="off">switched off</span>`}</h3>
<p class="soft"><bdi>${shown(schedule === undefined ? where : `${where}; ${schedule}`)}</bdi></p>
${events.length === 0 ? html`<p>It has no events, so it does nothing.</p>` : events.map(eventList)}
${looks.length === 0 ? "" : html`<p class="soft">Fields that it looks at: <bdi>${shown(looks.join(", "))}</bdi></p>`}</section>`;
}

function eventList(event: SourceWorkflowEvent): Html {
  const when = event.condition ?? event.name;
  return html`<dl class="rule"><dt>When</dt><dd><bdi>${shown(when)}</bdi>${event.frequency === undefined ? "" : html` <span class="soft">(${shown(event.frequency)})</span>`}</dd>
<dt>In Intercom</dt><dd class="hint">${suggestTrigger(event)}</dd>${event.actions.map(
    (action) =>
      html`<dt>Then</dt><dd>${describeAction(action)}</dd><dt>In Intercom</dt><dd class="hint">${suggestStep(action)}</dd>`,
  )}</dl>`;
}

function describeAction({ kind, to, subject, text, sets }: SourceWorkflowAction): Html {
  const facts = [
    kind,
    ...(to === undefined ? [] : [`to ${to}`]),
    ...Object.entries(sets).map(([field, value]) => `${field} = ${value}`),
  ];
  return html`<bdi>${shown(facts.join(", "))}</bdi>${subject === undefined ? "" : html`<br><span class="soft">Subject:</span> <bdi>${shown(subject)}</bdi>`}${text === undefined ? "" : html`<br><span class="soft">Text:</span> <bdi class="said">${shown(cut(text))}</bdi>`}`;
}

function scriptList(scripts: readonly SourceScript[] | undefined): Html {
  if (scripts === undefined) {
    return html`<h2>Automate scripts</h2><p>ConnectWise Automate was not connected, so its scripts are not listed.</p>`;
  }
  if (scripts.length === 0) return html`<h2>Automate scripts</h2><p>No script was found.</p>`;
  return html`<h2>Automate scripts</h2><p>They run on devices and stay in the RMM. Where a workflow starts one, start it from Intercom by a custom action that calls the RMM.${scripts.length > SHOWN ? html` The first ${number(SHOWN)} of ${number(scripts.length)} are shown, the file has all.` : ""}</p>
<table class="cards"><thead><tr><th>Script</th><th>Folder</th><th>Parameters</th><th>Comments</th></tr></thead><tbody>${scripts
    .slice(0, SHOWN)
    .map(
      ({ id, name, folder, parameters, comments }) =>
        html`<tr>${cell("Script", `${name} (${id})`)}${cell("Folder", folder)}${cell("Parameters", parameters.join(", "))}${cell("Comments", comments)}</tr>`,
    )}</tbody></table>`;
}

const cut = (text: string): string =>
  text.length > TEXT_CHARS ? `${text.slice(0, TEXT_CHARS).toWellFormed()}…` : text;
