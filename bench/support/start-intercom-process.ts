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
  /** The app's quota from now on. */
  limitTo(perWindow: number): Promise<void>;
  /** A fault from now on, as `POST /_sandbox/faults` takes it. */
  inject(fault: Readonly<Record<string, unknown>>): Promise<void>;
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
  const ask = async (method: string, what: string, body: Readonly<Record<string, unknown>>) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}/_sandbox/${what}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    url,
    token,
    state: async () =>
      (await fetch(`${url}/_sandbox/state?hash=no`)).json() as ReturnType<IntercomProcess["state"]>,
    limitTo: (perWindow) => ask("PUT", "rate", { perWindow }),
    inject: (fault) => ask("POST", "faults", fault),
    stop: async () => {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      const [code] = await exit;
      if (code !== 0) throw new Error(`The stand-in ended with ${code}: see above.`);
    },
  };
}
