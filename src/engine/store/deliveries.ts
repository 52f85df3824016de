// Keys of events and clicks that were seen before.
import { lt } from "drizzle-orm";
import { delivery } from "../../../drizzle/schema.ts";
import type { Database } from "./database/database.ts";
import type { Deliveries } from "./repositories.ts";

export function makeDeliveries({ drizzle }: Database): Deliveries {
  return {
    async first(key, at) {
      const inserted = await drizzle
        .insert(delivery)
        .values({ key, seenAt: at })
        .onConflictDoNothing()
        .returning({ key: delivery.key });
      return inserted.length === 1;
    },
    async prune(before) {
      const removed = await drizzle
        .delete(delivery)
        .where(lt(delivery.seenAt, before))
        .returning({ key: delivery.key });
      return removed.length;
    },
  };
}
