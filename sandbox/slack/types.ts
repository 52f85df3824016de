// The words of the Slack stand-in: people, channels, messages, views and what it records about its caller.

/** Anything that came as JSON; narrowed where it is used. */
export type Loose = Record<string, unknown>;

/** A block or an element as posted; validated before it is stored. */
export interface Block extends Loose {
  readonly type: string;
  readonly block_id?: string;
}

export interface Element extends Loose {
  readonly type: string;
  readonly action_id?: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface SlackUser {
  readonly id: string;
  /** Not the app's team for people who come through Slack Connect. */
  readonly teamId: string;
  readonly name: string;
  readonly realName: string;
  /** What this person is in the story; shown on the page. */
  readonly role: "customer" | "account-manager" | "stranger" | "bot";
  readonly title: string;
  /** `users.info` says `is_stranger` of external people who share no channel with the app's team. */
  readonly isStranger?: boolean;
  /** Workspaces of the person's Enterprise Grid organization; a payload names any of them as theirs. */
  readonly enterprise?: { readonly id: string; readonly teams: readonly string[] };
  /** Told by `users.info` when asked for; "en-US" unless said otherwise. */
  readonly locale?: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isIm: boolean;
  readonly isExtShared: boolean;
  /** Asked about by somebody who is not in it, it does not exist. */
  readonly isPrivate?: boolean;
  /** User ids. */
  readonly members: Set<string>;
}

export interface StoredMessage {
  readonly ts: string;
  /** Changes when its channel gets another id. */
  channel: string;
  readonly user: string;
  /** Set on messages of the app. */
  readonly botId?: string;
  text: string;
  blocks: Block[];
  threadTs?: string;
  /** Ephemeral: only this user sees it. */
  ephemeralFor?: string;
  edited?: { user: string; ts: string };
  metadata?: unknown;
  readonly fileIds: string[];
  reactions: { name: string; users: string[] }[];
  /** A bot's own name, icon: not modelled. `subtype` such as `bot_message` neither. */
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly length: number;
  content?: Buffer;
  channel?: string;
  ts?: string;
}

/** `block_id → action_id → value`, as payloads carry it in `state.values`. */
export type StateValues = Record<string, Record<string, Loose>>;

export interface StoredView {
  readonly id: string;
  readonly type: "modal" | "home";
  /** Whose screen it is on. */
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | null;
  hash: string;
  title?: Loose;
  submit?: Loose | null;
  close?: Loose | null;
  blocks: Block[];
  privateMetadata: string;
  callbackId: string;
  externalId: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  state: StateValues;
  /** What the last submission was refused for: `block_id → text`. */
  errors: Record<string, string>;
}

/** A block or limit violation that was refused. */
export interface Violation {
  readonly method: string;
  readonly error: string;
  readonly messages: readonly string[];
}

/** One call to the Web API. */
export interface Call {
  readonly method: string;
  readonly args: Loose;
  readonly at: number;
  readonly ok: boolean;
  readonly error?: string;
}

/** What came of one delivery to the app. */
export interface DeliveryResult {
  /** Answered 200 (HTTP) or acknowledged (Socket Mode) in time. */
  readonly acked: boolean;
  readonly via: "http" | "socket" | "none";
  /** The HTTP status; 200 for a socket's ack, 0 when nothing answered. */
  readonly status: number;
  /** The acknowledgement's body, parsed; `undefined` when empty. */
  readonly body?: unknown;
  readonly reason?: "http_timeout" | "http_error" | "connection_failed" | "not_delivered";
}
