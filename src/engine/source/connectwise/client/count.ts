// How many records a list holds, by its `/count`.
import { AbortError } from "../../../errors.ts";
import { countAnswer } from "../records/schema.ts";
import type { ConnectWiseClient } from "./client.ts";

/** @param path of the list, without `/count` */
export async function fetchCount(
  client: ConnectWiseClient,
  path: string,
  conditions: readonly string[] = [],
  signal?: AbortSignal,
): Promise<number> {
  const query = { conditions: conditions.join(" and ") || undefined };
  const read = countAnswer.safeParse(await client.get(`${path}/count`, query, signal));
  if (read.success) return read.data.count;
  throw new AbortError({
    code: "count_unreadable",
    message: `ConnectWise's count of ${path} is no number.`,
    remedy: "Check that the address is ConnectWise's API; otherwise report it.",
  });
}
