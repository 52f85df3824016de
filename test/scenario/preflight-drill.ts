// A preflight of a pair of stand-ins: a small desk, a workspace for production and one for staging, a database of ours.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConnectWiseOptions, ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import type { IntercomOptions } from "../../sandbox/intercom/options.ts";
import { type IntercomSandbox, startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import { openBlobFolders } from "../../src/engine/blobs/blob-folders.ts";
import { openIntercom } from "../../src/engine/destination/intercom/open-intercom.ts";
import type { CheckReport } from "../../src/engine/model/preflight.ts";
import type { PreflightContext } from "../../src/engine/preflight/check.ts";
import { runChecks } from "../../src/engine/preflight/run-checks.ts";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import type { Database } from "../../src/engine/store/database/database.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import { makeProfiles } from "../../src/engine/store/profiles.ts";
import { startSmall } from "../contract/sandbox-connectwise-client.ts";
import { ADMINS, aFieldMap } from "../support/builders.ts";
import { openGate } from "./load-drill.ts";

export interface PreflightDrill {
  readonly source: ConnectWiseSandbox;
  readonly production: IntercomSandbox;
  readonly staging: IntercomSandbox;
  readonly context: PreflightContext;
  /** Faults of checks, which are none of what they ask. */
  readonly broken: unknown[];
  /** By name; `more` changes what the checks are given. */
  ask(more?: Partial<PreflightContext>): Promise<ReadonlyMap<string, CheckReport>>;
  stop(): Promise<void>;
}

let drills = 0;

export async function startPreflightDrill(
  database: Database,
  options: { readonly source?: Partial<ConnectWiseOptions>; readonly production?: IntercomOptions } = {},
): Promise<PreflightDrill> {
  const source = await startSmall({ clock: () => new Date(), ...options.source });
  const common = { admins: PEOPLE, teams: [{ id: "70", name: "Help Desk" }] };
  const production = await startIntercom({ ...common, workspaceId: "real", ...options.production });
  const staging = await startIntercom({ ...common, workspaceId: "test" });
  const directory = await mkdtemp(join(tmpdir(), "cutover-preflight-"));
  const open = ({ url, token }: IntercomSandbox) => openIntercom({ url, token, governor: openGate });
  const reader = createConnectWiseSource({ url: source.url, ...source.credentials });
  const [real, test] = [open(production), open(staging)];
  drills += 1;
  const context: PreflightContext = {
    ...{ migrationId: `preflight-${drills}`, source: reader, identity: await reader.identify() },
    production: { destination: real, workspace: await real.identify() },
    staging: { destination: test, workspace: await test.identify() },
    map: aFieldMap(),
    extract: makeStaging(database),
    profiles: makeProfiles(database),
    files: openBlobFolders(directory).of("probe"),
    machine: { database: database.kind, freeBytes: async () => 50 * 1024 ** 3 },
  };
  const broken: unknown[] = [];
  return {
    ...{ source, production, staging, context, broken },
    async ask(more = {}) {
      const checks = await runChecks({ ...context, ...more }, (_, error) => broken.push(error));
      return new Map(checks.map((one) => [one.name, one]));
    },
    async stop() {
      await Promise.all([reader.close(), real.close(), test.close()]);
      await Promise.all([source.stop(), production.stop(), staging.stop()]);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const PEOPLE = ADMINS.map(({ id, name, email = "" }) => ({ id, name, email }));
