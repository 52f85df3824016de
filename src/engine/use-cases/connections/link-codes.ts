// The second half of a one-time link: a code that stands beside it in Slack, where one person alone can see it.
import { RefusedError } from "../../errors.ts";
import type { Dependencies } from "../dependencies.ts";
import { checkCredentialLink, tokenDigest } from "./connect.ts";

const DIGITS = 6;
/** Wrong codes until the link is used up: guessing a million takes longer. */
const ATTEMPTS = 5;

export const codeOfLink = ({ linkKey }: Pick<Dependencies, "linkKey">, token: string): string => {
  const bytes = Buffer.from(linkKey.authenticate(token, "code of a one-time link"), "base64url");
  return String(bytes.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, "0");
};

/** Whoever only found the address does not know the code; each wrong one brings the link nearer to its end. */
export function makeLinkProof(deps: Dependencies) {
  const wrong = new Map<string, number>();
  return async (token: string, code: string): Promise<void> => {
    await checkCredentialLink(deps, token);
    if (code.replace(/\D/g, "") === codeOfLink(deps, token)) return;
    const key = tokenDigest(token);
    const attempts = (wrong.get(key) ?? 0) + 1;
    wrong.set(key, attempts);
    const left = ATTEMPTS - attempts;
    if (left <= 0) {
      wrong.delete(key);
      await deps.store.links.use(key, deps.clock());
      throw new RefusedError({ code: "link_guessed" });
    }
    throw new RefusedError({ code: "wrong_link_code", args: { triesLeft: left } });
  };
}
