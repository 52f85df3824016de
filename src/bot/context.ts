// What the bot's parts share: the engine, Slack, the words, and the little of the configuration that they need.
import type { Engine } from "../engine/engine.ts";
import type { Actor, Migration } from "../engine/model/migration.ts";
import type { BotLog } from "./slack/bot-log.ts";
import type { ChannelAvailability } from "./slack/channel-availability.ts";
import type { KeyedMutex } from "./slack/keyed-mutex.ts";
import type { People } from "./slack/people.ts";
import type { SlackOf } from "./slack/slack.ts";
import type { Understand } from "./understand-port.ts";

export interface BotContext {
  readonly engine: Engine;
  readonly slackOf: SlackOf;
  readonly people: People;
  readonly understand: Understand;
  readonly channels: ChannelAvailability;
  readonly log: BotLog;
  readonly clock: () => Date;
  /** By migration. */
  readonly withLock: KeyedMutex;
  /** Of the one-time page; undefined where keys are entered in a modal. */
  readonly publicUrl: string | undefined;
  /** By configuration, or whoever installed the app in this team. */
  readonly accountManagers: (team: string) => Promise<readonly Actor[]>;
}

/** Where an event came from, as far as an answer needs it. */
export interface Surface {
  readonly channel?: string;
  /** A thread to answer in. */
  readonly thread?: string;
  /** Opens a modal, once, within three seconds. */
  readonly triggerId?: string;
  /** Answers only to the person who asked: slash commands and buttons. */
  readonly quiet?: boolean;
  /** Reaches whoever commanded or clicked, in any channel: five times within half an hour. */
  readonly responseUrl?: string;
  /** It happened on Home, where there is no channel to answer in. */
  readonly isHome?: boolean;
  /** A window that was opened for it and waits for its content; known once it is open. */
  viewId?: string;
}

/** A migration that lives in a channel: the only kind that the bot knows. */
export type ChannelMigration = Migration & { readonly channel: NonNullable<Migration["channel"]> };

export const inChannel = (migration: Migration | undefined): ChannelMigration | undefined =>
  migration?.channel ? (migration as ChannelMigration) : undefined;
