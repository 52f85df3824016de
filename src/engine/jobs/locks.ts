// Named locks that a dead process can't keep: advisory locks on PostgreSQL, a set in the one process of PGlite.
import postgres from "postgres";
import type { Secret } from "../model/secret.ts";
import type { Database } from "../store/database/database.ts";
import { databaseError } from "../store/database/database-error.ts";
import { CONNECTION } from "../store/database/open-postgres.ts";

export interface Lock {
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface Locks {
  /** Undefined when somebody has it, here or elsewhere. */
  take(name: string): Promise<Lock | undefined>;
  close(): Promise<void>;
}

export function makeLocks(database: Database): Locks {
  return database.url === undefined ? makeLocalLocks() : makeAdvisoryLocks(database.url);
}

function makeLocalLocks(): Locks {
  const held = new Set<string>();
  return {
    async take(name) {
      if (held.has(name)) return undefined;
      held.add(name);
      return {
        lost: new AbortController().signal,
        release: async () => void held.delete(name),
      };
    },
    async close() {
      held.clear();
    },
  };
}

/** All on one connection: the server frees them when it ends, and then every holder here is told. */
function makeAdvisoryLocks(url: Secret): Locks {
  const held = new Map<string, AbortController>();
  const client = postgres(url.reveal(), {
    ...CONNECTION,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    // A machine that vanished without a word is noticed within a minute.
    connection: {
      application_name: "cutover locks",
      tcp_keepalives_idle: 30,
      tcp_keepalives_interval: 10,
      tcp_keepalives_count: 3,
    },
    onclose: () => {
      const lost = [...held.values()];
      held.clear();
      for (const controller of lost)
        controller.abort(new Error("The lock's connection to the database ended."));
    },
  });
  return {
    async take(name) {
      // In one session the same lock could be taken twice, so this process asks itself first.
      if (held.has(name)) return undefined;
      const controller = new AbortController();
      held.set(name, controller);
      const give = () => {
        if (held.get(name) === controller) held.delete(name);
      };
      try {
        const [row] = await client<{ got: boolean }[]>`
          select pg_try_advisory_lock(hashtextextended(${name}, 0)) as got`;
        if (row?.got && !controller.signal.aborted) return { lost: controller.signal, release };
        give();
        return undefined;
      } catch (error) {
        give();
        throw databaseError(error);
      }
      async function release(): Promise<void> {
        if (held.get(name) !== controller) return;
        // The name stays taken here until the server has let go of it.
        try {
          await client`select pg_advisory_unlock(hashtextextended(${name}, 0))`;
        } catch (error) {
          throw databaseError(error);
        } finally {
          give();
        }
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
}
