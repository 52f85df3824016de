// What the use cases are built from; `openEngine` makes it, tests may make their own.
import type { Blobs } from "../blobs/port.ts";
import type { Connectors } from "../connectors.ts";
import type { Destination } from "../destination/port.ts";
import { AskError, InputError } from "../errors.ts";
import type { ModelPrice, Proposer } from "../field-map/proposer-port.ts";
import type { Journal } from "../journal/journal.ts";
import type { Credentials, Migration } from "../model/migration.ts";
import type { Workspace } from "../model/observed.ts";
import type { EnvironmentName } from "../model/operation.ts";
import type { WorkspaceProfile } from "../model/profile.ts";
import type { Print } from "../model/sayings/printed.ts";
import type { Source } from "../source/port.ts";
import type { RateCard } from "../stages/survey/rate-card.ts";
import type { Log } from "../store/database/database.ts";
import type { Store } from "../store/repositories.ts";
import type { Clock } from "../write/retry.ts";

export interface Dependencies {
  readonly store: Store;
  readonly journal: Journal;
  readonly connectors: Connectors;
  /** Where files wait between their download and their upload; without it files are not moved. */
  readonly blobs?: Blobs;
  /** Of the database, and of the disk that our data is on; free bytes are unknown where it can't be told. */
  readonly machine: { readonly database: string; freeBytes(): Promise<number | undefined> };
  readonly proposer: Proposer;
  readonly clock: () => Date;
  /** Time with sleeping, for stages. */
  readonly time: Clock;
  /** The right to execute a run (or a verification) alone, over all processes; undefined while another has it. Gone when its process dies. */
  readonly lease: (
    runId: string,
  ) => Promise<{ readonly lost: AbortSignal; release(): Promise<void> } | undefined>;
  /** The operator's prices. */
  readonly rateCard?: RateCard;
  /** Tokens that a model's drafts of one migration may cost. */
  readonly modelTokens?: number;
  readonly modelPrice?: ModelPrice;
  /** An unguessable token, safe in an address. */
  readonly newToken: () => string;
  readonly newId: () => string;
  /** Makes addresses that nobody can guess. */
  readonly linkKey: {
    authenticate(text: string, purpose: string): string;
    isAuthentic(text: string, purpose: string, code: string): boolean;
  };
  /** Puts what is signed into words. */
  readonly print: Print;
  readonly log: Log;
}

export async function requireMigration({ store }: Dependencies, migrationId: string): Promise<Migration> {
  const migration = await store.migrations.find(migrationId);
  if (migration !== undefined) return migration;
  throw new InputError({ code: "no_such_migration", args: { asked: "channel" } });
}

export interface OpenConnection {
  readonly credentials: Credentials;
  readonly workspaces: { readonly production: Workspace; readonly staging?: Workspace };
}

export async function requireConnection(
  { store }: Dependencies,
  migrationId: string,
): Promise<OpenConnection> {
  const connection = await store.connections.load(migrationId);
  if (connection !== undefined) return connection;
  throw notConnected();
}

export function notConnected(): AskError {
  return new AskError({ code: "not_connected" });
}

/** Opens the source, and closes it whatever happens. */
export async function withSource<T>(
  deps: Dependencies,
  connection: OpenConnection,
  use: (source: Source) => Promise<T>,
): Promise<T> {
  const source = deps.connectors.source(connection.credentials.source);
  try {
    return await use(source);
  } finally {
    await source.close();
  }
}

/** Opens the workspace of an environment, and closes it whatever happens. `profile`: for whoever writes tickets to it. */
export async function withDestination<T>(
  deps: Dependencies,
  connection: OpenConnection,
  environment: EnvironmentName,
  use: (destination: Destination, workspace: Workspace) => Promise<T>,
  profile?: WorkspaceProfile,
): Promise<T> {
  const { credentials, workspaces } = connection;
  const target = environment === "production" ? credentials.destination : credentials.staging;
  const workspace = environment === "production" ? workspaces.production : workspaces.staging;
  if (target === undefined || workspace === undefined) {
    throw new AskError({ code: "no_staging_workspace" });
  }
  const destination = deps.connectors.destination(target, profile);
  try {
    return await use(destination, workspace);
  } finally {
    await destination.close();
  }
}
