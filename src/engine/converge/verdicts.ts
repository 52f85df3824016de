// What counts as the same value, and the list that verdicts are collected in.

import { numberOfContinued, ticketIdOf } from "../model/continued.ts";
import type { AttributeValue, Desired } from "../model/desired.ts";
import type { FieldVerdict, Verdict } from "../model/reports/certificate.ts";
import type { LeftOff } from "../model/reports/left-off.ts";
import type { Saying } from "../model/sayings/saying.ts";
import type { FieldTrace } from "../transform/trace.ts";
import { toUnix } from "../values/dates.ts";
import { normalizeText } from "../values/text.ts";
import type { ExistingContactPolicy } from "./merge-contact.ts";

export interface CompareOptions {
  /** The contact existed before, and what the map says of such. */
  readonly adopted?: boolean;
  readonly existingContact?: ExistingContactPolicy;
  /** Unix seconds, to tell a snooze that has ended. */
  readonly now?: number;
  /** Names of the attributes that the map fills: a value in one that should be empty is then a discrepancy. */
  readonly ownAttributes?: ReadonlySet<string>;
  /** Unix seconds of the record's first write: a part dated later was written by people. */
  readonly importedAt?: number;
  /** What the record was written without, as Intercom refused it. */
  readonly leftOff?: readonly LeftOff[];
  /** Source value and rule per field, where they are to be shown (`traceFields`). */
  readonly trace?: ReadonlyMap<string, FieldTrace>;
}

export const sameText = (a: string, b: string): boolean => normalizeText(a) === normalizeText(b);
export const sameEmail = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

interface NamedFile {
  readonly name: string;
  readonly size?: number;
}

/** "error.log (1,200 B), trace.zip": names alone where a size isn't told. Sorted, for the order means nothing. */
export function sayFiles(files: readonly NamedFile[] = []): string {
  return files
    .map(({ name, size }) => {
      const plain = normalizeText(name);
      return size === undefined ? plain : `${plain} (${size.toLocaleString("en-US")} B)`;
    })
    .sort()
    .join(", ");
}

/** Intercom may add a country code or take spaces out; the digits must end alike. */
export function samePhone(a: string, b: string): boolean {
  const [left, right] = [a.replace(/\D/g, ""), b.replace(/\D/g, "")];
  return (
    left === right ||
    (left.length >= 7 && right.endsWith(left)) ||
    (right.length >= 7 && left.endsWith(right))
  );
}

/** Numbers within rounding; a datetime as ISO-8601 or Unix seconds; texts but for spacing. */
export function sameValue(desired: AttributeValue, observed: AttributeValue): boolean {
  if (desired === observed) return true;
  if (typeof desired === "number" && typeof observed !== "boolean") {
    return observed !== "" && Math.abs(desired - Number(observed)) < 1e-6;
  }
  if (typeof desired === "boolean") return String(desired) === String(observed);
  if (typeof desired === "string" && typeof observed === "number") return toUnix(desired) === observed;
  if (typeof desired !== "string" || typeof observed !== "string") return false;
  const at = toUnix(desired);
  return (at !== undefined && at === toUnix(observed)) || sameText(desired, observed);
}

export const show = (value: AttributeValue | undefined): string =>
  value === undefined ? "nothing" : String(value).slice(0, 500).toWellFormed();

const REFUSED = { code: "refused_by_intercom" } as const;

/** Collects verdicts of one record. */
export class VerdictList {
  readonly list: FieldVerdict[] = [];
  readonly #desired: Desired;
  /** Of a ticket's second conversation and those after it: `continued[2].`. */
  readonly #prefix: string;
  readonly #source: FieldVerdict["source"];
  readonly #destinationId: string | undefined;
  readonly #options: CompareOptions;

  constructor(desired: Desired, destinationId: string | undefined, options: CompareOptions) {
    this.#desired = desired;
    const { source } = desired;
    const number = numberOfContinued(source);
    // Whoever reads it knows the ticket's number.
    this.#source = number === undefined ? source : { ...source, id: ticketIdOf(source.id) };
    this.#prefix = number === undefined ? "" : `continued[${number}].`;
    this.#destinationId = destinationId;
    this.#options = options;
  }

  /** Compares one field; an alteration of that field turns `same` into `altered`. */
  check<T extends AttributeValue>(
    field: string,
    desired: T,
    observed: T | undefined,
    same: (a: T, b: T) => boolean = (a, b) => a === b,
  ): void {
    const refused = this.#options.leftOff?.some((one) => one.field === field) ?? false;
    if (refused && (observed === undefined || !same(desired, observed)))
      this.add(field, show(desired), show(observed), "altered", REFUSED);
    else if (observed === undefined) this.add(field, show(desired), "nothing", "missing");
    else if (!same(desired, observed)) this.add(field, show(desired), show(observed), "different");
    else {
      const alteration = this.#desired.alterations.find((one) => one.field === field);
      if (alteration) {
        const { what, detail } = alteration;
        const reason = { code: "altered", args: { what, detail } } as const;
        this.add(field, show(desired), show(observed), "altered", reason);
      } else this.add(field, show(desired), show(observed), "same");
    }
  }

  /** A field that should be empty; says nothing where it is. */
  none(field: string, observed: AttributeValue | undefined): void {
    if (observed === undefined || observed === "" || observed === false) return;
    this.add(field, "nothing", show(observed), "extra");
  }

  add(field: string, desired: string, observed: string, verdict: Verdict, reason?: Saying): void {
    const trace = this.#options.trace?.get(field);
    this.list.push({
      source: this.#source,
      ...(this.#destinationId === undefined ? {} : { destinationId: this.#destinationId }),
      field: `${this.#prefix}${field}`,
      ...(trace ?? {}),
      desired,
      observed,
      verdict,
      ...(reason === undefined ? {} : { reason }),
    });
  }
}
