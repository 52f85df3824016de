// Records that did not make it: what happened to each, and what to do.
import { html } from "hono/html";
import type { Exception } from "../../engine/model/run.ts";
import { telling } from "../../words/en/telling.ts";
import { cell, type Html, number, plural, reportPage } from "./report-page.ts";

export function exceptionsPage(
  migration: string,
  path: string,
  { total, first }: { readonly total: number; readonly first: readonly Exception[] },
): Html {
  const lead =
    total === 0
      ? "Every record made it."
      : `${plural(total, "record", "records")} did not make it; each says why, and what to do.`;
  const rows = first.map(({ source, code, saying, requestId }) => {
    const { message, remedy } = telling.explain(saying);
    return html`<tr>${cell("Record", `${source.type} ${source.id}`)}${cell("What happened", message)}${cell("What to do", remedy)}${cell("Code", code)}${cell("Request", requestId)}</tr>`;
  });
  return reportPage(
    "Exceptions",
    migration,
    html`<p class="lead">${lead}</p>
${total > first.length ? html`<p class="soft">The first ${number(first.length)} are shown; the file has all of them.</p>` : ""}
${total === 0 ? "" : html`<nav class="pages"><a href="${path}/download.csv">Download all as CSV</a></nav><table class="cards"><thead><tr><th>Record</th><th>What happened</th><th>What to do</th><th>Code</th><th>Request</th></tr></thead><tbody>${rows}</tbody></table>`}`,
  );
}
