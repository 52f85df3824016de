// Files of an operator's, read line by line.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { InputError } from "../engine/errors.ts";

/** Throws InputError when the file can't be read. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw unreadable(path, error);
  }
}

export function unreadable(path: string, cause: unknown): InputError {
  return new InputError({ code: "invalid_file", args: { path }, cause });
}
