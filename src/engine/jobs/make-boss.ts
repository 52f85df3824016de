// pg-boss on our database: over PGlite's own instance, or over a small pool of its own beside postgres.js.
import type { PGlite } from "@electric-sql/pglite";
import { fromPglite, type PGliteLike, PgBoss } from "pg-boss";
import type { Database } from "../store/database/database.ts";

/** The schema of pg-boss's tables. */
export const BOSS_SCHEMA = "pgboss";

export function makeBoss(database: Database): PgBoss {
  const common = {
    schema: BOSS_SCHEMA,
    useListenNotify: true,
    openTelemetry: { enabled: false },
    cronMonitorIntervalSeconds: 15,
  };
  if (database.pglite !== undefined) {
    return new PgBoss({ ...common, db: fromPglite(sharing(database.pglite)), backend: "pglite" });
  }
  const connectionString = database.url?.reveal() ?? "";
  return new PgBoss({ ...common, connectionString, max: 4, application_name: "cutover jobs" });
}

/**
 * pg-boss sends `BEGIN; …; COMMIT` as one text. If it fails halfway, PGlite's only connection would stay in the
 * broken transaction until pg-boss rolls it back, and our query may come between: so it runs as PGlite's own
 * transaction, which ends before anybody else's turn.
 */
function sharing(pglite: PGlite): PGliteLike {
  return {
    query: (text, parameters) => pglite.query(text, parameters),
    exec: (text) =>
      /^\s*begin\b/i.test(text) ? pglite.transaction((tx) => tx.exec(text)) : pglite.exec(text),
    listen: (channel, callback) => pglite.listen(channel, callback),
  };
}
