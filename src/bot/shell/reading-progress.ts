// While a plan waits for ConnectWise to be read, its card says how far that has come: an hour of silence frightens.
import { contentHash } from "../../engine/model/hash.ts";
import { type BotContext, inChannel } from "../context.ts";
import { parseState } from "../conversation/state.ts";
import { isClosed } from "../slack/slack-client.ts";
import { createTicker, type Ticker } from "../slack/ticker.ts";
import { assembleCard } from "./cards.ts";

export interface ReadingProgress extends Ticker {
  /** Looks after this migration from now on, for as long as its plan is being computed. */
  watch(migrationId: string): void;
  /** Looks at all of them once. Never throws: progress comes again. */
  tick(): Promise<void>;
}

export function createReadingProgress(bot: BotContext): ReadingProgress {
  const { engine, slackOf, channels, log, withLock } = bot;
  /** With what its card shows, so that an unchanged one is not sent. */
  const watched = new Map<string, string | undefined>();

  async function show(migrationId: string): Promise<void> {
    const migration = inChannel(await engine.findMigration(migrationId));
    const state = parseState((await engine.loadConversation(migrationId))?.state);
    if (!migration || state?.step !== "planning") {
      watched.delete(migrationId);
      return;
    }
    if (!state.card || state.halt || channels.isUnavailable(migrationId)) return;
    const card = await assembleCard(bot, migration, state);
    const hash = contentHash([state.card.ts, card.blocks]);
    if (watched.get(migrationId) === hash) return;
    watched.set(migrationId, hash);
    await (await slackOf(migration.channel.team)).updateSoon(migration.channel.id, state.card.ts, card);
  }

  async function tick(): Promise<void> {
    await Promise.all(
      [...watched.keys()].map((id) =>
        // In turn with the conversation, so that a settled card is not drawn over.
        withLock(id, () => show(id)).catch((error: unknown) => {
          if (isClosed(error)) channels.markUnavailable(id);
          log.info({ migration: id, err: error }, "reading progress was not shown this time");
        }),
      ),
    );
  }

  return {
    watch: (migrationId) => {
      if (!watched.has(migrationId)) watched.set(migrationId, undefined);
    },
    tick,
    ...createTicker(tick),
  };
}
