// Who acts, in which migration, in which role: looked up for every request before anything is decided.
import type { Actor } from "../../engine/model/migration.ts";
import { parseState } from "../conversation/state.ts";
import { type ResolvedRole, resolveRole } from "../roles.ts";
import type { PersonFacts } from "../slack.ts";
import { type ChannelMigration, inChannel, type Surroundings } from "../surroundings.ts";
import type { Incoming } from "./incoming.ts";

export interface PersonInMigration extends ResolvedRole {
  readonly actor: Actor;
  readonly team: string;
  readonly migration: ChannelMigration | undefined;
}

/** How long what Slack says of a person is believed. */
const BELIEVED_MS = 5 * 60_000;
const REMEMBERED = 5000;

export type LookUpPerson = (incoming: Incoming, homeTeam: string | undefined) => Promise<PersonInMigration>;

export const channelKey = (team: string, channel: string): string => `slack:${team}/${channel}`;

export function createLookUp(surroundings: Surroundings): LookUpPerson {
  const { engine, slackOf, words, clock, accountManagers } = surroundings;
  const known = new Map<string, { facts: PersonFacts | undefined; until: number }>();

  async function loadPerson(team: string, user: string): Promise<PersonFacts | undefined> {
    const key = `${team}/${user}`;
    const now = clock().getTime();
    const remembered = known.get(key);
    if (remembered && remembered.until > now) return remembered.facts;
    const facts = user ? await (await slackOf(team)).person(user) : undefined;
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, { facts, until: now + BELIEVED_MS });
    return facts;
  }

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
    const person = await loadPerson(installed, incoming.user);
    const actor = { team: incoming.userTeam ?? person?.teamId ?? team, user: incoming.user };
    const saved = migration ? await engine.loadConversation(migration.id) : undefined;
    const role = resolveRole(
      {
        actor,
        person,
        homeTeam: installed,
        customer: parseState(saved?.state)?.customer ?? null,
        accountManagers: await accountManagers(installed),
      },
      words,
    );
    return { ...role, actor, team: installed, migration };
  };
}
