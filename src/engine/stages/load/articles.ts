// The last phase of a load: collections, articles without links, then their links, when everything they name is there.

import type { ContextBase } from "../../desired/context.ts";
import { articlePages } from "../../desired/help-pages.ts";
import { refKey } from "../../journal/journal.ts";
import type { DesiredArticle, DesiredCollection } from "../../model/desired.ts";
import type { SourceRef } from "../../model/source.ts";
import type { LoadRun } from "./load-run.ts";

/** May be repeated: what stands is not written again. */
export async function loadHelp(
  run: LoadRun,
  base: ContextBase,
  collections: readonly DesiredCollection[],
): Promise<void> {
  // One after another: a collection needs the one above it.
  for (const desired of collections) await loadOne(run, desired, desired.parent ? [desired.parent] : []);
  for await (const articles of articlePages(base)) {
    const applied = await run.tools.journal.loadApplied(
      run.tools.scope,
      articles.map(({ source }) => source),
    );
    for (const article of articles) {
      if (applied.get(refKey(article.source))?.get("create")?.state === "done") {
        run.progress.passed("articles");
        continue;
      }
      await run.add(() => loadOne(run, { ...article, links: [] }, referred(article)));
    }
    await run.drain();
  }
  for await (const articles of articlePages(base)) {
    for (const article of articles) {
      const refs = [...referred(article), ...article.links.map(({ to }) => to)];
      await run.add(() => loadOne(run, article, refs));
    }
    await run.drain();
  }
}

const referred = ({ source, collection }: DesiredArticle): SourceRef[] =>
  collection === undefined ? [source] : [source, collection];

async function loadOne(
  run: LoadRun,
  desired: DesiredArticle | DesiredCollection,
  refs: readonly SourceRef[],
): Promise<void> {
  if (run.stopped) return;
  const { journal, scope } = run.tools;
  const applied = await journal.loadApplied(scope, [desired.source]);
  const links = await journal.loadLinks(scope, refs);
  await run.load("articles", desired, applied, links);
}

/** An article is passed twice: when it is made, and when it is linked. */
export async function countHelp(
  { input }: ContextBase,
  collections: readonly DesiredCollection[],
): Promise<number> {
  return collections.length + 2 * (await input.staging.count(input.migrationId, "article"));
}
