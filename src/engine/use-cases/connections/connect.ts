// Credentials: links that work once, both systems tried before anything is saved, secrets encrypted by the store.
import { createHash } from "node:crypto";
import type { Connected } from "../../engine.ts";
import { AskError, CutoverError, InputError, RefusedError } from "../../errors.ts";
import { actorsOf } from "../../model/actors.ts";
import { contentHash } from "../../model/hash.ts";
import type { Actor, Credentials, Migration } from "../../model/migration.ts";
import type { SourceIdentity } from "../../model/migration-settings.ts";
import type { Workspace } from "../../model/observed.ts";
import { type Dependencies, notConnected, requireMigration } from "../dependencies.ts";
import { refuseOtherSystems, rememberSystems, type Tried } from "./same-systems.ts";

/** How long a link works. */
const LINK_MS = 60 * 60 * 1000;

/** What is kept of a link. */
export const tokenDigest = (token: string) => createHash("sha256").update(token).digest("hex");

export async function createCredentialLink(deps: Dependencies, migrationId: string, person: Actor) {
  await requireMigration(deps, migrationId);
  const token = deps.newToken();
  const expiresAt = new Date(deps.clock().getTime() + LINK_MS);
  await deps.store.links.create({ tokenHash: tokenDigest(token), migrationId, person, expiresAt });
  return { token, expiresAt: expiresAt.toISOString() };
}

/** Throws RefusedError (`link_unknown`, `link_used`, `link_expired`); each says to ask for a new one. */
export async function checkCredentialLink(
  deps: Dependencies,
  token: string,
): Promise<{ migration: Migration; person: Actor }> {
  const link = await deps.store.links.find(tokenDigest(token));
  if (link === undefined) throw new RefusedError({ code: "link_unknown" });
  if (link.usedAt !== undefined) throw new RefusedError({ code: "link_used", args: { meanwhile: false } });
  if (link.expiresAt <= deps.clock()) {
    throw new RefusedError({ code: "link_expired", args: { of: "credentials" } });
  }
  return { migration: await requireMigration(deps, link.migrationId), person: link.person };
}

export async function redeemCredentialLink(deps: Dependencies, token: string, credentials: Credentials) {
  const { migration, person } = await checkCredentialLink(deps, token);
  const tried = await tryBoth(deps, credentials);
  await refuseOtherSystems(deps, migration.id, tried);
  if (!(await deps.store.links.use(tokenDigest(token), deps.clock()))) {
    throw new RefusedError({ code: "link_used", args: { meanwhile: true } });
  }
  await saveConnection(deps, migration.id, credentials, tried, person);
  return { migrationId: migration.id, person, connected: asConnected(tried) };
}

export async function connect(
  deps: Dependencies,
  migrationId: string,
  credentials: Credentials,
  actor: Actor,
): Promise<Connected> {
  await requireMigration(deps, migrationId);
  const tried = await tryBoth(deps, credentials);
  await refuseOtherSystems(deps, migrationId, tried);
  await saveConnection(deps, migrationId, credentials, tried, actor);
  return asConnected(tried);
}

/** For the command line: the migration between this source and these workspaces, made if it is new. */
export async function openByCredentials(deps: Dependencies, credentials: Credentials, actor: Actor) {
  const tried = await tryBoth(deps, credentials);
  const migration = await deps.store.migrations.findOrCreate({
    id: deps.newId(),
    key: keyOf(tried),
    title: `${tried.source.title} to ${tried.production.name}`,
    createdBy: actor,
    createdAt: deps.clock().toISOString(),
  });
  await saveConnection(deps, migration.id, credentials, tried, actor);
  return { migrationId: migration.id, connected: asConnected(tried) };
}

/**
 * The migration that was last opened with these very credentials, told by the database alone; undefined where it knows
 * none. One whose credentials were sealed with another key is not known by them.
 */
export async function recallByCredentials(
  { store }: Pick<Dependencies, "store">,
  credentials: Credentials,
): Promise<{ readonly migrationId: string } | undefined> {
  const wanted = contentHash(credentials);
  const known = (await store.migrations.list()).toReversed();
  for (const { id } of known.toSorted((a, b) => Number(isOfFile(b.key)) - Number(isOfFile(a.key)))) {
    const connection = await store.connections.load(id).catch((error: unknown) => {
      if (error instanceof CutoverError) return undefined;
      throw error;
    });
    if (connection !== undefined && contentHash(connection.credentials) === wanted)
      return { migrationId: id };
  }
  return undefined;
}

const FILE_KEY = "file:";
const isOfFile = (key: string) => key.startsWith(FILE_KEY);

function keyOf({ source, production, staging }: Tried): string {
  const key = contentHash({ source: source.key, production: production.id, staging: staging?.id });
  return `${FILE_KEY}${key.slice(0, 32)}`;
}

/**
 * The migration that was opened with these credentials, which are not kept: what was forgotten stays so. Throws
 * InputError when there is none.
 */
export async function findByCredentials(
  deps: Dependencies,
  credentials: Credentials,
): Promise<{ readonly migrationId: string }> {
  const migration = await deps.store.migrations.findByKey(keyOf(await tryBoth(deps, credentials)));
  if (migration !== undefined) return { migrationId: migration.id };
  throw new InputError({ code: "no_such_migration", args: { asked: "systems" } });
}

export async function connected(deps: Dependencies, migrationId: string): Promise<Connected | undefined> {
  const [connection, { source }] = await Promise.all([
    deps.store.connections.load(migrationId),
    deps.store.migrations.loadSettings(migrationId),
  ]);
  if (connection === undefined || source === undefined) return undefined;
  return { source, ...connection.workspaces };
}

/** Throws AskError (`not_connected`) where no source was ever entered, or everything was forgotten. */
export async function loadSourceIdentity(
  { store }: Pick<Dependencies, "store">,
  migrationId: string,
): Promise<SourceIdentity> {
  const { source } = await store.migrations.loadSettings(migrationId);
  if (source !== undefined) return source;
  throw notConnected();
}

async function tryBoth(deps: Dependencies, credentials: Credentials): Promise<Tried> {
  const source = deps.connectors.source(credentials.source);
  try {
    const identity = await source.identify();
    const production = await tryWorkspace(deps, credentials.destination);
    const staging =
      credentials.staging === undefined ? undefined : await tryWorkspace(deps, credentials.staging);
    if (staging !== undefined && staging.id === production.id) {
      throw new AskError({ code: "staging_is_production", args: { workspace: production.name } });
    }
    return staging === undefined
      ? { source: identity, production }
      : { source: identity, production, staging };
  } finally {
    await source.close();
  }
}

async function tryWorkspace(deps: Dependencies, credentials: Credentials["destination"]): Promise<Workspace> {
  const destination = deps.connectors.destination(credentials);
  try {
    const workspace = await destination.identify();
    if (actorsOf(await destination.fetchAdmins()).length > 0) return workspace;
    throw new AskError({ code: "no_admins", args: { workspace: workspace.name } });
  } finally {
    await destination.close();
  }
}

async function saveConnection(
  deps: Dependencies,
  migrationId: string,
  credentials: Credentials,
  tried: Tried,
  actor: Actor,
) {
  const { store, clock } = deps;
  const { source, ...workspaces } = tried;
  const before = await store.connections.load(migrationId);
  await store.connections.save(migrationId, credentials, workspaces);
  await rememberSystems(deps, migrationId, tried);
  if (contentHash(before?.workspaces) === contentHash(workspaces)) return;
  await store.audit.append({
    migrationId,
    at: clock().toISOString(),
    actor,
    event: "connected",
    detail: {
      source: source.key,
      production: workspaces.production.id,
      staging: workspaces.staging?.id ?? null,
    },
  });
}

function asConnected({ source, ...workspaces }: Tried): Connected {
  return { source: { title: source.title }, ...workspaces };
}
