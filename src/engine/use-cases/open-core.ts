// Opens what every face of the engine stands on: database, store, journal, vendors' adapters.
import { randomBytes, randomUUID } from "node:crypto";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { openBlobFolders } from "../blobs/blob-folders.ts";
import { openS3Blobs, type S3Options } from "../blobs/s3-blobs.ts";
import { openConnectors } from "../connectors.ts";
import type { ModelPrice, Proposer } from "../field-map/proposer-port.ts";
import { openJournal } from "../journal/open-journal.ts";
import type { Print } from "../model/sayings/printed.ts";
import type { Secret } from "../model/secret.ts";
import { makeDatabaseBudget, makeMemoryBudget } from "../pace/budget-store.ts";
import type { RateCard } from "../stages/survey/rate-card.ts";
import type { Database, Log } from "../store/database/database.ts";
import { openDatabase } from "../store/database/open-database.ts";
import { openStore } from "../store/open-store.ts";
import { loadOrCreateKeyFile } from "../store/secrets/key-file.ts";
import { parseSecretKey } from "../store/secrets/secrets.ts";
import { systemClock } from "../write/retry.ts";
import type { HousekeepingPolicy } from "./delta/scheduled-work.ts";
import type { Dependencies } from "./dependencies.ts";

export interface EngineOptions {
  /** PostgreSQL; without it PGlite under `dataDirectory`. */
  readonly databaseUrl?: Secret;
  readonly dataDirectory: string;
  /** Without it a key file beside the data. */
  readonly secretKey?: Secret;
  readonly proposer: Proposer;
  /** A bucket for files; without it a folder under `dataDirectory`. */
  readonly s3?: S3Options;
  readonly rateCard?: RateCard;
  /** Tokens that a model's drafts of one migration may cost, and their price. */
  readonly modelTokens?: number;
  readonly modelPrice?: ModelPrice;
  /** Puts what leaves this program into words. */
  readonly print: Print;
  readonly log: Log;
  /** Names this program to the next one that finds the directory owned. */
  readonly program: string;
  /** Share of Intercom's quota that stays with the customer's other apps. */
  readonly reserveShare?: number;
  /** What happens by the clock: deltas at 24 and 48 hours and 30 days of retention when absent. */
  readonly housekeeping?: HousekeepingPolicy;
  /** How long Intercom's search may lag, in milliseconds. */
  readonly searchLagMs?: number;
}

export interface Core {
  readonly database: Database;
  readonly deps: Omit<Dependencies, "lease">;
  close(): Promise<void>;
}

export async function openCore(options: EngineOptions): Promise<Core> {
  const { log } = options;
  const database = await openDatabase({
    databaseUrl: options.databaseUrl,
    dataDirectory: options.dataDirectory,
    program: options.program,
    log,
  });
  try {
    const key =
      options.secretKey === undefined
        ? await loadOrCreateKeyFile(options.dataDirectory)
        : parseSecretKey(options.secretKey);
    const store = openStore(database, key);
    const journal = openJournal(database);
    const files = join(options.dataDirectory, "files");
    const blobs = options.s3 ? openS3Blobs(options.s3, join(files, "incoming")) : openBlobFolders(files);
    const connectors = openConnectors({
      blobs,
      budget: (credential) =>
        database.kind === "pglite" ? makeMemoryBudget() : makeDatabaseBudget(database, credential),
      clock: () => new Date(),
      random: Math.random,
      onError: (error) => log.warn({ err: error }, "the budget could not be reached; trying again"),
      ...(options.reserveShare === undefined ? {} : { reserveShare: options.reserveShare }),
      ...(options.searchLagMs === undefined ? {} : { searchLagMs: options.searchLagMs }),
    });
    return {
      database,
      deps: {
        ...{ store, journal, connectors, blobs, log },
        machine: { database: database.kind, freeBytes: () => readFreeBytes(options.dataDirectory) },
        proposer: options.proposer,
        print: options.print,
        clock: () => new Date(),
        time: systemClock,
        newToken: () => randomBytes(32).toString("base64url"),
        newId: randomUUID,
        linkKey: key,
        ...(options.rateCard === undefined ? {} : { rateCard: options.rateCard }),
        ...(options.modelTokens === undefined ? {} : { modelTokens: options.modelTokens }),
        ...(options.modelPrice === undefined ? {} : { modelPrice: options.modelPrice }),
      },
      close: async () => {
        await journal.flush();
        await connectors.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function readFreeBytes(directory: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
