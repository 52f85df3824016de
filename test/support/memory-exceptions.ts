// Exceptions in memory: one a record and code, open until the record made it.
import type { Exceptions } from "../../src/engine/store/repositories.ts";

type Exception = Awaited<ReturnType<Exceptions["list"]>>[number];

export function makeMemoryExceptions(): Exceptions {
  const open = new Map<string, Exception>();
  const key = (migrationId: string, { environment, source, code }: Exception) =>
    [migrationId, environment, source.type, source.id, code].join(" ");
  const of = (migrationId: string, environment: string) =>
    [...open].filter(([name]) => name.startsWith(`${migrationId} ${environment} `));
  return {
    async record(migrationId, _runId, exceptions) {
      for (const one of exceptions) open.set(key(migrationId, one), one);
    },
    async resolve(migrationId, environment, source) {
      for (const [name, one] of of(migrationId, environment))
        if (one.source.type === source.type && one.source.id === source.id) open.delete(name);
    },
    list: async (migrationId, environment, limit) =>
      of(migrationId, environment)
        .map(([, one]) => one)
        .slice(0, limit),
    count: async (migrationId, environment) => of(migrationId, environment).length,
  };
}
