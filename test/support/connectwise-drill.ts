// A small tenant behind the ConnectWise stand-in, and a source that asks it as fast as a test wants.
import type { ConnectWiseOptions, ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import type { Exception } from "../../src/engine/model/run.ts";
import { type ClientOptions, createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import type { Source } from "../../src/engine/source/port.ts";
import { type ExtractRequest, type ExtractResult, extract } from "../../src/engine/stages/extract/extract.ts";
import { createMemoryStaging, type MemoryStaging } from "./memory-staging.ts";

export const TENANT_NOW = new Date("2026-06-01T12:00:00Z");
export const MIGRATION = "m1";

/** No waiting beyond what the server asks for. */
export const UNPACED: ClientOptions = {
  backoffMs: 1,
  maxTries: 12,
  pacing: { startPerSecond: 5000, maxPerSecond: 5000, startConcurrency: 12, maxConcurrency: 24 },
};

export interface Drill {
  readonly sandbox: ConnectWiseSandbox;
  readonly staging: MemoryStaging;
  readonly exceptions: Exception[];
  source(options?: ClientOptions): Source;
  /** Extracts into the drill's staging; the clock moves a second with every call of it. */
  extract(more?: Partial<ExtractRequest>): Promise<ExtractResult>;
  /** The drill's clock; move it by setting `ms`. */
  readonly clock: { ms: number };
  close(): Promise<void>;
}

export async function startDrill(
  options: Partial<ConnectWiseOptions> & {
    readonly seed?: number;
    readonly tickets?: number;
    readonly companies?: number;
    readonly contacts?: number;
  } = {},
): Promise<Drill> {
  const { seed = 7, tickets = 80, companies = 12, contacts = 60, ...rest } = options;
  const clock = { ms: TENANT_NOW.getTime() };
  const sandbox = await startConnectWise({
    tenant: makeTenant({ seed, now: TENANT_NOW, tickets, companies, contacts }),
    clock: () => new Date(clock.ms),
    ...rest,
  });
  const sources: Source[] = [];
  const staging = createMemoryStaging();
  const exceptions: Exception[] = [];
  const source = (clientOptions: ClientOptions = UNPACED) => {
    const made = createConnectWiseSource({ url: sandbox.url, ...sandbox.credentials }, clientOptions);
    sources.push(made);
    return made;
  };
  return {
    sandbox,
    staging,
    exceptions,
    clock,
    source,
    extract: (more = {}) =>
      extract({
        source: more.source ?? source(),
        staging,
        migrationId: MIGRATION,
        environment: "production",
        clock: () => {
          clock.ms += 1000;
          return new Date(clock.ms);
        },
        onExceptions: async (found) => {
          exceptions.push(...found);
        },
        ...more,
      }),
    async close() {
      for (const one of sources) await one.close();
      await sandbox.stop();
    },
  };
}
