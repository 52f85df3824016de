// Kills `apply` again and again at random moments, and lets it end at last: what drills and benches of recovery share.
import type { Ended } from "./cli-program.ts";

/** What a drill needs of a world that `apply` runs in. */
export interface KillTarget {
  start(): { readonly pid: number | undefined; readonly ended: Promise<Ended> };
  /** Requests that the workspace has had, and those of them that write. */
  requests(): number;
  writes(): number;
}

export interface KillFigures {
  /** Kills that hit it while it ran. */
  readonly kills: number;
  /** Milliseconds from each start after a kill to its first write, where it came to one. */
  readonly firstWriteMs: readonly number[];
  readonly ended: Ended;
}

const LOOK_MS = 3;

/** Resolves when the condition holds, true, or when the program ended before, false. */
async function holdsBeforeEnd(condition: () => boolean, ended: Promise<unknown>): Promise<boolean> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!condition() && !over) return;
      clearInterval(timer);
      resolve(condition() && !over);
    }, LOOK_MS);
  });
}

/**
 * The moment of each kill is a count of requests after its start, at most `within`: some die while they start, some
 * between a write and its answer. A start that ends by itself ends the drill.
 */
export async function killAgainAndAgain(
  target: KillTarget,
  options: { readonly kills: number; readonly within: number; readonly random: () => number },
): Promise<KillFigures> {
  const firstWriteMs: number[] = [];
  const run = async (killAfter: number | undefined): Promise<Ended | undefined> => {
    const [requests, writes, began] = [target.requests(), target.writes(), performance.now()];
    const { pid, ended } = target.start();
    const wrote = holdsBeforeEnd(() => target.writes() > writes, ended).then((did) => {
      if (did) firstWriteMs.push(performance.now() - began);
    });
    const hit =
      killAfter !== undefined &&
      (await holdsBeforeEnd(() => target.requests() >= requests + killAfter, ended));
    if (hit && pid !== undefined) process.kill(pid, "SIGKILL");
    const end = await ended;
    await wrote;
    return hit ? undefined : end;
  };
  let kills = 0;
  for (; kills < options.kills; kills += 1) {
    const end = await run(1 + Math.floor(options.random() * options.within));
    if (end !== undefined) return { kills, firstWriteMs: firstWriteMs.slice(1), ended: end };
  }
  const end = await run(undefined);
  if (end === undefined) throw new Error("nobody kills the last one");
  return { kills, firstWriteMs: firstWriteMs.slice(1), ended: end };
}
