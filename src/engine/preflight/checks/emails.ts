// Source e-mails that several users of the workspace bear: Intercom can't tell which of them a contact is.
import { type Check, ofIntercom, type PreflightContext } from "../check.ts";

/** Ten requests of the quota at most: a sample, which says how much of all was looked at. */
const MOST = 150;

export const emails: Check = {
  name: "shared-emails",
  system: ofIntercom,
  async run(context) {
    const wanted = await someEmails(context);
    const users = await context.production.destination.countUsersByEmail(wanted, context.signal);
    const shared = wanted.filter((email) => (users.get(email) ?? 0) > 1);
    const looked = wanted.length;
    return shared.length === 0
      ? { result: "passed", code: "emails_single", args: { looked } }
      : { result: "warning", code: "emails_shared", args: { emails: shared.slice(0, 10), looked } };
  },
};

/** Of what was extracted, spread over all of it; of a sample of the source before. */
async function someEmails({ extract, migrationId, source, signal }: PreflightContext) {
  const found = new Set<string>();
  const total = await extract.count(migrationId, "contact");
  const contacts =
    total > 0
      ? await loadSome({ extract, migrationId }, total)
      : await source.fetchSample("contact", MOST, signal);
  for (const { email } of contacts) if (email && found.size < MOST) found.add(email.trim().toLowerCase());
  return [...found];
}

const PAGE = 1000;

async function loadSome(
  { extract, migrationId }: Pick<PreflightContext, "extract" | "migrationId">,
  total: number,
) {
  const ids: string[] = [];
  const step = Math.max(1, Math.floor(total / (2 * MOST)));
  let after: string | undefined;
  let at = 0;
  for (;;) {
    const page = await extract.listIds(migrationId, "contact", after, PAGE);
    for (const id of page) if (at++ % step === 0) ids.push(id);
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  return [...(await extract.load(migrationId, "contact", ids)).values()];
}
