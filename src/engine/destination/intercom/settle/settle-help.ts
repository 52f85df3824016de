// What became of a lost write to the Help Center: both lists are read whole, and neither lags.
import type { Settlement } from "../../../model/action.ts";
import { normalizeText } from "../../../values/text.ts";
import type { HelpAction, HelpCenter } from "../help-center.ts";
import { wordsOf } from "../writes/match-part.ts";
import { isFresh } from "../writes/write-records.ts";
import { ABSENT, applied } from "./settle-conversation.ts";

const same = (a: string | null | undefined, b: string) => normalizeText(a ?? "") === normalizeText(b);

/** Name and description, title and words: both name the record of the source, so that twins can't be mistaken. */
export async function settleHelp(
  help: HelpCenter,
  action: HelpAction,
  sentAt: Date,
  taken: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Settlement> {
  switch (action.kind) {
    case "create-collection":
      for await (const one of help.listCollections(signal)) {
        const ours = same(one.name, action.name) && same(one.description, action.description);
        if (ours && isFresh(one.created_at, sentAt) && !taken.has(one.id)) return applied(one.id, true);
      }
      return ABSENT;
    case "create-article":
      for await (const one of help.listArticles(signal)) {
        const ours = same(one.title, action.title) && wordsOf(one.body ?? "") === wordsOf(action.body);
        if (ours && isFresh(one.created_at, sentAt) && !taken.has(one.id)) return applied(one.id, true);
      }
      return ABSENT;
    case "update-collection": {
      const found = await help.collection(action.collectionId, signal);
      const holds = found && same(found.name, action.name) && same(found.description, action.description);
      return holds ? applied(found.id, false) : ABSENT;
    }
    case "update-article": {
      const found = await help.article(action.articleId, signal);
      if (!found || !same(found.title, action.title)) return ABSENT;
      const addresses = addressesIn(found.body);
      const wanted = addressesIn(await help.fill(action.body, action.links, signal));
      const holds =
        wordsOf(found.body) === wordsOf(action.body) && wanted.every((one) => addresses.includes(one));
      return holds ? applied(found.id, false) : ABSENT;
    }
    case "delete-article":
      return (await help.article(action.articleId, signal)) ? ABSENT : applied(action.articleId, false);
    case "delete-collection":
      return (await help.collection(action.collectionId, signal))
        ? ABSENT
        : applied(action.collectionId, false);
  }
}

const addressesIn = (body: string) => [...body.matchAll(/\bhref="([^"]*)"/g)].map(([, href = ""]) => href);
