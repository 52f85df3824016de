// Tables of the guides: SLAs for the teams, what projects bill, and which configurations are part of which.
import { html } from "hono/html";
import type { GuideSla, RebuildGuides } from "../../engine/model/reports/rebuild-guides.ts";
import { cell, type Html, number, plural, shown } from "./report-page.ts";

export function guideTables(guides: RebuildGuides): Html {
  return html`${slaList(guides)}
${projectTable(guides.projects)}
${hierarchyTable(guides.hierarchies)}`;
}

function slaList(guides: RebuildGuides): Html {
  const { slas, calendars } = guides;
  if (slas.length === 0) return html`<h2>SLAs for each team</h2><p>No SLA was found.</p>`;
  return html`<h2>SLAs for each team</h2><p>Intercom's SLAs are set by Workflows and count from the day they are switched on: reporting restarts. Each conversation keeps its old tier and breach time as attributes. Time to plan has no counterpart.</p>
${slas.map((sla) => slaCard(sla, guides))}
${
  calendars.length === 0
    ? ""
    : html`<h3>Office hours</h3><table class="cards"><thead><tr><th>Calendar</th><th>Hours</th><th>Closed on</th></tr></thead><tbody>${calendars.map(
        ({ name, hours, holidays }) =>
          html`<tr>${cell("Calendar", name)}${cell("Hours", hours.join(", ") || "none set")}${cell("Closed on", holidays.join(", "))}</tr>`,
      )}</tbody></table>`
}`;
}

function slaCard(sla: GuideSla, { boards, slaUse }: RebuildGuides): Html {
  const names = new Map(boards.map(({ id, name }) => [id, name]));
  const use = slaUse
    .filter(({ slaId }) => slaId === sla.id)
    .toSorted((a, b) => b.tickets - a.tickets)
    .map(
      ({ boardId, tickets }) =>
        `${names.get(boardId) ?? `board ${boardId}`} (${plural(tickets, "ticket", "tickets")})`,
    );
  const hours = (label: string, value: number | undefined) =>
    cell(label, value === undefined ? undefined : `${number(value)} h`);
  return html`<h3><bdi>${shown(sla.name)}</bdi></h3><p class="soft">Counts <bdi>${shown(countsOf(sla))}</bdi>. ${use.length === 0 ? "No ticket of a board is known to use it." : html`Set it up for the teams of: <bdi>${shown(use.join(", "))}</bdi>.`}</p>
${
  sla.priorities.length === 0
    ? html`<p>Its hours for each priority are not set, or could not be read.</p>`
    : html`<table class="cards"><thead><tr><th>Priority</th><th>First response</th><th>Plan</th><th>Time to close</th></tr></thead><tbody>${sla.priorities.map(
        ({ priority, respondHours, planHours, resolutionHours }) =>
          html`<tr>${cell("Priority", priority.name ?? priority.id)}${hours("First response", respondHours)}${hours("Plan", planHours)}${hours("Time to close", resolutionHours)}</tr>`,
      )}</tbody></table>`
}`;
}

function countsOf({ businessHours, calendar, basedOn }: GuideSla): string {
  if (!businessHours) return "all hours";
  if (calendar) return `business hours of the calendar ${calendar.name ?? calendar.id}`;
  return basedOn === "Customer" ? "business hours of the customer's own calendar" : "business hours";
}

function projectTable({ total, open, first }: RebuildGuides["projects"]): Html {
  if (total === 0) return html`<h2>Projects' billing</h2><p>The extract has no projects.</p>`;
  const amount = (value: number | undefined) => (value === undefined ? undefined : number(value));
  return html`<h2>Projects' billing</h2><p>${plural(total, "project", "projects")}, ${number(open)} of them open. Intercom bills nothing: keep invoicing them where it is done now, or move it to your accounting. The tickets of a project name it in an attribute.${rest(first.length, total)}</p>
<table class="cards"><thead><tr><th>Project</th><th>Company</th><th>Agreement</th><th>Billing</th><th class="number">Amount</th><th>Time is</th><th class="number">Budget, h</th><th class="number">Actual, h</th></tr></thead><tbody>${first.map(
    (one) =>
      html`<tr>${cell("Project", `${one.name} (${one.closed ? "closed, " : ""}${one.id})`)}${cell("Company", one.company?.name)}${cell("Agreement", one.agreement?.name)}${cell("Billing", one.billingMethod)}${figure("Amount", amount(one.billingAmount))}${cell("Time is", one.billTime)}${figure("Budget, h", amount(one.budgetHours))}${figure("Actual, h", amount(one.actualHours))}</tr>`,
  )}</tbody></table>`;
}

function hierarchyTable({ configurations, children, parents, first }: RebuildGuides["hierarchies"]): Html {
  if (configurations === 0)
    return html`<h2>Configuration hierarchies</h2><p>The extract has no configurations.</p>`;
  if (parents === 0) {
    return html`<h2>Configuration hierarchies</h2><p>${plural(configurations, "configuration", "configurations")}, none of them part of another.</p>`;
  }
  return html`<h2>Configuration hierarchies</h2><p>${number(children)} of ${plural(configurations, "configuration", "configurations")} ${children === 1 ? "is" : "are"} part of ${parents === 1 ? "another one" : `${number(parents)} others`}. Intercom has no such tree: keep it in the RMM or an asset register.${rest(first.length, parents)}</p>
<table class="cards"><thead><tr><th>Configuration</th><th>Type</th><th>Company</th><th class="number">Parts</th><th>They are</th></tr></thead><tbody>${first.map(
    ({ id, name, type, company, parts, firstParts }) =>
      html`<tr>${cell("Configuration", `${name} (${id})`)}${cell("Type", type)}${cell("Company", company)}${figure("Parts", number(parts))}${cell("They are", `${firstParts.join(", ")}${parts > firstParts.length ? ", …" : ""}`)}</tr>`,
  )}</tbody></table>`;
}

function figure(label: string, value: string | undefined): Html {
  return html`<td class="number${value === undefined ? " empty" : ""}" data-label="${label}">${value ?? ""}</td>`;
}

const rest = (shownRows: number, all: number): string =>
  shownRows < all ? ` The first ${number(shownRows)} are shown; cutover export-workflows writes all.` : "";
