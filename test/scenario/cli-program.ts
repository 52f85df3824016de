// The real program as a child process, against the stand-ins: what an operator does at a terminal.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import type { IntercomOptions } from "../../sandbox/intercom/options.ts";
import { type IntercomSandbox, startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import { adminsOf } from "../../sandbox/tenant/members.ts";

const mainPath = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

export interface Ended {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Starts `node src/main.ts ARGS`; the environment is the given one and nothing of this process's own settings. */
function startProgram(args: readonly string[], env: Environment): Running {
  const child = spawn(process.execPath, [mainPath, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    error += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, error }));
  });
  return { child, ended };
}

/** A command's JSON document; a test reads what it expects of it. */
// biome-ignore lint/suspicious/noExplicitAny: the document is what the test examines
export type Answer = any;

export interface CliWorld {
  readonly connectwise: ConnectWiseSandbox;
  readonly intercom: IntercomSandbox;
  /** Holds FILE, the map and the embedded database. */
  readonly directory: string;
  readonly file: string;
  readonly env: Environment;
  start(args: readonly string[], env?: Environment): Running;
  run(args: readonly string[], env?: Environment): Promise<Ended>;
  /** Runs `COMMAND FILE --json MORE` and parses its answer; throws with what it printed when the code is another one. */
  json(
    command: string,
    options?: { more?: readonly string[]; code?: number; env?: Environment },
  ): Promise<Answer>;
  /** Writes another file beside FILE; a string as it is, anything else as JSON. */
  writeFile(name: string, document: unknown): Promise<string>;
  readonly document: CliDocument;
  /** POST, PUT and DELETE that the workspace was sent, searches left out. */
  writes(): number;
  createTeams(): void;
  stop(): Promise<void>;
}

export interface CliDocument {
  readonly source: { readonly connectwise: Readonly<Record<string, string>> };
  readonly destination: { readonly intercom: { readonly url: string; readonly token: string } };
  readonly map: string;
}

export interface CliWorldOptions {
  /** PostgreSQL, dropped at the end; the embedded database in the world's directory when absent. */
  readonly database?: { readonly url?: string; drop(): Promise<void> } | undefined;
  readonly tickets: number;
  readonly contacts?: number;
  readonly companies?: number;
  readonly intercom?: IntercomOptions;
  /** Teams that exist before anybody creates one; two of the boards' when absent. */
  readonly teams?: "some" | "all";
  /** Seconds; the program's own default when absent. */
  readonly searchLagSeconds?: number;
}

const TOKEN_VARIABLE = "CLI_TEST_INTERCOM_TOKEN";

export async function startCliWorld(options: CliWorldOptions): Promise<CliWorld> {
  const tenant = makeTenant({
    seed: 7,
    now: new Date(),
    tickets: options.tickets,
    contacts: options.contacts ?? 40,
    companies: options.companies ?? 8,
  });
  // Lost files are exceptions of their own; a run without any ends with 0.
  for (const lost of tenant.documents.filter((document) => document.lost))
    tenant.documents.splice(tenant.documents.indexOf(lost), 1);
  const admins = adminsOf(tenant);
  const boards = tenant.boards.map((board) => ({ name: board.name }));
  const { database } = options;
  const [connectwise, intercom, directory] = await Promise.all([
    startConnectWise({ tenant }),
    startIntercom({
      admins,
      teams: options.teams === "all" ? boards : boards.slice(0, 2),
      ratePerWindow: 1_000_000,
      workspaceRatePerWindow: 1_000_000,
      conversationThrottle: false,
      ...options.intercom,
    }),
    mkdtemp(join(tmpdir(), "cutover-cli-")),
  ]);
  const env: Environment = {
    CUTOVER_DATA: join(directory, "data"),
    CUTOVER_SECRET_KEY: "a key for tests, thirty-two bytes",
    LOG_LEVEL: "warn",
    [TOKEN_VARIABLE]: intercom.token,
    NODE_COMPILE_CACHE: join(tmpdir(), "cutover-compile-cache"),
    ...(database?.url === undefined ? {} : { DATABASE_URL: database.url }),
    ...(options.searchLagSeconds === undefined
      ? {}
      : { CUTOVER_SEARCH_LAG_SECONDS: String(options.searchLagSeconds) }),
  };
  const document: CliDocument = {
    source: { connectwise: { url: connectwise.url, ...connectwise.credentials } },
    destination: { intercom: { url: intercom.url, token: `env:${TOKEN_VARIABLE}` } },
    map: "map.json",
  };
  const write = async (name: string, content: unknown) => {
    const path = join(directory, name);
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
    return path;
  };
  const file = await write("migration.json", document);
  const running = new Set<ChildProcess>();

  const start: CliWorld["start"] = (args, more = {}) => {
    const program = startProgram(args, { ...env, ...more });
    running.add(program.child);
    program.child.once("close", () => running.delete(program.child));
    return program;
  };
  return {
    ...{ connectwise, intercom, directory, file, env, document, start },
    run: (args, more) => start(args, more).ended,
    async json(command, { more = [], code = 0, env: changed = {} } = {}) {
      const ended = await start([command, file, "--json", ...more], changed).ended;
      if (ended.code !== code)
        throw new Error(`${command} exited with ${ended.code}: ${ended.error}${ended.out.slice(0, 2000)}`);
      return JSON.parse(ended.out);
    },
    writeFile: write,
    writes: () =>
      Object.entries(intercom.byRoute)
        .filter(([route]) => !route.startsWith("GET") && !route.endsWith("/search"))
        .reduce((sum, [, count]) => sum + count, 0),
    createTeams() {
      const known = new Set([...intercom.state.teams.values()].map((team) => team.name));
      for (const { name } of boards) if (!known.has(name)) intercom.createTeam(name);
    },
    async stop() {
      for (const child of running) child.kill("SIGKILL");
      await Promise.all([connectwise.stop(), intercom.stop(), database?.drop()]);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
