// Compiled code is executed: it is kept only where nobody else can plant it.
import { chmod, mkdir, mkdtemp, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findOwnFolder } from "../../../src/start/find-own-folder.ts";

describe("the folder for compiled code", () => {
  let modules = "";
  const uid = process.getuid?.() ?? 0;
  const folder = () => join(modules, ".cache", "cutover");

  beforeEach(async () => {
    modules = await mkdtemp(join(tmpdir(), "cutover-modules-"));
  });
  afterEach(() => rm(modules, { recursive: true, force: true }));

  it("is made for this user alone", async () => {
    expect(findOwnFolder(modules, uid)).toBe(folder());
    expect((await stat(folder())).mode & 0o777).toBe(0o700);
    expect(findOwnFolder(modules, uid)).toBe(folder());
  });

  it.each([0o770, 0o707, 0o777])("is not used with rights %o: others could write in it", async (mode) => {
    await mkdir(folder(), { recursive: true });
    await chmod(folder(), mode);
    expect(findOwnFolder(modules, uid)).toBeUndefined();
  });

  it("is not used where the code belongs to somebody else", () => {
    expect(findOwnFolder(modules, uid + 1)).toBeUndefined();
  });

  it("is not used where a system knows no owners", () => {
    expect(findOwnFolder(modules, undefined)).toBeUndefined();
  });

  it("is not a link to somewhere else", async () => {
    await mkdir(join(modules, ".cache"));
    await symlink(tmpdir(), folder());
    expect(findOwnFolder(modules, uid)).toBeUndefined();
  });

  it("is done without where there is none to be had", () => {
    expect(findOwnFolder(join(modules, "not", "there"), uid)).toBeUndefined();
  });
});
