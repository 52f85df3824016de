// Keeps the progress messages true: one message a run, edited in place, resumed by itself after a restart.

import { contentHash } from "../../engine/model/hash.ts";
import type { Run } from "../../engine/model/run.ts";
import type { Words } from "../../words/words.ts";
import { section } from "../blocks/block.ts";
import { assembleTotals } from "../cards/progress-card.ts";
import { type BotContext, inChannel } from "../context.ts";
import { parseState } from "../conversation/state.ts";
import { isClosed } from "../slack/slack-client.ts";
import { createTicker, type Ticker } from "../slack/ticker.ts";
import { assembleCard, runKindOf } from "./cards.ts";
import { assembleDetails } from "./progress-thread.ts";

export interface ProgressPosts extends Ticker {
  /** Looks at all active runs once. Never throws: progress comes again. */
  tick(): Promise<void>;
}

/** Percent of the full run that get a message of their own; the highest one that was passed is enough. */
const MILESTONES = [75, 50, 25];

const DETAILS_EVERY_MS = 10_000;

export function createProgress(bot: BotContext): ProgressPosts {
  const { engine, slackOf, people, log, withLock } = bot;
  /** What each message shows, so that an unchanged one is not sent. */
  const shown = new Map<string, string>();
  const detailedAt = new Map<string, number>();

  async function announce(run: Run, channel: { team: string; id: string }, words: Words): Promise<void> {
    const { percent } = assembleTotals(run.progress);
    const milestone = MILESTONES.find((one) => percent >= one);
    if (run.kind !== "full" || milestone === undefined || percent >= 100) return;
    if (!(await engine.firstDelivery(`milestone:${run.id}:${milestone}`))) return;
    const { etaSeconds: eta } = run.progress;
    const left = eta ? words.progress.eta(eta.low, eta.high) : words.progress.etaUnknown;
    const text = words.progress.milestone(words.work.running.title, percent, left);
    await (await slackOf(channel.team)).post(channel.id, { text, blocks: [] });
  }

  /** Edits the card; what is to be posted beside it is handed back, to be done when nobody waits for it. */
  async function show(run: Run): Promise<(() => Promise<void>) | undefined> {
    const migration = inChannel(await engine.findMigration(run.migrationId));
    const saved = await engine.loadConversation(run.migrationId);
    const state = parseState(saved?.state);
    if (!migration || !state?.card || state.halt || runKindOf(state) !== run.kind) return undefined;
    if (bot.channels.isUnavailable(migration.id)) return undefined;
    const card = await assembleCard(bot, migration, state, run);
    const hash = contentHash(card.blocks);
    const key = `${run.id} ${state.card.ts}`;
    if (shown.get(key) === hash) return undefined;
    const slack = await slackOf(migration.channel.team);
    await slack.updateSoon(migration.channel.id, state.card.ts, card);
    shown.set(key, hash);
    const words = await people.wordsIn(migration, state.customer);
    const thread = { thread: state.card.ts };
    return async () => {
      await tellDetails(run, words, (text) =>
        slack.post(migration.channel.id, { text, blocks: [section(text)] }, thread),
      );
      await announce(run, migration.channel, words);
    };
  }

  /** Slack takes about one post a second in a channel, and decisions must not queue behind details. */
  async function tellDetails(
    run: Run,
    words: Words,
    post: (text: string) => Promise<unknown>,
  ): Promise<void> {
    const at = bot.clock().getTime();
    if (at - (detailedAt.get(run.id) ?? at - DETAILS_EVERY_MS) < DETAILS_EVERY_MS) return;
    const details = await assembleDetails(engine, run, words);
    if (details.length === 0) return;
    detailedAt.set(run.id, at);
    await post(details.join("\n"));
  }

  async function tick(): Promise<void> {
    try {
      const runs = await engine.activeRuns();
      const alive = new Set(runs.map((run) => run.id));
      for (const key of shown.keys()) if (!alive.has(key.split(" ")[0] ?? "")) shown.delete(key);
      await Promise.all(
        runs.map((run) =>
          // In turn with the conversation, so that a settled card is not drawn over.
          withLock(run.migrationId, () => show(run))
            .then((beside) => beside?.())
            .catch((error: unknown) => {
              if (isClosed(error)) bot.channels.markUnavailable(run.migrationId);
              log.info({ run: run.id, err: error }, "progress was not shown this time");
            }),
        ),
      );
    } catch (error) {
      log.warn({ err: error }, "progress could not be looked at");
    }
  }

  return { tick, ...createTicker(tick) };
}
