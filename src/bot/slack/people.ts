// What Slack says of people, believed for a few minutes, and in which language each of them reads.
import type { Actor, Migration } from "../../engine/model/migration.ts";
import { chooseWords } from "../../words/choose-words.ts";
import type { Words } from "../../words/words.ts";
import type { BotLog } from "./bot-log.ts";
import type { PersonFacts, SlackOf } from "./slack.ts";

const BELIEVED_MS = 5 * 60_000;
const REMEMBERED = 5000;

export interface People {
  /** As the app installed in `team` sees them; undefined when Slack doesn't know the person. */
  load(team: string, user: string): Promise<PersonFacts | undefined>;
  /** The language of one reader; English while Slack can't be asked. */
  wordsOf(team: string, user: string | undefined): Promise<Words>;
  /** The language of a channel: the customer's, or of whoever began. */
  wordsIn(migration: InChannel, customer: Actor | null): Promise<Words>;
}

type InChannel = Pick<Migration, "createdBy"> & { readonly channel: { readonly team: string } };

export function createPeople(slackOf: SlackOf, clock: () => Date, log: BotLog): People {
  const known = new Map<string, { facts: PersonFacts | undefined; until: number }>();

  async function load(team: string, user: string): Promise<PersonFacts | undefined> {
    const key = `${team}/${user}`;
    const now = clock().getTime();
    const remembered = known.get(key);
    if (remembered && remembered.until > now) return remembered.facts;
    const facts = user ? await (await slackOf(team)).person(user) : undefined;
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, { facts, until: now + BELIEVED_MS });
    return facts;
  }

  async function wordsOf(team: string, user: string | undefined): Promise<Words> {
    if (!user) return chooseWords(undefined);
    try {
      return chooseWords((await load(team, user))?.locale);
    } catch (error) {
      log.info({ team, err: error }, "a person's language could not be asked for");
      return chooseWords(undefined);
    }
  }

  return {
    load,
    wordsOf,
    wordsIn: (migration, customer) => wordsOf(migration.channel.team, (customer ?? migration.createdBy).user),
  };
}
