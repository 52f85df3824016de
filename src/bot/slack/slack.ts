// The few things the bot does in Slack, so that everything above Bolt can be tried with a fake.
import type { Card, Modal } from "../blocks/block.ts";
import type { buildHomeView } from "../cards/home-view.ts";

export interface PersonFacts {
  readonly teamId: string;
  /** What the person is called. */
  readonly name?: string;
  /** Workspaces and organization that the person belongs to besides, in an Enterprise Grid. */
  readonly otherTeams?: readonly string[];
  readonly isStranger: boolean;
  /** A guest, of one channel or several. */
  readonly isRestricted: boolean;
  /** "de-DE"; undefined when Slack does not say. */
  readonly locale?: string;
}

/**
 * Whose turn it is where Slack slows us down: people who decide, then people who ask, then people who are refused. Each
 * waits for its own.
 */
export type Lane = "decisions" | "questions" | "refusals";

export interface PostOptions {
  readonly thread?: string;
  readonly lane?: Lane;
}

export interface Slack {
  /** `channel` may be a person's id: a message to them alone. */
  post(channel: string, card: Card, options?: PostOptions): Promise<{ readonly ts: string }>;
  update(channel: string, ts: string, card: Card): Promise<void>;
  /** The same through a client of its own that gives up at once: for progress, which comes again anyway. */
  updateSoon(channel: string, ts: string, card: Card): Promise<void>;
  postEphemeral(channel: string, user: string, text: string, lane?: Lane): Promise<void>;
  /** To whoever commanded or clicked, by the address that came with it: also where we are not in the channel. */
  respond(responseUrl: string, text: string): Promise<void>;
  /** Resolves with the view's id. */
  openModal(triggerId: string, modal: Modal): Promise<string>;
  updateModal(viewId: string, modal: Modal): Promise<void>;
  publishHome(user: string, view: ReturnType<typeof buildHomeView>): Promise<void>;
  /** Undefined when Slack doesn't know the person. */
  person(user: string): Promise<PersonFacts | undefined>;
  /** Whether we are in the channel; false for one that we can't see. */
  isIn(channel: string): Promise<boolean>;
  isMember(channel: string, user: string): Promise<boolean>;
  channelName(channel: string): Promise<string>;
  /** Of the workspace: links to messages begin with it. Asked once. */
  teamUrl(): Promise<string | undefined>;
}

/** Slack as the app installed in this team; a token that was rotated or renewed is found by itself. */
export type SlackOf = (team: string) => Promise<Slack>;
