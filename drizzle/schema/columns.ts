// Column types that PGlite and PostgreSQL answer alike.
import { customType } from "drizzle-orm/pg-core";

/**
 * `json`, never `jsonb`: customer text may hold `\u0000` and lone surrogates, which jsonb refuses, and the
 * audit chain needs back exactly what it hashed. Both drivers parse it; a JSON string is not parsed twice.
 */
export const document = customType<{ data: unknown; driverData: string }>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});
