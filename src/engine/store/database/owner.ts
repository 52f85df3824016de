// Who owns a data directory, and the refusal that names them.
import { AskError } from "../../errors.ts";

export interface Owner {
  readonly pid: number;
  /** ISO-8601. */
  readonly since: string;
  readonly command: string;
}

export interface Ownership {
  release(): Promise<void>;
}

export function parseOwner(text: string): Owner | undefined {
  try {
    const value = JSON.parse(text) as Partial<Owner>;
    if (typeof value.pid !== "number" || typeof value.since !== "string") return undefined;
    return { pid: value.pid, since: value.since, command: String(value.command ?? "") };
  } catch {
    return undefined;
  }
}

export function ownedByOther(place: string, owner: Owner | undefined): AskError {
  return new AskError({
    code: "directory_owned",
    args: { directory: place, ...(owner === undefined ? {} : { owner }) },
  });
}
