// Keeps the progress messages true: one message a run, edited in place, resumed by itself after a restart.

import { contentHash } from "../engine/model/hash.ts";
import type { Run } from "../engine/model/run.ts";
import { assembleTotals } from "./blocks/progress-card.ts";
import { assembleCard } from "./cards.ts";
import { parseState } from "./conversation/state.ts";
import { runKindOf } from "./load-card-data.ts";
import { inChannel, type Surroundings } from "./surroundings.ts";
import type { Words } from "./words/words.ts";

export interface ProgressPosts {
  /** Looks at all active runs once. Never throws: progress comes again. */
  tick(): Promise<void>;
  start(everyMs: number): void;
  stop(): Promise<void>;
}

/** A message of its own when the full run is half done. */
const MILESTONE = 50;

export function createProgress(surroundings: Surroundings): ProgressPosts {
  const { engine, slackOf, people, log, oneAtATime } = surroundings;
  /** What each message shows, so that an unchanged one is not sent. */
  const shown = new Map<string, string>();

  async function announce(run: Run, channel: { team: string; id: string }, words: Words): Promise<void> {
    const { percent } = assembleTotals(run.progress);
    if (run.kind !== "full" || percent < MILESTONE || percent >= 100) return;
    if (!(await engine.firstDelivery(`milestone:${run.id}:${MILESTONE}`))) return;
    const text = words.progress.milestone(words.work.running.title, percent, "");
    await (await slackOf(channel.team)).post(channel.id, { text, blocks: [] });
  }

  async function show(run: Run): Promise<void> {
    const migration = inChannel(await engine.findMigration(run.migrationId));
    const saved = await engine.loadConversation(run.migrationId);
    const state = parseState(saved?.state);
    if (!migration || !state?.card || state.halt || runKindOf(state) !== run.kind) return;
    const card = await assembleCard(surroundings, migration, state, run);
    const hash = contentHash(card.blocks);
    const key = `${run.id} ${state.card.ts}`;
    if (shown.get(key) === hash) return;
    const slack = await slackOf(migration.channel.team);
    await slack.updateSoon(migration.channel.id, state.card.ts, card);
    shown.set(key, hash);
    await announce(run, migration.channel, await people.wordsIn(migration, state.customer));
  }

  async function tick(): Promise<void> {
    try {
      const runs = await engine.activeRuns();
      const alive = new Set(runs.map((run) => run.id));
      for (const key of shown.keys()) if (!alive.has(key.split(" ")[0] ?? "")) shown.delete(key);
      await Promise.all(
        runs.map((run) =>
          // In turn with the conversation, so that a settled card is not drawn over.
          oneAtATime(run.migrationId, () => show(run)).catch((error: unknown) => {
            log.info({ run: run.id, err: error }, "progress was not shown this time");
          }),
        ),
      );
    } catch (error) {
      log.warn({ err: error }, "progress could not be looked at");
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let current: Promise<void> = Promise.resolve();

  return {
    tick,
    start(everyMs) {
      const again = (): void => {
        current = tick().then(() => {
          if (!stopped) timer = setTimeout(again, everyMs);
        });
      };
      timer = setTimeout(again, everyMs);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
