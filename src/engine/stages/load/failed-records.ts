// Keeps the records that did not make it, and strikes out those that since have.
import type { CutoverError } from "../../errors.ts";
import type { EnvironmentName, JournalRef } from "../../model/operation.ts";
import type { Exceptions } from "../../store/repositories.ts";

/** A run with more open exceptions than this keeps the rest listed until they are settled one by one. */
const MAX_KNOWN = 50_000;

export class FailedRecords {
  readonly #store: Exceptions;
  readonly #migrationId: string;
  readonly #environment: EnvironmentName;
  readonly #runId: string;
  /** Code by record. */
  readonly #open = new Map<string, string>();

  constructor(store: Exceptions, migrationId: string, environment: EnvironmentName, runId: string) {
    this.#store = store;
    this.#migrationId = migrationId;
    this.#environment = environment;
    this.#runId = runId;
  }

  async load(): Promise<void> {
    const known = await this.#store.list(this.#migrationId, this.#environment, MAX_KNOWN);
    for (const { source, code } of known) this.#open.set(keyOf(source), code);
  }

  /** Whether a record failed in this way before. */
  isKnown(source: JournalRef, { code }: CutoverError): boolean {
    return this.#open.get(keyOf(source)) === code;
  }

  async record(source: JournalRef, error: CutoverError): Promise<void> {
    const { code, saying, requestId } = error;
    this.#open.set(keyOf(source), code);
    await this.#store.record(this.#migrationId, this.#runId, [
      {
        source,
        environment: this.#environment,
        code,
        saying,
        ...(requestId === undefined ? {} : { requestId }),
      },
    ]);
  }

  /** The record made it. */
  async resolve(source: JournalRef): Promise<void> {
    if (!this.#open.delete(keyOf(source))) return;
    await this.#store.resolve(this.#migrationId, this.#environment, source);
  }
}

const keyOf = ({ type, id }: { readonly type: string; readonly id: string }) => `${type}:${id}`;
