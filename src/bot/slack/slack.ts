// The few things the bot does in Slack, so that everything above Bolt can be tried with a fake.
import type { Card, Modal } from "../blocks/block.ts";
import type { buildHomeView } from "../cards/home-view.ts";

export interface PersonFacts {
  readonly teamId: string;
  readonly isStranger: boolean;
  /** A guest, of one channel or several. */
  readonly isRestricted: boolean;
  /** "de-DE"; undefined when Slack does not say. */
  readonly locale?: string;
}

export interface Slack {
  post(channel: string, card: Card, thread?: string): Promise<{ readonly ts: string }>;
  update(channel: string, ts: string, card: Card): Promise<void>;
  /** The same through a client of its own that gives up at once: for progress, which comes again anyway. */
  updateSoon(channel: string, ts: string, card: Card): Promise<void>;
  postEphemeral(channel: string, user: string, text: string): Promise<void>;
  openModal(triggerId: string, modal: Modal): Promise<void>;
  publishHome(user: string, view: ReturnType<typeof buildHomeView>): Promise<void>;
  /** Undefined when Slack doesn't know the person. */
  person(user: string): Promise<PersonFacts | undefined>;
  isMember(channel: string, user: string): Promise<boolean>;
  channelName(channel: string): Promise<string>;
  /** Of the workspace: links to messages begin with it. Asked once. */
  teamUrl(): Promise<string | undefined>;
}

/** Slack as the app installed in this team; a token that was rotated or renewed is found by itself. */
export type SlackOf = (team: string) => Promise<Slack>;
