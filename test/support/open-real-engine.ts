// The real engine with its queue on a small world, for what its doubles must do too.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prefilledForm, startSandbox } from "../../sandbox/index.ts";
import { type EngineOptions, openEngine } from "../../src/engine/index.ts";
import { makeOfflineProposer } from "../../src/llm/offline/offline-proposer.ts";
import { makeProposer } from "../../src/llm/proposer.ts";
import { print } from "../../src/words/en/telling.ts";
import { smallWorld } from "./start-cutover.ts";

const quiet: EngineOptions["log"] = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openRealEngine() {
  const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-engine-"));
  const sandbox = await startSandbox({
    ...smallWorld,
    tenant: { companies: 4, contacts: 10, tickets: 12, seed: 5 },
  });
  const open = await openEngine({
    ...{ dataDirectory, log: quiet, program: "a test", searchLagMs: 200 },
    print,
    proposer: makeProposer({ offline: makeOfflineProposer() }),
  });
  return {
    ...{ engine: open.engine, sandbox, form: prefilledForm(sandbox) },
    work: () => open.work(),
    async close() {
      await open.close();
      await sandbox.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
