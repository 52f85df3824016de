// Secrets at rest: only the right key, the right row and the unaltered text open them.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { AskError, InputError } from "../../src/engine/errors.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { loadOrCreateKeyFile } from "../../src/engine/store/secrets/key-file.ts";
import { parseSecretKey } from "../../src/engine/store/secrets/secrets.ts";

const hex = "00112233445566778899aabbccddeeff".repeat(2);
const key = parseSecretKey(new Secret(hex));

describe("a sealed secret", () => {
  it("opens with the key it was sealed with, however that key is written", () => {
    const sealed = key.seal({ token: "tok_1" }, "row");
    expect(sealed).not.toContain("tok_1");
    expect(key.unseal(sealed, "row")).toEqual({ token: "tok_1" });
    const base64 = parseSecretKey(new Secret(Buffer.from(hex, "hex").toString("base64")));
    expect(base64.unseal(sealed, "row")).toEqual({ token: "tok_1" });
  });

  it("never looks the same twice", () => {
    expect(key.seal("same", "row")).not.toBe(key.seal("same", "row"));
  });

  it("says which key is needed when another one is tried", () => {
    const other = parseSecretKey(new Secret("correct horse battery staple"));
    expect(() => other.unseal(key.seal("x", "row"), "row")).toThrow(AskError);
    expect(() => other.unseal(key.seal("x", "row"), "row")).toThrow(key.id);
  });

  it("refuses altered text, a shortened tag, and a value moved to another row", () => {
    const parts = key.seal("x", "row").split(".");
    const altered = parts.with(4, Buffer.from("other").toString("base64url")).join(".");
    const shortened = parts.with(3, Buffer.alloc(4).toString("base64url")).join(".");
    expect(() => key.unseal(altered, "row")).toThrow(/altered/);
    expect(() => key.unseal(shortened, "row")).toThrow(/altered/);
    expect(() => key.unseal(parts.join("."), "another row")).toThrow(/altered/);
  });

  it("is not printed with its key", () => {
    expect(inspect(key, { showHidden: true, depth: 9 }) + JSON.stringify(key)).not.toContain("0011");
  });
});

describe("a secret key", () => {
  it("is refused when it is short", () => {
    expect(() => parseSecretKey(new Secret("hunter2"))).toThrow(InputError);
  });
});

describe("the key file of the embedded default", () => {
  it("is made once, for its owner only, also by several programs at once", async () => {
    const directory = await mkdtemp(join(tmpdir(), "cutover-key-"));
    const keys = await Promise.all(Array.from({ length: 5 }, () => loadOrCreateKeyFile(directory)));
    const again = await loadOrCreateKeyFile(directory);
    expect(new Set([...keys, again].map((one) => one.id)).size).toBe(1);
    expect((await stat(join(directory, "secret.key"))).mode & 0o777).toBe(0o600);
    await rm(directory, { recursive: true });
  });
});
