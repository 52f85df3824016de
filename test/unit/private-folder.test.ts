// What lies in the data folder is nobody else's, whoever made the folder and however open.
import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFolderBlobs } from "../../src/engine/blobs/folder-blobs.ts";
import { AskError } from "../../src/engine/errors.ts";
import { keepFolderPrivate } from "../../src/engine/private-folder.ts";
import { ownDirectory } from "../../src/engine/store/database/directory-owner.ts";
import { loadOrCreateKeyFile } from "../../src/engine/store/secrets/key-file.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "cutover-private-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);

async function folder(name: string, mode: number): Promise<string> {
  const path = join(root, name);
  await mkdir(path);
  await chmod(path, mode);
  return path;
}

describe("a data folder", () => {
  it.each([0o755, 0o777, 0o750, 0o701, 0o500, 0o2775])(
    "that was there with mode %o becomes its owner's alone",
    async (mode) => {
      const path = await folder(`was-${mode.toString(8)}`, mode);
      await keepFolderPrivate(path);
      expect(await modeOf(path)).toMatch(/^[0-7]?700$/);
    },
  );

  it("is closed again at each start, by its ownership and by its key", async () => {
    const path = await folder("restarted", 0o700);
    for (const start of [() => ownDirectory(path, "socket"), () => ownDirectory(path, "file")]) {
      await chmod(path, 0o755);
      const ownership = await start();
      expect(await modeOf(path)).toBe("700");
      await ownership.release();
    }
    await chmod(path, 0o777);
    await loadOrCreateKeyFile(path);
    expect(await modeOf(path)).toBe("700");
    expect(await modeOf(join(path, "secret.key"))).toBe("600");
  });

  it("is closed through a link to it", async () => {
    const path = await folder("linked-to", 0o755);
    await symlink(path, join(root, "link"));
    await keepFolderPrivate(join(root, "link"));
    expect(await modeOf(path)).toBe("700");
  });

  it("that everybody writes is refused and stays as it was", async () => {
    const path = await folder("sticky", 0o1777);
    await expect(keepFolderPrivate(path)).rejects.toMatchObject({
      code: "folder_unusable",
      saying: { args: { why: "shared" } },
    });
    expect(await modeOf(path)).toBe("1777");
  });

  it("that can't be made is refused with a sentence", async () => {
    await writeFile(join(root, "a-file"), "");
    const making = keepFolderPrivate(join(root, "a-file", "below"));
    await expect(making).rejects.toBeInstanceOf(AskError);
    await expect(making).rejects.toMatchObject({
      code: "folder_unusable",
      saying: { args: { why: "make" } },
    });
  });

  it.runIf(process.getuid?.() === 0)("of another user is refused", async () => {
    const { chown } = await import("node:fs/promises");
    const path = await folder("foreign", 0o700);
    await chown(path, 12345, 12345);
    await expect(keepFolderPrivate(path)).rejects.toMatchObject({ saying: { args: { why: "owner" } } });
  });

  it("keeps files to itself that come into a folder which was open", async () => {
    const path = await folder("files", 0o755);
    const stored = await openFolderBlobs(path).put(one("hello"), 100);
    expect(await modeOf(path)).toBe("700");
    expect(await modeOf(join(path, stored.digest.slice(0, 2)))).toBe("700");
    expect(await modeOf(join(path, stored.digest.slice(0, 2), stored.digest.slice(2)))).toBe("600");
  });
});

async function* one(text: string) {
  yield Buffer.from(text);
}
