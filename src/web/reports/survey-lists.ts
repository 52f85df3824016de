// The lists of a survey: boards with their statuses, priorities, service levels.
import { html } from "hono/html";
import type { Survey } from "../../engine/model/survey.ts";
import { cell, type Html, number, shown } from "./report-page.ts";

type Status = Survey["statuses"][number];

export function surveyLists({ boards, statuses, priorities, slas }: Survey): Html {
  const ofBoard = Map.groupBy(statuses, ({ boardId }) => boardId);
  return html`<h2>Boards and statuses</h2><p class="soft">Numbers behind a status are tickets of the sample, not of all.</p>
<table class="cards"><thead><tr><th>Board</th><th class="number">Tickets</th><th>Open statuses</th><th>Closed statuses</th></tr></thead><tbody>${boards.map(
    ({ id, name, tickets, readable }) => {
      const own = ofBoard.get(id) ?? [];
      return html`<tr class="${readable ? "" : "bad"}">${cell("Board", name)}${countCell(readable, tickets)}${cell("Open", say(own, false))}${cell("Closed", say(own, true))}</tr>`;
    },
  )}</tbody></table>
${priorities.length === 0 ? "" : html`<h2>Priorities</h2><table class="cards"><thead><tr><th>Priority</th><th class="number">In the sample</th></tr></thead><tbody>${priorities.map(({ name, seen }) => html`<tr>${cell("Priority", name)}<td class="number" data-label="In the sample">${number(seen)}</td></tr>`)}</tbody></table>`}
${slas.length === 0 ? "" : html`<h2>Service levels</h2><p><span class="samples">${slas.map(({ name }) => html`<bdi>${shown(name)}</bdi>`)}</span></p>`}`;
}

function countCell(readable: boolean, tickets: number): Html {
  return readable
    ? html`<td class="number" data-label="Tickets">${number(tickets)}</td>`
    : html`<td class="number" data-label="Tickets"><span class="verdict">closed to us</span></td>`;
}

/** Those in use first. */
function say(statuses: readonly Status[], closed: boolean): string {
  return statuses
    .filter((status) => status.closed === closed)
    .toSorted((a, b) => b.seen - a.seen)
    .map(({ name, seen }) => (seen > 0 ? `${name} (${number(seen)})` : name))
    .join(", ");
}
