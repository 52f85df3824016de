// What a sample shows of its source and what it does not, above the field diff.
import { html } from "hono/html";
import type { SampleDiff } from "../../engine/engine.ts";
import type { ClassCover, SampleClasses } from "../../engine/model/sample.ts";
import { cell, type Html, number, plural, shown } from "./report-page.ts";

/** Longer lists are cut: nobody reads them, and the page has to open fast. */
const SHOWN = 100;

export function sampleClasses({ classes }: Pick<SampleDiff, "classes">): Html | "" {
  if (classes === undefined) return "";
  const { values, pairs, combinations, ticketShare, missed } = classes;
  const left = [values, pairs, combinations].reduce((sum, one) => sum + one.total - one.covered, 0);
  const lead =
    left === 0
      ? "The sample shows every one of them."
      : `Not in the sample: ${parts(classes).join(", ")}. Those that most tickets are in come first.`;
  return html`<details class="card classes"><summary>What the sample shows: ${of(values)} values, ${of(pairs)} pairs, ${of(combinations)} whole combinations</summary>
<p>Values are boards, statuses, priorities, types, custom field values, people, levels and hard cases. Pairs are status × priority, status × type, type × priority and board × custom field value. Whole combinations are board × status × priority × type; ${percent(ticketShare)} of all tickets are in one that the sample shows.</p>
<p>${lead}</p>
${unseen(classes)}
${missed.length === 0 ? "" : table(missed.slice(0, SHOWN))}
${left > SHOWN ? html`<p class="soft">${number(left - SHOWN)} more are not listed here.</p>` : ""}</details>`;
}

/** A figure must not seem to speak of what nobody saw. */
function unseen({ notLookedAt = [] }: SampleClasses): Html | "" {
  if (notLookedAt.length === 0) return "";
  return html`<p><strong>Not looked at when the tickets were chosen: their ${notLookedAt.join(", ")}.</strong> The sample was taken before everything was read: tickets with the most notes, the longest texts and the largest files were guessed from ConnectWise’s lists, and none of these figures speaks of them. A sample that is taken after the plan is chosen from everything.</p>`;
}

const of = ({ covered, total }: ClassCover): string => `${number(covered)} of ${number(total)}`;

/** Never "100 %" for less than all. */
export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

function parts({ values, pairs, combinations }: SampleClasses): readonly string[] {
  const left = ({ total, covered }: ClassCover) => total - covered;
  return [
    ...(left(values) > 0 ? [plural(left(values), "value", "values")] : []),
    ...(left(pairs) > 0 ? [plural(left(pairs), "pair", "pairs")] : []),
    ...(left(combinations) > 0 ? [plural(left(combinations), "combination", "combinations")] : []),
  ];
}

function table(missed: SampleClasses["missed"]): Html {
  return html`<table class="cards"><thead><tr><th>Not shown</th><th>Kind</th><th class="number">Tickets</th></tr></thead>
<tbody>${missed.map(
    ({ kind, words, tickets }) =>
      html`<tr>${cell("Not shown", shown(words))}${cell("Kind", kind)}<td class="number" data-label="Tickets">${number(tickets)}</td></tr>`,
  )}</tbody></table>`;
}
