// What the middleware found out about a request, kept in Bolt's context for its listener.
import type { Context } from "@slack/bolt";
import type { Incoming } from "./incoming.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

export interface RequestFacts {
  readonly incoming: Incoming;
  readonly person: PersonInMigration;
}

export const KEY = "cutover";

/** Listeners run only when it is there: the last middleware stops everything else. */
export function factsOf(context: Context): RequestFacts {
  const facts: unknown = context[KEY];
  if (!facts) throw new Error("a listener ran without its context");
  return facts as RequestFacts;
}
