// Binds Slack's requests to what they mean; everything was acknowledged and looked up before.
import type { App } from "@slack/bolt";
import type { BotContext } from "../context.ts";
import { MODALS } from "../conversation/action-ids.ts";
import type { Homes } from "../shell/homes.ts";
import type { Runner } from "../shell/runner.ts";
import type { InstallationStore } from "../slack/bot-config.ts";
import { ask } from "./ask.ts";
import { channelMoved } from "./channel-moved.ts";
import { click } from "./click.ts";
import { handleText } from "./handle-text.ts";
import { clickInHome, submitStart } from "./home.ts";
import { actionBody, commandBody, viewBody } from "./payloads.ts";
import { factsOf } from "./request-facts.ts";
import { submit } from "./submit.ts";

/** Every id: what is not ours is dropped where it is parsed. */
const ANY = /.*/s;

export function registerListeners(
  app: App,
  bot: BotContext,
  runner: Runner,
  homes: Homes,
  installations: InstallationStore | undefined,
): void {
  app.event("app_mention", async ({ event, context }) => {
    const { person, incoming } = factsOf(context);
    await handleText(bot, runner, person, event.text, incoming.surface);
  });

  app.event("member_joined_channel", async ({ event, context }) => {
    if (event.user !== context.botUserId) return;
    const { person, incoming } = factsOf(context);
    await ask(bot, runner, person, { about: "start" }, incoming.surface);
  });

  app.event("app_home_opened", async ({ event, context }) => {
    const { team, actor } = factsOf(context).person;
    if (event.tab === "home") await homes.publish(team, actor);
  });

  app.event("channel_id_changed", async ({ event }) => {
    await channelMoved(bot, event.old_channel_id, event.new_channel_id);
  });

  app.event("app_uninstalled", async ({ context }) => {
    await installations?.remove(factsOf(context).incoming.installedTeam);
  });

  app.event("tokens_revoked", async ({ event, context }) => {
    if ((event.tokens.bot?.length ?? 0) > 0)
      await installations?.remove(factsOf(context).incoming.installedTeam);
  });

  app.command(ANY, async ({ body, context }) => {
    const { data } = commandBody.safeParse(body);
    const { person, incoming } = factsOf(context);
    if (data) await handleText(bot, runner, person, data.text ?? "", incoming.surface);
  });

  app.action(ANY, async ({ body, context }) => {
    const { data } = actionBody.safeParse(body);
    const { person, incoming } = factsOf(context);
    const name = data?.actions[0]?.action_id ?? "";
    if (await clickInHome(bot, person, name, incoming.surface)) return;
    if (data) await click(bot, runner, person, data, incoming.surface);
  });

  app.view(ANY, async ({ body, context }) => {
    const { data } = viewBody.safeParse(body);
    const { person, incoming } = factsOf(context);
    if (data?.view.callback_id === MODALS.start) return submitStart(bot, runner, homes, person, data);
    if (data) await submit(bot, runner, person, data, incoming.surface);
  });
}
