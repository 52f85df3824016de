// Whether files can be kept: a few bytes are put and read.
import { CutoverError } from "../../errors.ts";
import { type Check, ofOurs } from "../check.ts";

const PROBE = Buffer.from("Cutover looks whether files can be kept here.");

export const fileStore: Check = {
  name: "file-store",
  system: ofOurs,
  async run({ files }) {
    if (!files) return undefined;
    try {
      const { digest } = await files.put(bytes(), PROBE.length);
      await files.read(digest);
      return { result: "passed", code: "files_kept" };
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      return { result: "failed", code: "files_refused", args: { error: error.saying } };
    }
  },
};

async function* bytes() {
  yield PROBE;
}
