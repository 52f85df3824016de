// What the bot must be told; main fills it from the environment.
import type { Actor } from "../../engine/model/migration.ts";
import type { Secret } from "../../engine/model/secret.ts";

/** Where installations are kept, encrypted, one a team (or enterprise). */
export interface InstallationStore {
  save(key: string, installation: unknown): Promise<void>;
  load(key: string): Promise<unknown | undefined>;
  remove(key: string): Promise<void>;
}

export interface BotConfig {
  /** Moves the Web API and Socket Mode to another host; ends with a slash. */
  readonly slackApiUrl?: string;
  /** Slack's consent page, where it is another one too. */
  readonly authorizationUrl?: string;
  /** Needed for requests over HTTP. */
  readonly signingSecret?: Secret;
  /** One workspace; without it, installations over OAuth. */
  readonly botToken?: Secret;
  /** Socket Mode instead of HTTP. */
  readonly appToken?: Secret;
  readonly clientId?: string;
  readonly clientSecret?: Secret;
  readonly installations?: InstallationStore;
  /** Without any, whoever installed the app is the account manager. */
  readonly accountManagers: readonly Actor[];
  /** Of the one-time page; without it, keys are entered in a modal. No slash at its end. */
  readonly publicUrl?: string;
  /** Milliseconds between two edits of a progress message; 3,000 unless told. */
  readonly progressEveryMs?: number;
  /** Socket Mode: milliseconds until a silent line counts as lost, and until it is tried again; 5,000 unless told. */
  readonly socketPatienceMs?: number;
}
