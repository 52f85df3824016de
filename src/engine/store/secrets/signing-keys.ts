// The installation's signing key: made once, whoever comes first, and sealed at rest.
import { eq } from "drizzle-orm";
import { signingKey } from "../../../../drizzle/schema.ts";
import { AbortError } from "../../errors.ts";
import { makeSigningPair } from "../../proof/sign-certificate.ts";
import type { Database } from "../database/database.ts";
import type { SigningKeys } from "../repositories.ts";
import type { SecretKey } from "./secrets.ts";

const NAME = "certificates";
const PURPOSE = `signing-key/${NAME}`;

export function makeSigningKeys({ drizzle }: Database, key: SecretKey): SigningKeys {
  const load = async () => {
    const [row] = await drizzle.select().from(signingKey).where(eq(signingKey.name, NAME));
    if (row === undefined) return undefined;
    return { publicKey: row.publicKey, privateKey: String(key.unseal(row.sealed, PURPOSE)) };
  };
  return {
    async loadOrCreate() {
      const known = await load();
      if (known !== undefined) return known;
      const { publicKey, privateKey } = makeSigningPair();
      const sealed = key.seal(privateKey, PURPOSE);
      await drizzle.insert(signingKey).values({ name: NAME, publicKey, sealed }).onConflictDoNothing();
      const made = await load();
      if (made !== undefined) return made;
      throw new AbortError({ code: "no_signing_key" });
    },
  };
}
