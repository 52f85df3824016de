// The certificate as a page that prints well: what was compared, what was found, who approved, and how to check it.
import { html } from "hono/html";
import type { PrintedCertificate, SignedCertificate } from "../../engine/model/reports/certificate.ts";
import { cell, fact, type Html, moment, number, plural, reportPage } from "./report-page.ts";

/** More are in the file. */
const SHOWN = 200;

export function certificatePage(migration: string, path: string, signed: SignedCertificate): Html {
  const { certificate, proof, key } = signed;
  const { coverage } = proof;
  const clean = certificate.discrepancies.length === 0;
  const verdict = clean
    ? "Every record that was read back is as the approved plan says."
    : `${plural(certificate.discrepancies.length, "field is", "fields are")} not as the approved plan says; each is named below.`;
  return reportPage(
    "Certificate of migration",
    migration,
    html`<div class="card seal ${clean ? "" : "broken"}"><p class="lead">${verdict}</p>
<p>${number(coverage.readBack)} of ${number(coverage.expected)} records were read back from the ${certificate.environment} workspace ${certificate.workspace.name} (${certificate.workspace.id}) and compared field by field on ${moment(certificate.verifiedAt)}.</p></div>
<div class="facts">${fact(number(certificate.fieldsCompared), "fields compared")}${fact(number(certificate.partsCompared), "conversation parts compared")}${fact(number(certificate.discrepancies.length), "discrepancies")}${fact(number(certificate.exceptions.length), "exceptions")}</div>
${objects(certificate)}
${discrepancies(certificate.discrepancies)}
${exceptions(certificate)}
${leftBehind(certificate)}
<h2>Approvals</h2>${approvals(certificate)}
<h2>What it is bound to</h2><div class="card"><dl>
<dt>Plan</dt><dd><code>${certificate.planHash ?? "none"}</code></dd>
<dt>Field map</dt><dd><code>${certificate.mapHash}</code></dd>
<dt>Source content</dt><dd><code>${certificate.desiredHash}</code></dd>
<dt>Destination content</dt><dd><code>${certificate.observedHash}</code></dd>
<dt>Journal</dt><dd>${number(proof.journal.operations)} operations, rows ${proof.journal.first ?? "–"} to ${proof.journal.last ?? "–"}</dd>
<dt>Audit log</dt><dd>entry ${number(proof.audit.sequence)}, <code>${proof.audit.hash}</code></dd></dl></div>
<h2>Signature</h2><div class="card"><dl>
<dt>Signed</dt><dd>${moment(signed.issuedAt)}, Ed25519</dd>
<dt>Key</dt><dd><code>${key.fingerprint}</code></dd>
<dt>Signature</dt><dd><code>${signed.signature}</code></dd></dl>
<p class="soft">Anyone can check the file without us: <code>cutover certificate verify certificate.json</code></p></div>
<nav class="pages"><a href="${path}/certificate.json">Download the signed file</a><a href="${path}/certificate.pdf">Open as PDF</a></nav>`,
  );
}

function objects({ objects: counts }: PrintedCertificate): Html {
  const { continued = 0 } = counts.conversation;
  const further =
    continued === 0
      ? ""
      : html`<p class="soft">${plural(continued, "further conversation continues a ticket", "further conversations continue tickets")} too long for one: read back too, and counted with ${continued === 1 ? "its" : "their"} first.</p>`;
  const rows = Object.entries(counts).map(([kind, { expected, found, same, discrepant }]) => {
    const n = (label: string, value: number) =>
      html`<td class="number" data-label="${label}">${number(value)}</td>`;
    return html`<tr>${cell("Object", `${kind[0]?.toUpperCase()}${kind.slice(1)}`)}${n("Expected", expected)}${n("Found", found)}${n("As planned", same)}${n("Not", discrepant)}</tr>`;
  });
  return html`<table class="cards"><thead><tr><th>Object</th><th class="number">Expected</th><th class="number">Found</th><th class="number">As planned</th><th class="number">Not</th></tr></thead><tbody>${rows}</tbody></table>${further}`;
}

function discrepancies(all: PrintedCertificate["discrepancies"]): Html {
  if (all.length === 0) return html``;
  const rows = all
    .slice(0, SHOWN)
    .map(
      ({ source, field, desired, observed, verdict }) =>
        html`<tr class="bad">${cell("Record", `${source.type} ${source.id}`)}${cell("Field", field)}${cell("Should be", desired)}${cell("Is", observed)}<td data-label="Verdict"><span class="verdict">${verdict}</span></td></tr>`,
    );
  return html`<h2>Discrepancies</h2>${more(all.length)}<table class="cards"><thead><tr><th>Record</th><th>Field</th><th>Should be</th><th>Is</th><th>Verdict</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function exceptions({ exceptions: all }: PrintedCertificate): Html {
  if (all.length === 0) return html``;
  const rows = all
    .slice(0, SHOWN)
    .map(
      ({ source, message, remedy }) =>
        html`<tr>${cell("Record", `${source.type} ${source.id}`)}${cell("What happened", message)}${cell("What to do", remedy)}</tr>`,
    );
  return html`<h2>Exceptions</h2>${more(all.length)}<table class="cards"><thead><tr><th>Record</th><th>What happened</th><th>What to do</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function leftBehind({ leftBehind: all = [] }: PrintedCertificate): Html {
  if (all.length === 0) return html``;
  return html`<h2>Left in the source</h2><div class="card"><ul>${all.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul></div>`;
}

const more = (total: number): Html =>
  total > SHOWN
    ? html`<p class="soft">The first ${SHOWN} of ${number(total)}; the signed file has all of them.</p>`
    : html``;

function approvals({ approvals: all }: PrintedCertificate): Html {
  if (all.length === 0)
    return html`<p class="card">None was recorded: an operator ran it at the command line.</p>`;
  const rows = all.map(
    ({ kind, role, person, name, at, hash }) =>
      html`<tr>${cell("Of", kind ?? "plan")}${cell("By", name ? `${name} (${person})` : person)}${cell("As", role.replaceAll("-", " "))}${cell("On", moment(at))}<td class="value ${hash === undefined ? "empty" : ""}" data-label="Hash"><code>${hash?.slice(0, 16) ?? ""}</code></td></tr>`,
  );
  return html`<table class="cards"><thead><tr><th>Of</th><th>By</th><th>As</th><th>On</th><th>Hash</th></tr></thead><tbody>${rows}</tbody></table>`;
}
