// What the covering sample shows of five tenants, beside random samples of the same size.
//   npm run bench sample -- [--sizes 300,820,1500,3000,6000] [--seed 1]
import { parseArgs } from "node:util";
import { seededRandom } from "../sandbox/http/faults.ts";
import { SAMPLE_BUDGET } from "../src/engine/stages/sample/choose.ts";
import { type Cover, measureSample } from "../test/support/sample-drill.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "300,820,1500,3000,6000" },
    seed: { type: "string", default: "1" },
  },
});

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
const line = (name: string, { values: single, pairs, combinations, both }: Cover) =>
  `  ${name.padEnd(24)}${[single, pairs, both, combinations].map(percent).join("   ")}`;

const random = seededRandom(Number(values.seed));
let held = true;
for (const [at, size] of values.sizes.split(",").entries()) {
  const {
    tickets,
    choice,
    covering,
    random: mean,
    bestRandom,
  } = await measureSample({ seed: Number(values.seed) + at, tickets: Number(size) }, random);
  const chosen = choice.ticketIds.length;
  const inBudget = chosen <= SAMPLE_BUDGET.max && chosen >= Math.min(tickets, SAMPLE_BUDGET.min);
  held &&= inBudget && covering.both >= bestRandom.both;
  console.log(
    `tenant ${at + 1}: ${tickets} tickets, sample of ${chosen}   (limit: ${SAMPLE_BUDGET.min} to ${SAMPLE_BUDGET.max})`,
  );
  console.log(`  ${"".padEnd(24)}  values      pairs       both   combinations`);
  console.log(line("covering", covering));
  console.log(line("random, mean of 25", mean));
  console.log(line("random, best of 25", bestRandom));
  console.log(
    `  ${choice.classes.values.total} values, ${choice.classes.pairs.total} pairs, ${choice.classes.combinations.total} combinations; tickets whose whole combination is shown: ${percent(choice.classes.ticketShare).trim()}`,
  );
}
console.log(held ? "The cover was never worse than a random sample." : "NOT HELD");
process.exitCode = held ? 0 : 1;
