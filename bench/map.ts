// How right the proposed field maps are: golden tenants with awkward schemas, held row by row against the map that a
// careful person would draw; once for the built-in proposer and once for the model that is configured.
//   npm run bench map -- [--rows]     (--rows: every wrong row, too; OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL)
import { parseArgs } from "node:util";
import { parseConfig } from "../src/config.ts";
import type { Proposer } from "../src/engine/field-map/proposer-port.ts";
import { makeOfflineProposer } from "../src/llm/offline/offline-proposer.ts";
import { makeAskModel } from "../src/llm/openai/ask-model.ts";
import { makeProposer } from "../src/llm/proposer.ts";
import { inputOf } from "./support/golden/golden-tenant.ts";
import { goldenTenants } from "./support/golden/index.ts";
import { KINDS, type Score, type ScoredRow, scoreMap, summarize } from "./support/golden/score.ts";

const LIMIT = 0.9;
const { values } = parseArgs({ options: { rows: { type: "boolean", default: false } } });

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
const line = (name: string, { rows, precision, recall, asked, wrongAndSure }: Score) =>
  `  ${name.padEnd(28)}${String(rows).padStart(5)}${percent(precision)} ${percent(recall)}${String(asked).padStart(7)}${String(wrongAndSure).padStart(14)}`;

async function measure(who: string, proposer: Proposer): Promise<Score> {
  const scored: ScoredRow[] = [];
  const notes = new Set<string>();
  for (const tenant of goldenTenants) {
    const { map, notes: said } = await proposer.propose(inputOf(tenant));
    scored.push(...scoreMap(tenant, map));
    for (const note of said.slice(2)) notes.add(note);
  }
  const total = summarize(scored);
  console.log(`\n${who}`);
  console.log(`  ${"".padEnd(28)} rows precision   recall  asked  wrong & sure`);
  for (const { name } of goldenTenants)
    console.log(line(name, summarize(scored.filter((row) => row.tenant === name))));
  for (const kind of KINDS)
    console.log(line(`all: ${kind}`, summarize(scored.filter((row) => row.kind === kind))));
  console.log(line("all", total));
  for (const note of notes) console.log(`  note: ${note}`);
  if (values.rows)
    for (const row of scored.filter(({ isRight }) => !isRight))
      console.log(
        `  wrong: ${row.tenant}: ${row.kind} "${row.name}": ${row.chosen}, right is ${row.right} (${row.confidence.toFixed(2)}${row.isAsked ? ", asked" : ""})`,
      );
  return total;
}

console.log(
  `map: ${goldenTenants.length} golden tenants; precision = right among the rows with a choice, recall = right without a question, among all rows`,
);
const offline = makeOfflineProposer();
const built = await measure("the built-in proposer", offline);
console.log(
  `\n  precision ${percent(built.precision).trim()}   (limit: ≥ ${percent(LIMIT).trim()}), wrong rows that nobody would be asked about: ${built.wrongAndSure}   (limit: 0)`,
);
const config = parseConfig(process.env);
const key = config.OPENAI_API_KEY?.reveal();
if (key === undefined)
  console.log(
    "\nNo model is configured (OPENAI_API_KEY is not set): only the built-in proposer was measured.",
  );
else {
  const ask = makeAskModel({
    apiKey: key,
    model: config.OPENAI_MODEL,
    ...(config.OPENAI_BASE_URL === undefined ? {} : { baseUrl: config.OPENAI_BASE_URL }),
  });
  await measure(
    `the model ${config.OPENAI_MODEL}, the built-in proposer behind it`,
    makeProposer({ offline, ask }),
  );
}
process.exitCode = built.precision >= LIMIT && built.wrongAndSure === 0 ? 0 : 1;
