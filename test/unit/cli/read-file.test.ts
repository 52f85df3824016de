// FILE: what it may hold, where its values come from, and what is said of a wrong one.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJson, readMigrationFile } from "../../../src/cli/read-file.ts";
import { InputError } from "../../../src/engine/errors.ts";
import { explained, refusalIn } from "../../support/in-words.ts";

const connectwise = {
  url: "https://api-na.myconnectwise.net",
  company: "acme",
  publicKey: "PUBLIC",
  privateKey: "hush-private",
  clientId: "CLIENT",
};
const intercom = { intercom: { url: "https://api.intercom.io", token: "hush-token" } };
const GOOD = { source: { connectwise }, destination: intercom };

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-file-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function write(document: unknown, name = "migration.json"): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, typeof document === "string" ? document : JSON.stringify(document));
  return path;
}
const read = async (document: unknown, env: Record<string, string> = {}) =>
  readMigrationFile(await write(document), env);

async function refusalOf(document: unknown, env: Record<string, string> = {}): Promise<InputError> {
  const error: unknown = await read(document, env).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) return error;
  throw new Error(`Expected a refusal, got ${inspect(error)}`);
}

describe("FILE", () => {
  it("says where from, where to and by which map; the map lies beside it unless told", async () => {
    const file = await read(GOOD);
    expect(file.credentials).toEqual(GOOD);
    expect(file.mapPath).toBe(join(directory, "map.json"));
  });

  it("may name a staging workspace", async () => {
    expect((await read({ ...GOOD, staging: intercom })).credentials.staging).toEqual(intercom);
    expect((await read(GOOD)).credentials).not.toHaveProperty("staging");
  });

  it("takes paths from where it lies, not from where the command is run", async () => {
    await mkdir(join(directory, "deep"), { recursive: true });
    const path = await write(
      { source: { csv: { directory: "../exports" } }, destination: intercom, map: "maps/one.json" },
      "deep/migration.json",
    );
    const file = await readMigrationFile(path, {});
    expect(file.credentials.source.csv?.directory).toBe(join(directory, "exports"));
    expect(file.mapPath).toBe(join(directory, "deep/maps/one.json"));
    const absolute = await read({ ...GOOD, map: join(directory, "elsewhere.json") });
    expect(absolute.mapPath).toBe(join(directory, "elsewhere.json"));
  });

  it("reads env:NAME from the environment, at any depth", async () => {
    const document = {
      source: { connectwise: { ...connectwise, privateKey: "env:CW_KEY" } },
      destination: { intercom: { ...intercom.intercom, token: "env:TOKEN" } },
      map: "env:MAP",
    };
    const file = await read(document, { CW_KEY: "k", TOKEN: "t", MAP: "m.json" });
    expect(file.credentials.source.connectwise?.privateKey).toBe("k");
    expect(file.credentials.destination.intercom.token).toBe("t");
    expect(file.mapPath).toBe(join(directory, "m.json"));
  });

  it.each([{}, { TOKEN: "" }])("names the variable that is not set (%o)", async (env) => {
    const { message } = explained(
      await refusalOf(
        { ...GOOD, destination: { intercom: { ...intercom.intercom, token: "env:TOKEN" } } },
        env,
      ),
    );
    expect(message).toContain(
      '"destination.intercom.token" is read from the variable TOKEN, which is not set.',
    );
  });
});

describe("a wrong FILE", () => {
  it.each<[string, unknown, string]>([
    ["nothing in it", {}, '"source" is missing. "destination" is missing.'],
    ["no source", { destination: intercom }, '"source" is missing.'],
    [
      "a source of another kind",
      { ...GOOD, source: { zendesk: {} } },
      '"source" has no field named "zendesk"',
    ],
    ["two sources", { ...GOOD, source: { connectwise, csv: { directory: "x" } } }, '"source" needs one of'],
    ["no kind of source", { ...GOOD, source: {} }, '"source" needs one of "connectwise" (url, company'],
    [
      "a source by half",
      { ...GOOD, source: { connectwise: { ...connectwise, url: "hush.example", clientId: undefined } } },
      '"source.connectwise.url" must be an address that starts with https://. "source.connectwise.clientId" is missing.',
    ],
    [
      "a field misspelt",
      { ...GOOD, source: { connectwise: { ...connectwise, privatKey: "hush" } } },
      '"source.connectwise" has no field named "privatKey": check the spelling.',
    ],
    ["a field too many", { ...GOOD, stagging: intercom }, 'The document has no field named "stagging"'],
    [
      "an empty token",
      { ...GOOD, destination: { intercom: { ...intercom.intercom, token: "" } } },
      '"destination.intercom.token" is empty.',
    ],
    ["a number for a path", { ...GOOD, map: 5 }, '"map" must be a text.'],
    ["a list", [GOOD], "The document must be an object."],
    ["null", null, "The document must be an object."],
  ])("with %s is told in a sentence", async (_, document, sentence) => {
    const error = await refusalOf(document);
    expect(error.code).toBe("invalid_file");
    expect(explained(error).message).toContain(sentence);
    expect(explained(error).message).toMatch(/^\S+ can't be used\. .*\.$/);
    expect(explained(error).message).not.toMatch(/Invalid|expected|received|undefined|hush/);
    expect(explained(error).remedy).toContain("README");
  });

  it.each(["hush-token", '{"token": hush-token}', '{"token": "hush-token", }', "{"])(
    "that is not JSON (%s) is not quoted",
    async (text) => {
      const error = await refusalOf(text);
      expect(explained(error).message).toContain("It is not JSON");
      expect(inspect(error, { depth: 5 })).not.toContain("hush");
    },
  );

  it("that is missing, or is a folder, is told apart", async () => {
    expect((await refusalIn(readJson(join(directory, "nowhere.json")))).message).toContain(
      "There is no such file.",
    );
    expect((await refusalIn(readJson(directory))).message).toContain("It can't be read.");
  });
});
