// Credentials of a migration's systems, sealed; one row a system.
import { and, eq, notInArray } from "drizzle-orm";
import { connection } from "../../../drizzle/schema.ts";
import type { Credentials } from "../model/migration.ts";
import type { Workspace } from "../model/observed.ts";
import type { Database } from "./database/database.ts";
import type { ConnectedWorkspaces, Connections } from "./repositories.ts";
import type { SecretKey } from "./secrets/secrets.ts";

type System = (typeof connection.$inferSelect)["system"];

export function makeConnections(database: Database, key: SecretKey): Connections {
  return {
    async save(migrationId, credentials, workspaces) {
      const systems = split(credentials, workspaces);
      await database.transaction(async (tx) => {
        for (const { system, secret, workspace } of systems) {
          const row = {
            sealed: key.seal(secret, purpose(migrationId, system)),
            workspace: workspace ?? null,
          };
          await tx
            .insert(connection)
            .values({ migrationId, system, ...row })
            .onConflictDoUpdate({ target: [connection.migrationId, connection.system], set: row });
        }
        const kept = systems.map(({ system }) => system);
        await tx
          .delete(connection)
          .where(and(eq(connection.migrationId, migrationId), notInArray(connection.system, kept)));
      });
    },
    async load(migrationId) {
      const rows = await database.drizzle
        .select()
        .from(connection)
        .where(eq(connection.migrationId, migrationId));
      const secrets = new Map<System, unknown>();
      for (const { system, sealed } of rows)
        secrets.set(system, key.unseal(sealed, purpose(migrationId, system)));
      const workspaceOf = (system: System) =>
        rows.find((row) => row.system === system)?.workspace as Workspace;
      if (!secrets.has("source") || !secrets.has("destination")) return undefined;
      const staging = secrets.get("staging") as Credentials["staging"] | undefined;
      return {
        credentials: {
          source: secrets.get("source") as Credentials["source"],
          destination: secrets.get("destination") as Credentials["destination"],
          ...(staging === undefined ? {} : { staging }),
        },
        workspaces: {
          production: workspaceOf("destination"),
          ...(staging === undefined ? {} : { staging: workspaceOf("staging") }),
        },
      };
    },
    async remove(migrationId) {
      const removed = await database.drizzle
        .delete(connection)
        .where(eq(connection.migrationId, migrationId))
        .returning({ system: connection.system });
      return removed.length;
    },
  };
}

function split(
  credentials: Credentials,
  workspaces: ConnectedWorkspaces,
): readonly {
  readonly system: System;
  readonly secret: unknown;
  readonly workspace?: Workspace | undefined;
}[] {
  return [
    { system: "source", secret: credentials.source },
    { system: "destination", secret: credentials.destination, workspace: workspaces.production },
    ...(credentials.staging === undefined
      ? []
      : [{ system: "staging" as const, secret: credentials.staging, workspace: workspaces.staging }]),
  ];
}

function purpose(migrationId: string, system: System): string {
  return `connection/${migrationId}/${system}`;
}
