// The desk: tickets of both lists with their time entries and notes, odd cases included.
import { inlineImageGuid } from "./documents.ts";
import { makeNoteBook, type NoteBook } from "./notes.ts";
import { ODD_NAMES, type OddName, type OddTickets, oddIndex, twistNotes, twistTicket } from "./odd-cases.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { makeProjectTicket, type Phase, type Project } from "./projects.ts";
import type { ProjectTicket, Ticket, TimeEntry } from "./records.ts";
import { makeTicket } from "./tickets.ts";
import { makeLooseTimeEntries, makeTimeEntries } from "./time-entries.ts";
import type { World } from "./world.ts";

const FIRST_TIME_ENTRY_ID = 30_001;
const IN_BOTH_LISTS = 2;

type FindTicket = (
  id: number,
) =>
  | { readonly kind: "service"; readonly ticket: Ticket }
  | { readonly kind: "project"; readonly ticket: ProjectTicket }
  | undefined;

export interface Desk {
  readonly tickets: Ticket[];
  readonly projectTickets: ProjectTicket[];
  readonly timeEntries: TimeEntry[];
  readonly noteBook: NoteBook;
  readonly odd: OddTickets;
  /** By id, in either list; one that stands in both is found as a project ticket. */
  readonly findTicket: FindTicket;
}

interface DeskOptions {
  readonly projects: readonly Project[];
  readonly phases: readonly Phase[];
  readonly count: number;
  readonly plant: PlantSecret;
}

/** A project ticket as the list of service tickets shows it. */
function asServiceTicket(ticket: ProjectTicket): Ticket {
  const { isIssueFlag, project, phase, wbsCode, budgetHours, predecessorClosedFlag, duration, ...rest } =
    ticket;
  const recordType = isIssueFlag ? "ProjectIssue" : "ProjectTicket";
  return {
    ...rest,
    recordType,
    severity: "Medium",
    impact: "Medium",
    hasChildTicket: false,
    hasMergedChildTicketFlag: false,
  };
}

export function makeDesk(world: World, { projects, phases, count, plant }: DeskOptions): Desk {
  const timeEntries: TimeEntry[] = makeLooseTimeEntries(world, FIRST_TIME_ENTRY_ID);
  const projectTickets: ProjectTicket[] = [];
  const serviceCount = Math.max(0, count - IN_BOTH_LISTS);
  for (let index = 0; index < Math.max(12, Math.floor(count / 30)); index += 1) {
    const made = makeProjectTicket(world, projects, phases, index);
    if (!made) break;
    projectTickets.push(made.ticket);
    timeEntries.push(
      ...makeTimeEntries(
        world,
        made.ticket,
        made.story,
        "ProjectTicket",
        FIRST_TIME_ENTRY_ID + timeEntries.length,
      ),
    );
  }
  const tickets: Ticket[] = [];
  for (let index = 0; index < serviceCount; index += 1) {
    const made = makeTicket(world, index, serviceCount, plant);
    tickets.push(made.ticket);
    timeEntries.push(
      ...makeTimeEntries(
        world,
        made.ticket,
        made.story,
        "ServiceTicket",
        FIRST_TIME_ENTRY_ID + timeEntries.length,
      ),
    );
  }
  const odd = twistTickets(tickets);
  tickets.push(...projectTickets.slice(0, Math.min(count, IN_BOTH_LISTS)).map(asServiceTicket));

  const findTicket = indexedById(tickets, projectTickets);
  const oddName = new Map(Object.entries(odd).map(([name, id]) => [id, name as OddName]));
  const imageUrl = `https://na.myconnectwise.net/v4_6_release/api/inlineimages/brightharbor/${inlineImageGuid(world.seed)}`;
  const noteBook = makeNoteBook({
    seed: world.seed,
    nowMs: world.nowMs,
    find: findTicket,
    twist(ticketId, notes, ticket) {
      const name = oddName.get(ticketId);
      return name ? twistNotes(name, notes, ticket, { nowMs: world.nowMs, imageUrl }) : notes;
    },
  });
  return { tickets, projectTickets, timeEntries, noteBook, odd, findTicket };
}

/** Puts the oddities where they belong, in place, and says which ticket got which. */
function twistTickets(tickets: Ticket[]): OddTickets {
  const places = new Map<OddName, number>();
  for (const [at, name] of ODD_NAMES.entries()) {
    const index = oddIndex(at, tickets.length);
    if (index !== undefined) places.set(name, index);
  }
  const find = (name: OddName) => tickets[places.get(name) ?? -1];
  const odd: Partial<Record<OddName, number>> = {};
  for (const [name, index] of places) {
    const ticket = tickets[index];
    if (!ticket) continue;
    tickets[index] = twistTicket(name, ticket, find);
    odd[name] = ticket.id;
  }
  return odd;
}

/** Finds by bisection: the lists are kept in the order of ids within their kind, and drills append. */
function indexedById(tickets: Ticket[], projectTickets: ProjectTicket[]): FindTicket {
  return (id) => {
    const project = findById(projectTickets, id);
    if (project) return { kind: "project", ticket: project };
    const ticket = findById(tickets, id);
    return ticket && { kind: "service", ticket };
  };
}

/** A record of a list that ascends by id. Undefined when it isn't there. */
export function findById<T extends { readonly id: number }>(list: readonly T[], id: number): T | undefined {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (!one) return undefined;
    if (one.id === id) return one;
    if (one.id < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
