// The filter of the field diff, as it stands in an address.
import type { Verdict } from "../../engine/model/reports/certificate.ts";

export const VERDICTS: readonly Verdict[] = ["missing", "different", "extra", "altered", "same"];
export const TYPES = ["ticket", "contact", "company"] as const;
export const SIZES = [100, 500, 2000] as const;

export interface SampleFilter {
  readonly search?: string;
  readonly verdict?: Verdict;
  readonly type?: string;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** What makes no sense is left out: an address is typed by anyone. */
export function parseSampleFilter(query: Readonly<Record<string, string>>): SampleFilter {
  const search = (query.q ?? "").trim().slice(0, 200);
  const verdict = VERDICTS.find((one) => one === query.verdict);
  const type = TYPES.find((one) => one === query.type);
  const page = Number.parseInt(query.page ?? "", 10);
  return {
    ...(search === "" ? {} : { search }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(type === undefined ? {} : { type }),
    page: Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
    size: SIZES.find((one) => String(one) === query.rows) ?? SIZES[0],
  };
}

/** `?q=…`, what is the default left out. */
export function filterQuery(filter: SampleFilter, change: Partial<SampleFilter> = {}): string {
  const { search, verdict, type, page, size } = { ...filter, ...change };
  const query = new URLSearchParams({
    ...(search === undefined ? {} : { q: search }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(type === undefined ? {} : { type }),
    ...(size === SIZES[0] ? {} : { rows: String(size) }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return `?${query}`;
}
