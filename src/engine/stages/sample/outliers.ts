// The tickets that go into every sample: the largest of each kind or, where only lists were read, the likeliest; pure.
import type { SourceTimeEntry, TicketBundle } from "../../model/source/source.ts";

export interface Outliers<T> {
  /** `candidate` stands for the ticket in `list`. */
  add(bundle: TicketBundle, candidate: T): void;
  /** Each once, however many kinds it is of. */
  list(): readonly T[];
}

type Ratings = Readonly<Record<string, (bundle: TicketBundle) => number>>;

const LARGEST: Ratings = {
  notes: ({ notes }) => notes.length,
  time: ({ timeEntries }) => timeEntries.length,
  longText: ({ notes }) => Math.max(0, ...notes.map((note) => note.text.length)),
  largestFile: ({ documents = [] }) => Math.max(0, ...documents.map(({ file }) => file?.size ?? 0)),
  files: ({ documents = [] }) => documents.length,
  customFields: ({ ticket }) => ticket.customFields.length,
};

/**
 * ConnectWise's lists say nothing of how many notes or files a ticket has, nor how long they are. What they do say goes
 * along with it: how often and how long people worked on it, what they wrote while they did, how long it lived, and
 * whether it has children.
 */
const LIKELIEST: Ratings = {
  time: ({ timeEntries }) => timeEntries.length,
  hours: ({ timeEntries }) => hoursOf(timeEntries),
  longText: ({ timeEntries }) => Math.max(0, ...timeEntries.map(textLength)),
  lifetime: ({ ticket }) => lifetimeMs(ticket),
  children: ({ ticket, timeEntries }) => (ticket.hasChildTicket ? 1 + hoursOf(timeEntries) : 0),
  customFields: ({ ticket }) => ticket.customFields.length,
};

/** A likely one may turn out to be small, so more of them are taken. */
const LIKELY_ONES = 5;

export function makeOutliers<T>(listsOnly: boolean): Outliers<T> {
  const kept = listsOnly ? LIKELY_ONES : 1;
  const kinds = Object.values(listsOnly ? LIKELIEST : LARGEST).map((rate) => ({
    rate,
    /** Best first; of equals, the earlier. */
    best: [] as { readonly score: number; readonly candidate: T }[],
  }));
  return {
    add(bundle, candidate) {
      for (const { rate, best } of kinds) {
        const score = rate(bundle);
        if (score <= (best.length < kept ? 0 : (best.at(-1)?.score ?? 0))) continue;
        const at = best.findIndex((other) => other.score < score);
        best.splice(at < 0 ? best.length : at, 0, { score, candidate });
        best.length = Math.min(best.length, kept);
      }
    },
    list: () => [...new Set(kinds.flatMap(({ best }) => best.map(({ candidate }) => candidate)))],
  };
}

const hoursOf = (entries: readonly SourceTimeEntry[]) =>
  entries.reduce((sum, { actualHours }) => sum + actualHours, 0);

const textLength = ({ notes = "", internalNotes = "" }: SourceTimeEntry) =>
  Math.max(notes.length, internalNotes.length);

/** `lastUpdated` of a closed ticket may be a clean-up of years later, so its end counts. */
function lifetimeMs({ dateEntered, closedDate, lastUpdated }: TicketBundle["ticket"]): number {
  const lived = Date.parse(closedDate ?? lastUpdated ?? "") - Date.parse(dateEntered ?? "");
  return Number.isNaN(lived) ? 0 : lived;
}
