// A canary against the stand-in: a journal in a database, a strict workspace, a clock that hurries.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IntercomOptions } from "../../sandbox/intercom/options.ts";
import { type IntercomSandbox, startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import { openBlobFolders } from "../../src/engine/blobs/blob-folders.ts";
import { openIntercom } from "../../src/engine/destination/intercom/open-intercom.ts";
import type { Destination } from "../../src/engine/destination/port.ts";
import { openJournal } from "../../src/engine/journal/open-journal.ts";
import type { WorkspaceProfile } from "../../src/engine/model/profile.ts";
import { askWorkspace } from "../../src/engine/stages/canary/ask-workspace.ts";
import { type CanaryTools, canaryScope } from "../../src/engine/stages/canary/canary-writes.ts";
import {
  type LateCanary,
  type LateOptions,
  startLateCanary,
} from "../../src/engine/stages/canary/late-canary.ts";
import type { Database } from "../../src/engine/store/database/database.ts";
import { hurriedClock, openGate } from "./load-drill.ts";

export interface CanaryDrill {
  readonly intercom: IntercomSandbox;
  readonly tools: CanaryTools;
  /** Profiles as they were kept, before they were judged. */
  readonly kept: WorkspaceProfile[];
  ask(tools?: CanaryTools): Promise<WorkspaceProfile>;
  late(more?: Partial<LateOptions>): Promise<LateCanary>;
  /** What a process that was killed would leave: nothing after the n-th write is done. */
  dying(afterWrites: number): CanaryTools;
  stop(): Promise<void>;
}

let drills = 0;

export async function startCanaryDrill(
  database: Database,
  options: IntercomOptions = {},
): Promise<CanaryDrill> {
  const intercom = await startIntercom({
    ratePerWindow: 1_000_000,
    workspaceRatePerWindow: 1_000_000,
    teams: [{ id: "70", name: "Help Desk" }],
    recordRequests: true,
    ...options,
  });
  const directory = await mkdtemp(join(tmpdir(), "cutover-canary-"));
  const blobs = openBlobFolders(directory);
  const { url, token } = intercom;
  const destination = openIntercom({ url, token, governor: openGate, searchLagMs: 40, blobs });
  drills += 1;
  const tools: CanaryTools = {
    ...{ destination, journal: openJournal(database), clock: hurriedClock, runId: "run-1" },
    scope: canaryScope(`drill-${drills}`, "staging"),
  };
  let nonces = 0;
  const newNonce = () => `${drills}x${++nonces}`;
  const kept: WorkspaceProfile[] = [];
  const mirror = { workspaceId: "sandbox1", adminId: "9001", teamId: "70", files: blobs.of("canary") };
  return {
    ...{ intercom, tools, kept },
    ask: (by = tools) =>
      askWorkspace(by, mirror, newNonce, async (profile) => {
        kept.push(profile);
      }),
    late: (more = {}) =>
      startLateCanary(tools, newNonce, {
        ...{ adminId: "9001", actorIds: [], attributes: [], looksMs: [], onFired: () => undefined, ...more },
      }),
    dying: (afterWrites) => ({ ...tools, destination: dies(destination, afterWrites) }),
    async stop() {
      await destination.close();
      await intercom.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

class Killed extends Error {}

function dies(destination: Destination, afterWrites: number): Destination {
  let writes = 0;
  return {
    ...destination,
    async write(action, signal) {
      writes += 1;
      if (writes > afterWrites) throw new Killed("killed");
      return destination.write(action, signal);
    },
  };
}
