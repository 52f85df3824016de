// Answers to questions, from the engine's own read models: never an invented number.
import type { StatusReport, TicketWhereabouts } from "../../engine/engine.ts";
import type { Exception } from "../../engine/model/run.ts";
import { moment } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import { bullets } from "../blocks/block.ts";
import { escapeMrkdwn, joinWithin } from "../blocks/limits.ts";
import type { ConversationState } from "../conversation/state.ts";
import { waitsFor } from "../conversation/waiting.ts";
import type { Waiting } from "../steps/step.ts";
import { formatGroup, groupExceptions } from "./exception-groups.ts";
import { explainHalt } from "./explain-halt.ts";

export function formatWaiting(waiting: Waiting, words: Words): string {
  if (waiting === "nobody") return words.status.nothing;
  if (waiting === "cutover") return words.status.works;
  return words.status.waitsFor(words.role(waiting));
}

export function buildStatus(report: StatusReport, state: ConversationState, words: Words): string {
  const { journal, certificate } = report;
  const sum = Object.values(journal).reduce((total, number) => total + number, 0);
  const done = (journal.done ?? 0) + (journal.undone ?? 0);
  const lines = [
    words.status.headline(escapeMrkdwn(report.migration.title), words.where(state.step)),
    state.halt
      ? words.status.halted(explainHalt(state.halt, words, 240))
      : formatWaiting(waitsFor(state), words),
    ...(sum > 0 ? [words.status.journal(done, sum - done), words.status.exceptions(report.exceptions)] : []),
    ...(certificate
      ? [words.status.certificate(certificate.discrepancies, moment(certificate.verifiedAt))]
      : []),
  ];
  return joinWithin(lines);
}

/** Further conversations that are named: 9,000 messages. */
const FURTHER = 20;

export function buildWhereabouts(
  ticketId: string,
  found: TicketWhereabouts | undefined,
  words: Words,
): string {
  if (!found) return words.ticket.missing(escapeMrkdwn(ticketId, 40));
  const first = words.ticket.found(
    escapeMrkdwn(found.ticketId, 40),
    escapeMrkdwn(found.conversationId, 60),
    escapeMrkdwn(found.title, 200),
    found.environment,
  );
  if (!found.continued) return first;
  const shown = found.continued.slice(0, FURTHER).map((id) => escapeMrkdwn(id, 60));
  return joinWithin([first, words.ticket.goesOn(shown.join(", "))]);
}

/** How many kinds of trouble are told, and how many records of each. */
const GROUPS = 5;
const RECORDS = 3;

export function buildExceptions(
  exceptions: { readonly total: number; readonly first: readonly Exception[] },
  words: Words,
): string {
  if (exceptions.total === 0) return words.exceptions.none;
  const groups = groupExceptions(exceptions.first).slice(0, GROUPS);
  const lines = groups.flatMap(({ example, records }) => [
    formatGroup({ example, records }, words),
    ...records
      .slice(0, RECORDS)
      .map(({ source, code, requestId }) =>
        bullets([
          words.exceptions.record(
            source.type,
            escapeMrkdwn(source.id, 40),
            escapeMrkdwn(code, 60),
            requestId === undefined ? undefined : escapeMrkdwn(requestId, 60),
          ),
        ]),
      ),
  ]);
  return joinWithin([words.exceptions.title(exceptions.total), ...lines, words.exceptions.again]);
}

export const buildHelp = (words: Words): string => words.help.join("\n");
