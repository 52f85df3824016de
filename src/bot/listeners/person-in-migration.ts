// Who acts, in which migration, in which role: looked up for every request before anything is decided.
import type { Actor } from "../../engine/model/migration.ts";
import type { Words } from "../../words/words.ts";
import { type BotContext, type ChannelMigration, inChannel } from "../context.ts";
import { parseState } from "../conversation/state.ts";
import { knownAs, type ResolvedRole, resolveRole } from "../slack/roles.ts";
import type { Incoming } from "./incoming.ts";

export interface PersonInMigration extends ResolvedRole {
  readonly actor: Actor;
  readonly team: string;
  readonly migration: ChannelMigration | undefined;
  /** The language that the person reads. */
  readonly words: Words;
}

export type LookUpPerson = (incoming: Incoming, homeTeam: string | undefined) => Promise<PersonInMigration>;

export const channelKey = (team: string, channel: string): string => `slack:${team}/${channel}`;

export function createLookUp(bot: BotContext): LookUpPerson {
  const { engine, people, accountManagers } = bot;
  /** A shared channel has one id in all its teams, but a command from outside names the other team. */
  async function findMigration(incoming: Incoming, team: string): Promise<ChannelMigration | undefined> {
    const { channel } = incoming.surface;
    const named = incoming.migrationId
      ? inChannel(await engine.findMigration(incoming.migrationId))
      : undefined;
    if (!channel) return named;
    const here = inChannel(await engine.findMigrationByKey(channelKey(team, channel)));
    const shared =
      here ??
      inChannel((await engine.listMigrations()).find((migration) => migration.channel?.id === channel));
    // A button that names another channel's migration was not made for this one.
    return named && shared && named.id !== shared.id ? undefined : (shared ?? named);
  }

  return async (incoming, homeTeam) => {
    const team = homeTeam ?? incoming.installedTeam;
    const migration = await findMigration(incoming, team);
    const installed = migration?.channel.team ?? team;
    const person = await people.load(installed, incoming.user);
    const words = await people.wordsOf(installed, incoming.user);
    const saved = migration ? await engine.loadConversation(migration.id) : undefined;
    const state = parseState(saved?.state);
    const managers = await accountManagers(installed);
    const named = { team: incoming.userTeam ?? person?.teamId ?? team, user: incoming.user };
    const actor = knownAs(named, person, [
      ...managers,
      ...(state?.customer ? [state.customer] : []),
      ...(state && "approver" in state ? [state.approver] : []),
      ...(state?.decisions.map(({ by }) => by) ?? []),
    ]);
    const role = resolveRole(
      {
        actor,
        person,
        homeTeam: installed,
        customer: state?.customer ?? null,
        accountManagers: managers,
      },
      words,
    );
    return { ...role, actor, team: installed, migration, words };
  };
}
