// A scripted week of changes, with a delta a day, against a fresh full run of the final source.
//   npm run bench week -- [--tickets 600] [--seeds 1,2,3]
import { parseArgs } from "node:util";
import { playWeek } from "../test/scenario/week-play.ts";

const { values } = parseArgs({
  options: { tickets: { type: "string", default: "600" }, seeds: { type: "string", default: "1,2,3" } },
});

let unexplained = 0;
for (const seed of values.seeds.split(",")) {
  const began = performance.now();
  const played = await playWeek({ tickets: Number(values.tickets), seed: Number(seed) });
  const seconds = (performance.now() - began) / 1000;
  const odd = played.differences.filter(({ reason }) => reason === undefined);
  unexplained += odd.length;
  console.log(`week: ${values.tickets} tickets, seed ${seed}, ${seconds.toFixed(0)} s`);
  for (const { name, state, writes } of played.runs) console.log(`  ${name}: ${state}, ${writes} writes`);
  console.log(
    `  conflicts listed: ${played.conflicts.length}, discrepancies named: ${played.discrepancies.length}`,
  );
  console.log(
    `  records that differ from a fresh run, each for a reason: ${played.differences.length - odd.length}`,
  );
  for (const { record, reason } of played.differences) if (reason) console.log(`    ${record}: ${reason}`);
  console.log(`  records that differ without one: ${odd.length}   (limit: 0)`);
  for (const { record, moved, fresh } of odd) console.log(`    ${record}\n      ${moved}\n      ${fresh}`);
  await played.stop();
}
process.exitCode = unexplained === 0 ? 0 : 1;
