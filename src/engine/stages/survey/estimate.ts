// How many requests and hours a migration takes, from counts and the limits of both sides.
import type { Survey } from "../../model/survey.ts";
import { type RateCard, readPrice } from "./rate-card.ts";

export interface EstimateInput {
  readonly counts: Survey["counts"];
  /** True when notes cost a call a ticket. */
  readonly notesPerTicket: boolean;
  /** True when documents cost one too. */
  readonly documentsPerTicket?: boolean;
  /** Averages of the sample. */
  readonly averageNotes: number;
  /** Share of tickets that were merged or bundled: they cost a second call. */
  readonly mergedShare: number;
  /** Share of tickets that are open: they are asked for their configurations, where there are any. */
  readonly openShare?: number;
  readonly filledCustomFields: number;
  readonly rateCard?: RateCard;
  /** Share of Intercom's limit that is left to the customer's other apps; default a fifth. */
  readonly reserve?: number;
}

/** ConnectWise's guide names about 1,000 requests a minute before it throttles. */
const CONNECTWISE_PER_MINUTE = 1_000;
/** Intercom: 10,000 requests a minute an app, shared with the customer's other apps. */
const INTERCOM_PER_MINUTE = 10_000;
const PAGE = 1_000;
/** Beyond this many records a move is scoped by people, not by a formula. */
const SCOPED_INDIVIDUALLY_ABOVE = 2_000_000;

/** Records that are moved or read: what "volume" means. */
export function countRecords({ company, contact, ticket, timeEntry }: Survey["counts"]): number {
  return company + contact + ticket + timeEntry;
}

export function assembleEstimate(input: EstimateInput): Survey["estimate"] {
  const { counts } = input;
  const sourceRequests = countSourceRequests(input);
  const destinationRequests = countDestinationRequests(input);
  const perMinute = INTERCOM_PER_MINUTE * (1 - (input.reserve ?? 0.2));
  const sourceHours = input.notesPerTicket ? sourceRequests / CONNECTWISE_PER_MINUTE / 60 : 0;
  const loadHours = destinationRequests / perMinute / 60;
  const scopedIndividually = countRecords(counts) > SCOPED_INDIVIDUALLY_ABOVE;
  // At best the two sides overlap fully; at worst they follow each other, with half as much again for throttling.
  const low = Math.max(sourceHours, loadHours);
  const high = (sourceHours + loadHours) * 1.5;
  return {
    sourceRequests,
    destinationRequests,
    hoursLow: roundHours(low),
    hoursHigh: Math.max(roundHours(high), roundHours(low)),
    ...(input.rateCard && !scopedIndividually
      ? {
          price: readPrice(input.rateCard, {
            tickets: counts.ticket,
            contacts: counts.contact,
            timeEntries: counts.timeEntry,
            customFields: input.filledCustomFields,
          }),
        }
      : {}),
    scopedIndividually,
  };
}

/**
 * Pages of a thousand; one call a company for its sites, a ticket for its notes and one for its documents, a board for
 * its statuses, an agreement for its additions, a project for its phases, an open ticket for its SLA goals and its configurations. Files
 * themselves are not counted: how many there are shows only then.
 */
function countSourceRequests(input: EstimateInput): number {
  const { counts, notesPerTicket, mergedShare, openShare = 0 } = input;
  if (!notesPerTicket) return 0;
  const pages = Object.values(counts).reduce((sum, count) => sum + Math.ceil(count / PAGE) + 1, 0);
  const { agreement = 0, project = 0, configuration = 0 } = counts;
  // SLA goals of open tickets, and their configurations.
  const serviceLevels = Math.ceil(counts.ticket * openShare);
  const links = configuration > 0 ? Math.ceil(counts.ticket * openShare) : 0;
  const details = counts.board + counts.company + agreement + project + links + serviceLevels;
  const documents = input.documentsPerTicket ? counts.ticket : 0;
  return pages + details + documents + Math.ceil(counts.ticket * (1 + mergedShare));
}

/**
 * A company: one upsert. A contact: a create and an attachment. A ticket: the conversation, its attributes,
 * team, assignee and state, and one part for each further note and each time entry.
 */
function countDestinationRequests({ counts, averageNotes }: EstimateInput): number {
  const parts = counts.ticket * Math.max(averageNotes - 1, 0) + counts.timeEntry;
  return Math.ceil(counts.company + counts.contact * 2 + counts.ticket * 5 + parts);
}

function roundHours(hours: number): number {
  return Math.max(0.1, Math.round(hours * 10) / 10);
}
