// Before anything else: what a source holds, how clearly it can be moved, how long that takes and what it costs.
import { distinct } from "../../model/sayings/distinct.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import type { SourceRecords, SourceTicket } from "../../model/source/source.ts";
import type { RightsReport, Survey } from "../../model/survey.ts";
import type { SampledType, Source } from "../../source/port.ts";
import { surveyAssets } from "./assets.ts";
import { measureCustomFields } from "./custom-fields.ts";
import { findOddCases } from "./edge-cases.ts";
import { assembleEstimate } from "./estimate.ts";
import { assembleGrade } from "./grade.ts";
import { surveyLeftBehind } from "./left-behind.ts";
import { fetchBoardCounts, fetchCountOrWarn, fetchList, warnOrThrow } from "./lists.ts";
import type { RateCard } from "./rate-card.ts";
import { surveyThreads } from "./threads.ts";

export interface SurveyRequest {
  readonly source: Source;
  readonly clock: () => Date;
  readonly signal?: AbortSignal;
  /** For a price; none is named without it. */
  readonly rateCard?: RateCard;
  /** Tickets and contacts to look at, half newest and half oldest; default 500. */
  readonly sampleSize?: number;
  /** Share of Intercom's limit that stays with the customer's other apps; default 0.2. */
  readonly reserve?: number;
}

/** A company costs a call for its sites, so fewer of them are looked at. */
const COMPANY_SAMPLE = 150;

/**
 * Reads some hundred requests' worth and writes nothing.
 * @throws CutoverErrors of the source; a right that is missing for a part only becomes a warning
 */
export async function survey(request: SurveyRequest): Promise<Survey> {
  const { source, signal } = request;
  const size = request.sampleSize ?? 500;
  const warnings: Saying[] = [];
  const warn = (saying: Saying) => void warnings.push(saying);
  const surveyedAt = request.clock().toISOString();
  const { system, key, title } = await source.identify();
  const rights = await source.fetchRights();
  for (const saying of warnOfRights(rights)) warn(saying);
  for (const saying of (await source.fetchRemarks?.()) ?? []) warn(saying);

  const boards = await fetchList(source, "board", warn, signal);
  const members = await fetchList(source, "member", warn, signal);
  const slas = await fetchList(source, "sla", warn, signal);
  const priorities = await fetchList(source, "priority", warn, signal);
  const boardCounts = await fetchBoardCounts(source, boards);
  for (const { name, readable } of boardCounts) {
    if (!readable) warn({ code: "board_closed_to_us", args: { board: name } });
  }
  const assets = await surveyAssets(source, warn, signal);
  const counts = {
    board: boards.length,
    member: members.length,
    company: await fetchCountOrWarn(source, "company", warn),
    contact: await fetchCountOrWarn(source, "contact", warn),
    ticket: await fetchCountOrWarn(source, "ticket", warn),
    timeEntry: await fetchCountOrWarn(source, "timeEntry", warn),
    ...assets.counts,
  };
  for (const [type, arrived] of [
    ["board", boards],
    ["member", members],
  ] as const) {
    const counted = await fetchCountOrWarn(source, type, warn);
    if (counted > arrived.length) {
      warn({ code: "count_differs", args: { type, counted, shown: arrived.length } });
    }
  }

  const sample = <T extends SampledType>(type: T, most: number): Promise<readonly SourceRecords[T][]> =>
    source.fetchSample(type, most, signal).catch(async (error: unknown) => {
      if (type === "ticket") throw error;
      await warnOrThrow(error, source, warn, signal);
      return [];
    });
  const tickets = await sample("ticket", size);
  const companies = await sample("company", Math.min(size, COMPANY_SAMPLE));
  const contacts = await sample("contact", size);
  const customFields = measureCustomFields(await source.fetchCustomFields(), {
    ticket: tickets,
    company: companies,
    contact: contacts,
  });
  const threads = await surveyThreads(source, tickets, counts.ticket, signal);
  const oddCases = [
    ...findOddCases({ counts, tickets, companies, contacts, boards, members, slas, customFields }),
    ...threads.oddCases,
    ...assets.oddCases,
    ...(await surveyLeftBehind(source, warn, signal)),
  ];
  const estimate = assembleEstimate({
    counts,
    notesPerTicket: source.notesPerTicket,
    documentsPerTicket: source.fetchDocuments !== undefined,
    averageNotes: threads.averageNotes,
    mergedShare: shareOf(tickets, isMergedOrBundled),
    openShare: shareOf(tickets, ({ closed }) => !closed),
    filledCustomFields: customFields.filter(({ fillRate = 0 }) => fillRate > 0).length,
    ...(request.rateCard ? { rateCard: request.rateCard } : {}),
    ...(request.reserve === undefined ? {} : { reserve: request.reserve }),
  });
  const seenStatus = Map.groupBy(tickets, ({ board, status }) => `${board?.id}/${status?.id}`);
  const seenPriority = Map.groupBy(tickets, ({ priority }) => priority?.id);
  return {
    surveyedAt,
    source: { system, key, title },
    counts,
    rights,
    boards: boardCounts,
    statuses: boards.flatMap((board) =>
      board.statuses.map(({ id, name, closed }) => ({
        boardId: board.id,
        id,
        name,
        closed,
        seen: seenStatus.get(`${board.id}/${id}`)?.length ?? 0,
      })),
    ),
    priorities: priorities.map(({ id, name }) => ({ id, name, seen: seenPriority.get(id)?.length ?? 0 })),
    slas: slas.map(({ id, name }) => ({ id, name })),
    members: members.map(({ id, name, email, inactive }) => ({
      id,
      name,
      ...(email === undefined ? {} : { email }),
      inactive,
    })),
    customFields,
    oddCases,
    grade: assembleGrade({ counts, rights, boards: boardCounts, customFields, oddCases, estimate }),
    estimate,
    warnings: distinct(warnings),
  };
}

function* warnOfRights({ modules }: RightsReport): Generator<Saying> {
  for (const { module, level, enough } of modules) {
    if (!enough) {
      yield { code: "right_too_small", args: { module, level } };
    }
    if (level === "Custom") {
      yield { code: "right_custom", args: { module } };
    }
  }
}

function isMergedOrBundled(ticket: SourceTicket): boolean {
  return (
    ticket.hasChildTicket || ticket.parentTicketId !== undefined || ticket.mergedParentTicketId !== undefined
  );
}

function shareOf<T>(records: readonly T[], matches: (record: T) => boolean): number {
  return records.length === 0 ? 0 : records.filter(matches).length / records.length;
}
