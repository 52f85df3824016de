// What records were read without: one exception a part, however many records lack it.
import type { Exception } from "../../model/run.ts";
import type { ErrorSaying } from "../../model/sayings/error-arguments.ts";
import type { SourceType } from "../../model/source/source.ts";
import type { SourceGap } from "../../source/port.ts";

/** So many of those that lack a part are named. */
const NAMED = 8;

/** Records an exception and goes on. */
export type Except = (
  source: Exception["source"],
  saying: ErrorSaying,
  shown?: Partial<Pick<Exception, "code" | "requestId">>,
) => Promise<void>;

interface Part {
  readonly type: SourceType;
  readonly part: string;
  readonly ids: Set<string>;
  readonly names: string[];
  cause: SourceGap["cause"];
  told: boolean;
}

export interface Gaps {
  add(type: SourceType, gap: SourceGap): void;
  /** Records an exception for each part that was added to since; the same part again is the same exception. */
  tell(): Promise<void>;
}

export function createGaps(except: Except): Gaps {
  const parts = new Map<string, Part>();
  return {
    add(type, { part, id, name, cause }) {
      const key = `${type} ${part}`;
      const known = parts.get(key) ?? { type, part, ids: new Set(), names: [], cause, told: true };
      parts.set(key, known);
      if (known.ids.has(id)) return;
      known.ids.add(id);
      if (known.names.length < NAMED) known.names.push(name ?? id);
      known.told = false;
      known.cause = cause;
    },
    async tell() {
      for (const one of parts.values()) {
        if (one.told) continue;
        one.told = true;
        const { type, part, ids, names, cause } = one;
        await except(
          { type, id: `*/${part}` },
          {
            code: "source_unreadable",
            args: { what: "part", part, type, records: ids.size, names, error: cause.saying },
          },
          cause.requestId === undefined ? {} : { requestId: cause.requestId },
        );
      }
    },
  };
}
