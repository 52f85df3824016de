// Slack installations with their tokens, sealed.
import { eq } from "drizzle-orm";
import { installation } from "../../../drizzle/schema.ts";
import type { Database } from "./database/database.ts";
import type { Installations } from "./repositories.ts";
import type { SecretKey } from "./secrets/secrets.ts";

export function makeInstallations({ drizzle }: Database, key: SecretKey): Installations {
  return {
    async save(name, value) {
      const sealed = key.seal(value, `installation/${name}`);
      await drizzle
        .insert(installation)
        .values({ key: name, sealed })
        .onConflictDoUpdate({ target: installation.key, set: { sealed } });
    },
    async load(name) {
      const [row] = await drizzle.select().from(installation).where(eq(installation.key, name));
      return row === undefined ? undefined : key.unseal(row.sealed, `installation/${name}`);
    },
    async remove(name) {
      await drizzle.delete(installation).where(eq(installation.key, name));
    },
  };
}
