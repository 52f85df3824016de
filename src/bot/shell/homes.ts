// Home of every person who looks at it: drawn when it is opened, and again when a move they see has moved on.
import { type Actor, samePerson } from "../../engine/model/migration.ts";
import { buildHomeView, type HomeEntry } from "../cards/home-view.ts";
import { type BotContext, type ChannelMigration, inChannel } from "../context.ts";
import { type ConversationState, parseState } from "../conversation/state.ts";
import { waitsFor } from "../conversation/waiting.ts";
import { stepOf } from "../steps/catalogue.ts";

export interface Homes {
  /** `team` is where the app is installed. */
  publish(team: string, actor: Actor): Promise<void>;
  /** For all who may see a migration and have looked at Home, or decide something in it. Never throws. */
  refresh(migrationId: string): Promise<void>;
}

const REMEMBERED = 2000;

export const linkTo = (url: string | undefined, { channel }: ChannelMigration, ts: string | undefined) =>
  url && ts ? `${url.replace(/\/?$/, "/")}archives/${channel.id}/p${ts.replace(".", "")}` : undefined;

async function assembleEntries(
  { engine, accountManagers, channels }: BotContext,
  team: string,
  actor: Actor,
  url: string | undefined,
): Promise<HomeEntry[]> {
  const manages = (await accountManagers(team)).some((manager) => samePerson(manager, actor));
  const entries: HomeEntry[] = [];
  for (const migration of (await engine.listMigrations()).map(inChannel)) {
    if (migration?.channel.team !== team) continue;
    const state = parseState((await engine.loadConversation(migration.id))?.state);
    if (!state || !(manages || takesPart(migration, state, actor))) continue;
    const link = linkTo(url, migration, state.card?.ts);
    const waiting = waitsFor(state);
    const isReaders =
      (waiting === "account-manager" && manages && !isApprover(state, actor)) ||
      (waiting === "customer" && state.customer !== null && samePerson(state.customer, actor));
    const { plan } = isReaders && manages ? await stepOf(state).data(engine, migration.id, state) : {};
    const isReachable = !channels.isUnavailable(migration.id) && state.card !== null;
    entries.push({
      ...{ migration, state, isReachable, isReaders },
      ...(plan ? { plan } : {}),
      ...(link ? { link } : {}),
    });
  }
  return entries;
}

/** A workspace whose address can't be had just now gets no links. */
export async function loadUrl({ slackOf, log }: BotContext, team: string): Promise<string | undefined> {
  try {
    return await (await slackOf(team)).teamUrl();
  } catch (error) {
    log.info({ team, err: error }, "the workspace's address could not be asked for");
    return undefined;
  }
}

/** `notice`: what became of a click on Home, in mrkdwn; it stands there until Home is drawn again. */
export async function publishHome(
  bot: BotContext,
  team: string,
  actor: Actor,
  notice?: string,
): Promise<void> {
  const words = await bot.people.wordsOf(team, actor.user);
  const entries = await assembleEntries(bot, team, actor, await loadUrl(bot, team));
  await (await bot.slackOf(team)).publishHome(actor.user, buildHomeView(entries, words, notice));
}

export function createHomes(bot: BotContext): Homes {
  const { engine, accountManagers, withLock, log } = bot;
  /** Who opened Home since this program started. */
  const lookers = new Map<string, { readonly team: string; readonly actor: Actor }>();

  async function whoSees(migration: ChannelMigration): Promise<readonly Actor[]> {
    const { team } = migration.channel;
    const state = parseState((await engine.loadConversation(migration.id))?.state);
    const looking = [...lookers.values()].flatMap((one) => (one.team === team ? [one.actor] : []));
    const all = [...looking, ...(await accountManagers(team)), ...(state?.customer ? [state.customer] : [])];
    return all.filter((actor, index) => all.findIndex((other) => samePerson(other, actor)) === index);
  }

  /** People from other workspaces may have no Home of ours; it is drawn when they open it. */
  async function refresh(migrationId: string): Promise<void> {
    const fail = (error: unknown): void =>
      log.info({ migration: migrationId, err: error }, "a Home was not drawn anew");
    try {
      const migration = inChannel(await engine.findMigration(migrationId));
      if (!migration) return;
      for (const actor of await whoSees(migration))
        await publishHome(bot, migration.channel.team, actor).catch(fail);
    } catch (error) {
      fail(error);
    }
  }

  return {
    async publish(team, actor) {
      if (lookers.size >= REMEMBERED) lookers.clear();
      lookers.set(`${team}/${actor.team}/${actor.user}`, { team, actor });
      await publishHome(bot, team, actor);
    },
    // In order: an older view must not come after a newer one.
    refresh: (migrationId) => withLock(`home ${migrationId}`, () => refresh(migrationId)),
  };
}

/** Whoever approved the plan can't be the second of two people. */
const isApprover = (state: ConversationState, actor: Actor): boolean =>
  "approver" in state && !state.halt && samePerson(state.approver, actor);

function takesPart({ createdBy }: ChannelMigration, { customer }: ConversationState, actor: Actor): boolean {
  return samePerson(createdBy, actor) || (customer !== null && samePerson(customer, actor));
}
