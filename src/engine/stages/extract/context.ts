// What the parts of an extraction are given and share: counting, telling, stopping.
import type { BlobStore } from "../../blobs/port.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import type { Exception } from "../../model/run.ts";
import { SOURCE_TYPES, type SourceType } from "../../model/source/source.ts";
import type { Source } from "../../source/port.ts";
import type { SourceStaging } from "../../store/repositories.ts";
import { createGaps, type Except, type Gaps } from "./gaps.ts";

interface ExtractProgress {
  readonly type: SourceType;
  /** Records of this type that have arrived in this pass; of notes: tickets whose notes have. */
  readonly done: number;
  /** What the source says there is; on a refresh, absent. */
  readonly total?: number;
}

interface ExtractLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface ExtractRequest {
  readonly source: Source;
  readonly staging: SourceStaging;
  /** Where files go; without it they are not read. */
  readonly blobs?: BlobStore;
  readonly migrationId: string;
  /** Goes into the exceptions: the run's environment. */
  readonly environment: EnvironmentName;
  readonly clock: () => Date;
  readonly signal?: AbortSignal;
  /**
   * Only these tickets, with their notes, time entries, contacts and companies, beside the small lists that
   * every ticket refers to. Of a pass under way what it has read is not read again; the pass stays open: a later full
   * extract still reads everything.
   */
  readonly onlyTickets?: readonly string[];
  readonly onProgress?: (progress: ExtractProgress) => void;
  /** What did not come, as it is found. */
  readonly onExceptions?: (exceptions: readonly Exception[]) => Promise<void>;
  readonly log?: ExtractLog;
  /** Tickets whose notes are asked for at a time; the source's own pacing decides below it. Default 32. */
  readonly notesAtOnce?: number;
}

/** Of the pass under way. */
export interface ExtractPass {
  readonly startedAt: string;
  /** True when another process began it. */
  readonly resumed: boolean;
}

/** What the parts of the extraction share: counting, telling, stopping. */
export interface ExtractContext extends ExtractRequest {
  /** Absent when only chosen tickets are read, and no pass is under way. */
  readonly pass?: ExtractPass;
  readonly count: (type: SourceType, arrived: number, changed: number) => void;
  /** What records were read without. */
  readonly gaps: Gaps;
  /** Records an exception and goes on. */
  readonly except: Except;
}

type Counts = Readonly<Record<SourceType, number>>;

export interface ExtractFigures {
  /** Records that arrived, by type. */
  readonly arrived: Counts;
  /** Of them, those that were new or different. */
  readonly changed: Counts;
  readonly exceptions: number;
}

export function createContext(
  request: ExtractRequest,
  pass: ExtractPass | undefined,
): { readonly context: ExtractContext; figures(): ExtractFigures } {
  const zeros = () => Object.fromEntries(SOURCE_TYPES.map((type) => [type, 0])) as Record<SourceType, number>;
  const arrived = zeros();
  const changed = zeros();
  let exceptions = 0;
  const except: Except = async (source, saying, shown = {}) => {
    exceptions += 1;
    const facts = { code: saying.code, saying, ...shown };
    request.log?.warn({ source, ...facts }, "a record did not come");
    await request.onExceptions?.([{ source, environment: request.environment, ...facts }]);
  };
  const context: ExtractContext = {
    ...request,
    gaps: createGaps(except),
    except,
    ...(pass ? { pass } : {}),
    count(type, more, moreChanged) {
      arrived[type] += more;
      changed[type] += moreChanged;
    },
  };
  return { context, figures: () => ({ arrived, changed, exceptions }) };
}
