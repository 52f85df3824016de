// Adds up compared records to a certificate: counts, discrepancies, digests over everything in order.
import { createHash } from "node:crypto";
import { numberOfContinued } from "../../model/continued.ts";
import type { Desired } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type {
  Certificate,
  Discrepancy,
  FieldVerdict,
  ObjectCounts,
} from "../../model/reports/certificate.ts";
import type { ComparedRecord } from "./record.ts";

type Counts = { -readonly [K in keyof ObjectCounts]: ObjectCounts[K] };
type Tallied = Pick<
  Certificate,
  "objects" | "fieldsCompared" | "partsCompared" | "discrepancies" | "desiredHash" | "observedHash"
>;

export const isDiscrepancy = (verdict: FieldVerdict): verdict is Discrepancy =>
  verdict.verdict === "missing" || verdict.verdict === "different" || verdict.verdict === "extra";

const zero = (): Counts => ({ expected: 0, found: 0, same: 0, discrepant: 0 });

export class CertificateTally {
  readonly #objects: Record<"company" | "contact" | "conversation", Counts> &
    Partial<Record<Desired["kind"], Counts>> = { company: zero(), contact: zero(), conversation: zero() };
  readonly #discrepancies: Discrepancy[] = [];
  readonly #desired = createHash("sha256");
  readonly #observed = createHash("sha256");
  /** The ticket that a further conversation belongs to: the last one added. */
  #ticket = { found: false, same: false };
  #fields = 0;
  #parts = 0;

  /** In the order of the records, or the digests mean nothing. */
  add({ desired, observed, verdicts }: ComparedRecord): void {
    const counts = this.#objects[desired.kind] ?? zero();
    this.#objects[desired.kind] = counts;
    const found = verdicts.filter(isDiscrepancy);
    const [isThere, isSame] = [observed !== null, found.length === 0];
    if (numberOfContinued(desired.source) !== undefined) this.#addContinued(counts, isThere, isSame);
    else {
      counts.expected += 1;
      if (isThere) counts.found += 1;
      counts[isSame ? "same" : "discrepant"] += 1;
      this.#ticket = { found: isThere, same: isSame };
    }
    this.#discrepancies.push(...found);
    this.#fields += verdicts.length;
    if (desired.kind === "conversation") this.#parts += desired.parts.length;
    this.#desired.update(`${contentHash(desired)}\n`);
    this.#observed.update(`${contentHash(observed)}\n`);
  }

  /** A ticket counts once: it is found, or as it should be, when all of its conversations are. */
  #addContinued(counts: Counts, isThere: boolean, isSame: boolean): void {
    counts.continued = (counts.continued ?? 0) + 1;
    const ticket = this.#ticket;
    if (!isThere && ticket.found) counts.found -= 1;
    if (!isSame && ticket.same) {
      counts.same -= 1;
      counts.discrepant += 1;
    }
    this.#ticket = { found: ticket.found && isThere, same: ticket.same && isSame };
  }

  result(): Tallied {
    return {
      objects: this.#objects,
      fieldsCompared: this.#fields,
      partsCompared: this.#parts,
      discrepancies: this.#discrepancies,
      desiredHash: this.#desired.copy().digest("hex"),
      observedHash: this.#observed.copy().digest("hex"),
    };
  }
}
