// What a started Slack stand-in offers to tests, the demo and the bench.
import type { Faults } from "../http/faults.ts";
import type { Acting } from "./acting/acting.ts";
import type { DeliveryRecord } from "./delivery/deliver.ts";
import type { defaultUsers } from "./people.ts";
import type {
  Channel,
  DeliveryResult,
  SlackUser,
  StoredFile,
  StoredMessage,
  StoredView,
  Team,
  Violation,
} from "./types.ts";
import type { CallLog } from "./web-api/call-log.ts";

export interface SlackSandbox {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** For Bolt's `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  /** Where people chat; `?user=U…` says who one is. */
  readonly pageUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly team: Team;
  readonly users: typeof defaultUsers & { readonly bot: SlackUser };
  readonly channel: Channel;
  readonly faults: Faults;
  /** Calls of the Web API: `calls.all`, `calls.of(method)`, `calls.count(method)`. */
  readonly calls: CallLog;
  readonly violations: readonly Violation[];
  readonly deliveries: readonly DeliveryRecord[];
  setRequestUrl(url: string | undefined): void;
  /** Slack's handshake with a new request URL; true when the challenge comes back. */
  verifyRequestUrl(): Promise<boolean>;
  /** Acts as this person, from another workspace of their organization where one is named. @throws Error for an unknown id */
  as(userId: string, fromTeam?: string): Acting;
  /** In order; with a user's id only what that person sees. */
  messages(forUser?: string): StoredMessage[];
  /** Open modals and published Homes. */
  views(forUser?: string): StoredView[];
  files(): StoredFile[];
  /** Messages of the app that would notify everybody in the channel. */
  pings(): StoredMessage[];
  /** The newest that fits, now or later. @throws Error after `timeoutMs` (two minutes) */
  waitForMessage(fits: (message: StoredMessage) => boolean, timeoutMs?: number): Promise<StoredMessage>;
  /** Looks again at each change of messages and views. @throws Error after `timeoutMs` (two minutes) */
  waitUntil(holds: () => boolean, timeoutMs?: number): Promise<void>;
  /** A further channel, without the app until somebody invites it. */
  addChannel(name: string, members?: readonly string[], kind?: { readonly isPrivate?: boolean }): Channel;
  /** Shares a channel through Slack Connect: it gets another id for good, and the app is told. @returns the new id */
  shareChannel(id: string): Promise<string>;
  /** An event or interaction once more, by the `id` of the act's result (an event's `event_id`). */
  redeliver(id: string): Promise<DeliveryResult>;
  /** Revokes the tokens of a team and tells the app. */
  uninstall(teamId?: string): Promise<void>;
  /** Recycles Socket Mode's connections, politely or not. */
  disconnectSockets(how?: "refresh_requested" | "cut"): void;
  counters(): {
    readonly sockets: number;
    readonly deliveries: number;
    readonly unacked: number;
    readonly rateLimited: number;
    readonly calls: number;
  };
  stop(): Promise<void>;
}
