// A channel got another id for good, as sharing a private one does: its migration goes along.
import type { BotContext } from "../context.ts";
import { parseState } from "../conversation/state.ts";
import { channelKey } from "./person-in-migration.ts";

/** In whichever workspace we are told of it: a shared channel has one id in all of them. */
export async function channelMoved(bot: BotContext, from: string, to: string): Promise<void> {
  const { engine, channels, log } = bot;
  const migrations = await engine.listMigrations();
  const moved = migrations.find(({ channel }) => channel?.id === from);
  if (!moved?.channel) return;
  const there = migrations.find(({ channel }) => channel?.id === to);
  const state = there && parseState((await engine.loadConversation(there.id))?.state);
  if (state && state.step !== "welcome") {
    log.error({ migration: moved.id, other: there.id, from, to }, "two moves claim one channel");
    return;
  }
  const { team } = moved.channel;
  await engine.moveChannel(moved.id, { key: channelKey(team, to), channel: { team, id: to } });
  channels.markAvailable(moved.id);
  log.info({ migration: moved.id, from, to }, "a channel got another id; its move went along");
}
