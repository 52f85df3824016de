// How long it takes to start: help, a usage error, status of an embedded database while no vendor answers, and the
// sandbox until its page can be used; each beside its limit, and as a multiple of what the bare runtime takes.
//   npm run bench start -- [--tries 5] [--without-sandbox]
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startCliWorld } from "../test/scenario/cli-program.ts";

const { values } = parseArgs({
  options: {
    tries: { type: "string", default: "5" },
    "without-sandbox": { type: "boolean", default: false },
  },
});
const TRIES = Number(values.tries);
const LIMITS = { help: 0.5, usage: 0.5, status: 2, sandbox: 6 };

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const repository = fileURLToPath(new URL("..", import.meta.url));

interface Start {
  readonly seconds: number;
  /** Highest resident memory, where the system tells it. */
  readonly megabytes: number;
}

/** Runs a program to its end, or until `ready` says so; then it is asked to end. */
async function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  ready?: (out: string) => Promise<boolean>,
): Promise<Start> {
  const began = performance.now();
  const child = spawn(command, [...args], {
    cwd: repository,
    env: { ...process.env, ...env },
    detached: true,
  });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child));
  }, 10);
  let out = "";
  child.stdout?.setEncoding("utf8");
  const seconds = await new Promise<number>((resolve, reject) => {
    const took = () => resolve((performance.now() - began) / 1000);
    child.once("error", reject);
    child.once("close", took);
    child.stdout?.on("data", async (chunk: string) => {
      out += chunk;
      if (ready !== undefined && (await ready(out))) took();
    });
  });
  clearInterval(watch);
  if (child.exitCode === null && child.pid !== undefined) {
    process.kill(-child.pid, "SIGTERM");
    await new Promise((resolve) => child.once("close", resolve));
  }
  return { seconds, megabytes };
}

function peakOf({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 0;
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(path, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The quickest of several: what the machine did besides is not what is measured. */
async function best(once: () => Promise<Start>, tries = TRIES): Promise<Start> {
  const starts: Start[] = [];
  for (let at = 0; at < tries; at += 1) starts.push(await once());
  return {
    seconds: Math.min(...starts.map(({ seconds }) => seconds)),
    megabytes: Math.max(...starts.map(({ megabytes }) => megabytes)),
  };
}

const bare = await best(() => start(process.execPath, ["-e", "0"]));
console.log(`start: best of ${TRIES}; the bare runtime takes ${bare.seconds.toFixed(2)} s`);

function tell(name: string, { seconds, megabytes }: Start, limit: number): void {
  const memory = megabytes > 0 ? `, ${megabytes.toFixed(0)} MB` : "";
  console.log(
    `  ${name.padEnd(44)} ${seconds.toFixed(2)} s, ${(seconds / bare.seconds).toFixed(1)} times the bare runtime${memory}   (limit: ${limit} s)`,
  );
  if (seconds > limit) process.exitCode = 1;
}

const cutover = (...args: readonly string[]) => [main, ...args];
await start(process.execPath, cutover("--help"));
tell("help", await best(() => start(process.execPath, cutover("--help"))), LIMITS.help);
const usage = () => start(process.execPath, cutover("survey", "no-such-file.json"));
tell("a usage error", await best(usage), LIMITS.usage);

const world = await startCliWorld({ tickets: 30 });
await world.json("survey");
// Both addresses take connections from now on and never answer.
const silent = createServer(() => undefined);
const ports = [world.connectwise.url, world.intercom.url].map((url) => Number(new URL(url).port));
await Promise.all([world.connectwise.stop(), world.intercom.stop()]);
silent.listen(ports[0], "127.0.0.1");
const status = () => start(process.execPath, cutover("status", world.file), world.env);
tell("status, embedded database, vendors are silent", await best(status), LIMITS.status);
silent.close();
silent.closeAllConnections();

if (!values["without-sandbox"]) {
  const environment = { PORT: "0", SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "", SLACK_CLIENT_ID: "" };
  const sandbox = () =>
    start("npm", ["start"], environment, async (out) => {
      const page = /^Open (\S+) and/m.exec(out)?.[1];
      return page !== undefined && (await fetch(page)).ok;
    });
  tell("npm start, until the page can be used", await best(sandbox, Math.min(3, TRIES)), LIMITS.sandbox);
}
await world.stop().catch(() => undefined);
