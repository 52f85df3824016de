// What the commands about proofs share.
import type { Actor } from "../engine/model/migration.ts";
import type { Operator } from "../engine/operator.ts";
import type { Streams } from "./output.ts";

export interface ProofTools {
  readonly streams: Streams;
  readonly actor: Actor;
  /** Finds the migration that FILE names; its credentials are not kept. */
  readonly withMigration: (
    path: string,
    use: (operator: Operator, migrationId: string) => Promise<number>,
  ) => Promise<void>;
  readonly withOperator: (use: (operator: Operator) => Promise<number>) => Promise<void>;
  /** Where the bot's pages are; without it only the path is printed. */
  readonly publicUrl: string | undefined;
  readonly exit: (code: number) => void;
}

/** Exit code of a check that failed. */
export const REFUSED = 3;
export const FILE = "the migration, as JSON (README.md)";
