// A whole migration, from hello to rollback, and then everything that it wrote is searched for what nobody may find.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playDemo } from "../../sandbox/demo/play-demo.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";
import { dumpDatabase } from "../support/dump-database.ts";
import { type RunningCutover, smallWorld, startCutover } from "../support/start-cutover.ts";

const SECRET_KEY = "secret-key-of-this-installation-0123456789";

/** Whole, however deep, and with what errors carry. */
const text = (value: unknown): string =>
  inspect(value, { depth: 40, maxArrayLength: null, maxStringLength: null, breakLength: Infinity });

async function readFolder(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), "latin1")),
  );
  return files.join("\n");
}

describe("what a migration leaves behind", () => {
  let cutover: RunningCutover;
  const transcript: string[] = [];
  const written = new Map<string, string>();
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    cutover = await startCutover({
      sandbox: { ...smallWorld, intercom: { ...smallWorld.intercom, recordRequests: true } },
      engine: { secretKey: new Secret(SECRET_KEY) },
    });
    const { connectwise, production, staging, slack, openai } = cutover.sandbox;
    await playDemo(cutover.sandbox, (line) => transcript.push(line));
    await cutover.leave();

    for (const [at, planted] of connectwise.tenant.plantedSecrets.entries()) {
      secrets.set(`planted secret ${at}`, planted);
    }
    const { company, publicKey, privateKey } = connectwise.credentials;
    secrets.set("ConnectWise's private key", privateKey);
    secrets.set("its header", Buffer.from(`${company}+${publicKey}:${privateKey}`).toString("base64"));
    secrets.set("production's token", production.token);
    secrets.set("staging's token", staging.token);
    secrets.set("Slack's token", slack.botToken);
    secrets.set("Slack's signing secret", slack.signingSecret);
    secrets.set("the model's key", openai.apiKey);
    secrets.set("CUTOVER_SECRET_KEY", SECRET_KEY);

    const database = await openDatabase({ dataDirectory: cutover.dataDirectory, program: "a test" });
    for (const [table, rows] of await dumpDatabase(database)) written.set(`table ${table}`, rows);
    await database.close();
    written.set("files", await readFolder(cutover.dataDirectory));
    written.set("log", text(cutover.logged));
    written.set("Slack", text([slack.messages(), slack.views(), slack.files(), slack.calls.all]));
    // Intercom knows its own token; what it was given is what counts.
    const given = [production, staging].map(({ recorded, state: { settings, ...state } }) => [
      recorded,
      state,
    ]);
    written.set("Intercom", text(given));
    written.set("the model's prompts", text(openai.requests));
    written.set("transcript", transcript.join("\n"));
  }, 180_000);
  afterAll(async () => {
    await cutover?.stop();
  });

  it("is all there to be searched", () => {
    const ticket = cutover.sandbox.connectwise.tenant.tickets.find(({ summary }) =>
      /^[ -~]{12,}$/.test(summary),
    );
    const summary = ticket?.summary ?? "no such ticket";
    expect(written.get("table public.source_record")).toContain(summary);
    expect(written.get("table public.operation")).toBeDefined();
    expect(written.get("Intercom")).toContain(summary);
    expect(written.get("Slack")).toContain("Rolled back");
    expect(written.get("files")?.length).toBeGreaterThan(10_000);
    expect(cutover.logged.length).toBeGreaterThan(3);
    expect([...secrets.values()].filter((secret) => secret.length < 8)).toEqual([]);
    expect(secrets.size).toBeGreaterThan(20);
  });

  it("holds no planted secret and no credential", () => {
    const found = [...written].flatMap(([place, content]) =>
      [...secrets].flatMap(([name, secret]) => (content.includes(secret) ? [`${name} in ${place}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
