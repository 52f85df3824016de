// Report pages as CSV, read from the engine by the page and streamed, however long they are.
import type { Engine, ReportPage } from "../../engine/engine.ts";
import { telling } from "../../words/en/telling.ts";
import { streamCsv } from "./csv.ts";
import { sayChange } from "./delta-page.ts";
import { parseSampleFilter } from "./sample-filter.ts";

const PAGE = 2000;
/** The engine's list of exceptions has no pages; more than this nobody works through. */
const MOST_EXCEPTIONS = 100_000;

type Line = readonly (string | number | undefined)[];

/** Undefined for a page that has no table of its own. */
export function openDownload(
  engine: Engine,
  migrationId: string,
  page: ReportPage,
  query: Readonly<Record<string, string>>,
): ReadableStream<Uint8Array> | undefined {
  switch (page) {
    case "sample":
      return streamCsv(
        [
          "record",
          "id",
          "intercom id",
          "field",
          "source value",
          "rule",
          "should be",
          "is",
          "verdict",
          "reason",
        ],
        sampleLines(engine, migrationId, query),
      );
    case "tickets":
      return streamCsv(["ticket", "title", "conversation", "link"], ticketLines(engine, migrationId));
    case "exceptions":
      return streamCsv(
        ["record", "id", "code", "message", "remedy", "request"],
        exceptionLines(engine, migrationId),
      );
    case "delta":
      return streamCsv(
        ["ticket", "title", "what happened", "conversation", "changed on both sides"],
        deltaLines(engine, migrationId),
      );
    case "certificate":
    case "work":
    case "guides":
    case "survey":
      return undefined;
  }
}

async function* sampleLines(
  engine: Engine,
  migrationId: string,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<readonly Line[]> {
  const { page: _page, size: _size, ...filter } = parseSampleFilter(query);
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await engine.sampleRows(migrationId, { ...filter, offset, limit: PAGE });
    yield rows.map((row) => [
      ...[row.source.type, row.source.id, row.destinationId, row.field, row.sourceValue, row.rule],
      ...[row.desired, row.observed, row.verdict, row.reason && telling.say(row.reason)],
    ]);
    if (rows.length < PAGE) return;
  }
}

async function* ticketLines(engine: Engine, migrationId: string): AsyncGenerator<readonly Line[]> {
  for (let after: string | undefined; ; ) {
    const links = await engine.ticketLinks(migrationId, after, PAGE);
    // A ticket that goes on has a line for each of its conversations.
    yield links.flatMap((link) =>
      [link, ...(link.continued ?? [])].map(({ conversationId, url }) => [
        ...[link.ticketId, link.title, conversationId, url],
      ]),
    );
    after = links.at(-1)?.ticketId;
    if (links.length < PAGE) return;
  }
}

async function* deltaLines(engine: Engine, migrationId: string): AsyncGenerator<readonly Line[]> {
  const summary = await engine.deltaSummary(migrationId);
  if (!summary) return;
  const conflicts = new Map(summary.conflicts.list.map((one) => [one.ticketId, telling.say(one.what)]));
  for (let start = 0; start < summary.changes.length; start += PAGE) {
    yield summary.changes.slice(start, start + PAGE).map((change) => {
      const { ticketId, title, conversationId } = change;
      return [ticketId, title, sayChange(change), conversationId, conflicts.get(ticketId)];
    });
  }
}

async function* exceptionLines(engine: Engine, migrationId: string): AsyncGenerator<readonly Line[]> {
  const { first } = await engine.exceptions(migrationId, MOST_EXCEPTIONS);
  yield first.map(({ source, code, saying, requestId }) => {
    const { message, remedy } = telling.explain(saying);
    return [source.type, source.id, code, message, remedy, requestId];
  });
}
