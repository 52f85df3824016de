// How many records a list holds, by its `/count`.
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
  const isExpected = (answer: unknown) => countAnswer.safeParse(answer).success;
  return countAnswer.parse(await client.get(`${path}/count`, query, signal, "answer", isExpected)).count;
}
