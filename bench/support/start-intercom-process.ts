// Starts the stand-in as a child and reads its counters over HTTP.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface IntercomProcess {
  readonly url: string;
  readonly token: string;
  state(): Promise<{
    readonly counts: Readonly<Record<string, number>>;
    readonly requests: number;
    readonly rateLimited: number;
    readonly notificationsSent: number;
    readonly byRoute: Readonly<Record<string, number>>;
    readonly utilisation: {
      readonly byWindow: readonly {
        readonly startMs: number;
        readonly served: number;
        readonly refused: number;
      }[];
    };
  }>;
  /** Rejects when a customer was notified. */
  stop(): Promise<void>;
}

export async function startIntercomProcess(
  options: Readonly<Record<string, unknown>>,
): Promise<IntercomProcess> {
  const script = fileURLToPath(new URL("./intercom-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--max-old-space-size=6000", script, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { url, token } = JSON.parse(String(line));
  return {
    url,
    token,
    state: async () =>
      (await fetch(`${url}/_sandbox/state?hash=no`)).json() as ReturnType<IntercomProcess["state"]>,
    stop: async () => {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      const [code] = await exit;
      if (code !== 0) throw new Error(`The stand-in ended with ${code}: see above.`);
    },
  };
}
