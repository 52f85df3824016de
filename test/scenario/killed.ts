// kill -9 of the real program at random moments, with and without lost answers: nothing lost, nothing doubled. Short form.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { seededRandom } from "../../sandbox/http/faults.ts";
import { drawHabits } from "../../sandbox/intercom/habits.ts";
import { makeTestDatabase } from "../support/database.ts";
import { type CliWorld, startCliWorld } from "./cli-program.ts";
import { type KillFigures, killAgainAndAgain } from "./kill-drill.ts";
import { assembleNormalForm } from "./load-normal-form.ts";

/** The gate stays short: `npm run bench recovery -- --kills 20 --calm` is the full drill, on either database. */
const KILLS = { pglite: { plain: 3, lost: 2 }, postgres: { plain: 2, lost: 3 } } as const;
/** Requests after a start within which it is killed. */
const WITHIN = 40;

/** How long a conversation is snoozed counts from the run's start, which differs. */
const contentOf = ({ intercom }: CliWorld) =>
  assembleNormalForm(intercom).map((line) => line.replace(/"snoozed":\d+/, '"snoozed":"for a while"'));

async function killApply(world: CliWorld, hash: string, kills: number): Promise<KillFigures> {
  return killAgainAndAgain(
    {
      start() {
        const { child, ended } = world.start(["apply", world.file, "--plan", hash, "--json"]);
        return { pid: child.pid, ended };
      },
      requests: () => world.intercom.requests,
      writes: world.writes,
    },
    { kills, within: WITHIN, random: seededRandom(kills) },
  );
}

/** PostgreSQL's; the embedded one needs nothing beforehand. */
const ownDatabase = async (kind: "pglite" | "postgres") =>
  kind === "postgres" ? makeTestDatabase("postgres") : undefined;
/** One database a file, so that they run beside each other. */
export function describeKilled(database: "pglite" | "postgres"): void {
  let world: CliWorld;
  let hash: string;
  let undisturbed: readonly string[];
  let empty: string;
  const seed = Date.now() % 100_000;
  const habits = drawHabits(seededRandom(seed), []);

  beforeAll(async () => {
    world = await startCliWorld({
      database: await ownDatabase(database),
      tickets: 70,
      contacts: 25,
      teams: "all",
      // Other habits in every run; a failure names them.
      intercom: { latencyMs: 4, habits },
    });
    await world.json("propose");
    hash = (await world.json("plan")).hash;
    empty = world.intercom.stateHash();
    await world.json("apply", { more: ["--plan", hash] });
    undisturbed = contentOf(world);
  }, 120_000);
  beforeEach(async () => {
    await world.json("rollback");
  });
  afterAll(() => world.stop());

  const told = `habits of seed ${seed}: ${JSON.stringify(habits)}`;

  it("ends as if it had never been killed, with the default search lag", async () => {
    const { kills, ended } = await killApply(world, hash, KILLS[database].plain);
    expect(ended).toMatchObject({ code: 0, error: "" });
    expect(kills).toBe(KILLS[database].plain);
    expect(contentOf(world), told).toEqual(undisturbed);
    expect(await world.json("verify")).toMatchObject({ discrepancies: [], exceptions: [] });
    await world.json("rollback");
    expect(world.intercom.stateHash()).toBe(empty);
  }, 400_000);

  it("ends the same when one answer in twenty is lost after the write was applied", async () => {
    const { faults } = world.intercom;
    for (const method of ["POST", "PUT"]) faults.inject({ kind: "lost-answer", method, rate: 0.05 });
    const { kills, ended } = await killApply(world, hash, KILLS[database].lost);
    faults.clear();
    expect(ended).toMatchObject({ code: 0, error: "" });
    expect(kills).toBe(KILLS[database].lost);
    expect(faults.hits["lost-answer"]).toBeGreaterThan(10);
    expect(contentOf(world), told).toEqual(undisturbed);
    expect(world.intercom.notificationsSent).toBe(0);
  }, 400_000);
}
