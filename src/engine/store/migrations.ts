// Migrations and the state of their conversations, over drizzle.
import { and, asc, eq } from "drizzle-orm";
import { conversationState, migration } from "../../../drizzle/schema.ts";
import { AbortError } from "../errors.ts";
import type { Migration } from "../model/migration.ts";
import { migrationSettings } from "../model/migration-settings.ts";
import type { Database } from "./database/database.ts";
import { readKept } from "./read-kept.ts";
import type { Migrations } from "./repositories.ts";

export function makeMigrations({ drizzle }: Database): Migrations {
  const find = async (where: ReturnType<typeof eq>) => {
    const [row] = await drizzle.select().from(migration).where(where);
    return row === undefined ? undefined : fromRow(row);
  };
  return {
    async findOrCreate(wanted) {
      await drizzle.insert(migration).values(toRow(wanted)).onConflictDoNothing();
      const found = await find(eq(migration.key, wanted.key));
      if (found !== undefined) return found;
      throw new AbortError({ code: "migration_id_taken", args: { id: wanted.id } });
    },
    find: (id) => find(eq(migration.id, id)),
    findByKey: (key) => find(eq(migration.key, key)),
    async list() {
      const rows = await drizzle
        .select()
        .from(migration)
        .orderBy(asc(migration.createdAt), asc(migration.id));
      return rows.map(fromRow);
    },
    move: (id, key, channel) =>
      drizzle.transaction(async (transaction) => {
        const place = (of: Pick<Row, "key" | "channelTeam" | "channelId">, to: string) =>
          transaction.update(migration).set(of).where(eq(migration.id, to));
        const [moved] = await transaction.select().from(migration).where(eq(migration.id, id)).for("update");
        if (!moved || moved.key === key) return;
        const [other] = await transaction
          .select()
          .from(migration)
          .where(eq(migration.key, key))
          .for("update");
        const { key: oldKey, channelTeam, channelId } = moved;
        // Keys are unique at every moment: whoever makes room waits under a key that nobody has.
        if (other) await place({ key: `moving:${id}`, channelTeam, channelId }, other.id);
        await place({ key, channelTeam: channel.team, channelId: channel.id }, id);
        if (other) await place({ key: oldKey, channelTeam, channelId }, other.id);
      }),
    async loadSettings(id) {
      const { source, workspaces, deltas } = migration;
      const [row] = await drizzle
        .select({ source, workspaces, deltas })
        .from(migration)
        .where(eq(migration.id, id));
      const set = Object.entries(row ?? {}).filter(([, value]) => value !== null);
      return readKept("settings", migrationSettings, Object.fromEntries(set));
    },
    async saveSettings(id, settings) {
      await drizzle.update(migration).set(settings).where(eq(migration.id, id));
    },
    async loadConversation(id) {
      const [row] = await drizzle
        .select({ state: conversationState.state, version: conversationState.version })
        .from(conversationState)
        .where(eq(conversationState.migrationId, id));
      return row;
    },
    /** The first save expects version 0. */
    async saveConversation(id, state, expectedVersion) {
      if (expectedVersion === 0) {
        const created = await drizzle
          .insert(conversationState)
          .values({ migrationId: id, state, version: 1 })
          .onConflictDoNothing()
          .returning({ version: conversationState.version });
        return created.length === 1;
      }
      const updated = await drizzle
        .update(conversationState)
        .set({ state, version: expectedVersion + 1 })
        .where(and(eq(conversationState.migrationId, id), eq(conversationState.version, expectedVersion)))
        .returning({ version: conversationState.version });
      return updated.length === 1;
    },
  };
}

type Row = typeof migration.$inferSelect;

function toRow(value: Migration): typeof migration.$inferInsert {
  return {
    id: value.id,
    key: value.key,
    title: value.title,
    channelTeam: value.channel?.team ?? null,
    channelId: value.channel?.id ?? null,
    createdByTeam: value.createdBy.team,
    createdByUser: value.createdBy.user,
    createdAt: value.createdAt,
  };
}

function fromRow(row: Row): Migration {
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    ...(row.channelTeam !== null && row.channelId !== null
      ? { channel: { team: row.channelTeam, id: row.channelId } }
      : {}),
    createdBy: { team: row.createdByTeam, user: row.createdByUser },
    createdAt: row.createdAt,
  };
}
