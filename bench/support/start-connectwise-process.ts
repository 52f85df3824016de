// Starts the ConnectWise stand-in as a child and reads its counters over its own line.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ThrottleWindow } from "../../sandbox/connectwise/throttle.ts";

export interface ConnectWiseState {
  readonly total: number;
  readonly byPattern: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly windows: readonly ThrottleWindow[];
  /** On the windows' clock. */
  readonly firstNotesMs?: number;
}

/** What a source needs to ask it. */
export interface ConnectWiseAddress {
  readonly url: string;
  readonly company: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly clientId: string;
}

export interface ConnectWiseProcess {
  readonly address: ConnectWiseAddress;
  state(): Promise<ConnectWiseState>;
  stop(): Promise<void>;
}

export async function startConnectWiseProcess(options: {
  readonly tickets: number;
  /** 0: no limit. */
  readonly ratePerMinute: number;
  readonly latencyMs: number;
}): Promise<ConnectWiseProcess> {
  const script = fileURLToPath(new URL("./connectwise-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--max-old-space-size=4000", script, JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse(String((await lines.next()).value));
  return {
    address: await next(),
    async state() {
      child.stdin.write("state\n");
      return next();
    },
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
