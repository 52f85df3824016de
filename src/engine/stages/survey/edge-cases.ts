// What is unusual in a source, each with what happens to it, in words for the one who runs the desk.
import type {
  SourceBoard,
  SourceCompany,
  SourceContact,
  SourceMember,
  SourceSla,
  SourceTicket,
} from "../../model/source/source.ts";
import type { CustomFieldSurvey, OddCase, Survey } from "../../model/survey.ts";

export interface OddCaseInput {
  readonly counts: Survey["counts"];
  readonly tickets: readonly SourceTicket[];
  readonly companies: readonly SourceCompany[];
  readonly contacts: readonly SourceContact[];
  readonly boards: readonly SourceBoard[];
  readonly members: readonly SourceMember[];
  readonly slas: readonly SourceSla[];
  readonly customFields: readonly CustomFieldSurvey[];
}

/** Names of statuses that mean an end, whatever their flag says. */
const SOUNDS_CLOSED = /\b(completed?|closed|resolved|done|cancell?ed)\b/i;

/** Ticket numbers that are named, so that somebody can look. */
const EXAMPLES = 8;

/** Sampled counts are scaled to all records ("about"); what was read whole is counted. */
export function findOddCases(input: OddCaseInput): readonly OddCase[] {
  const { counts, tickets, companies, contacts } = input;
  const countTickets = scaled(tickets, counts.ticket);
  const ofTickets = (matches: (ticket: SourceTicket) => boolean): Count => ({
    ...countTickets(matches),
    tickets: tickets
      .filter(matches)
      .slice(0, EXAMPLES)
      .map(({ id }) => id),
  });
  const ofContacts = scaled(contacts, counts.contact);
  const ofCompanies = scaled(companies, counts.company);
  const members = new Set(input.members.map(({ id }) => id));
  const byCalendar = new Set(input.slas.filter(({ businessHours }) => businessHours).map(({ id }) => id));
  const emails = countBy(contacts, ({ email }) => email?.toLowerCase());
  const shared = (contact: SourceContact) => (emails.get(contact.email?.toLowerCase() ?? "") ?? 0) > 1;

  const found: OddCase[] = [
    odd(
      "contacts_without_email",
      ofContacts((c) => c.email === undefined),
      (n) =>
        `${n} contacts have no e-mail address. They are moved all the same, and known by their ConnectWise id.`,
    ),
    odd(
      "shared_emails",
      ofContacts(shared),
      (n) =>
        `${n} contacts share an e-mail address with another one. Intercom allows an address once: the oldest contact keeps it, the others keep it as text.`,
    ),
    odd(
      "contacts_without_company",
      ofContacts((c) => c.company === undefined),
      (n) => `${n} contacts belong to no company. They are moved without one.`,
    ),
    odd(
      "deleted_companies",
      ofCompanies((c) => c.deleted),
      (n) =>
        `${n} companies are deleted in ConnectWise, though old tickets may name them. They are moved only if you choose so.`,
    ),
    odd(
      "companies_with_several_sites",
      ofCompanies((c) => c.sites.length > 1),
      (n) =>
        `${n} companies have several sites. The primary one becomes the address, the others are kept as text.`,
    ),
    odd(
      "tickets_without_contact",
      ofTickets((t) => t.contact === undefined),
      (n) => `${n} tickets name no contact. Their conversations are opened for a stand-in of the company.`,
    ),
    odd(
      "merged_tickets",
      ofTickets((t) => t.mergedParentTicketId !== undefined),
      (n) =>
        `${n} tickets were merged into another one. They become conversations of their own that name it.`,
    ),
    odd(
      "child_tickets",
      ofTickets((t) => t.parentTicketId !== undefined),
      (n) => `${n} tickets are children of another one. They become conversations of their own that name it.`,
    ),
    odd(
      "project_tickets",
      ofTickets((t) => t.recordType !== "ServiceTicket"),
      (n) =>
        `${n} tickets belong to projects. They become conversations with the project's name; billing and milestones don't move.`,
    ),
    odd(
      "unknown_owners",
      ofTickets((t) => t.owner !== undefined && !members.has(t.owner.id)),
      (n) =>
        `${n} tickets are owned by somebody who is no longer a member. They go to the fallback admin, with the name in the text.`,
    ),
    odd(
      "sla_by_calendar",
      ofTickets((t) => t.sla !== undefined && byCalendar.has(t.sla.id) && t.slaBreachTime === undefined),
      (n) =>
        `${n} tickets have an SLA that counts business hours, and ConnectWise names no goal for them. The SLA's name moves; the time of the breach stays empty.`,
    ),
    odd(
      "inactive_members",
      exactly(input.members.filter(({ inactive }) => inactive).length),
      (n) => `${n} members are inactive. Their tickets keep their name and go to the fallback admin.`,
    ),
    odd(
      "repeated_board_names",
      exactly(repeated(input.boards.map(({ name }) => name))),
      (n) => `${n} boards share their name with another one. They are told apart by their id.`,
    ),
    odd(
      "repeated_status_names",
      exactly(repeatedStatuses(input.boards)),
      (n) => `${n} statuses have the same name on several boards. Each is mapped for its own board.`,
    ),
    odd(
      "open_though_completed",
      exactly(misleadingStatuses(input.boards)),
      (n) =>
        `${n} statuses sound closed but don't count as closed in ConnectWise. Please look at them in the map.`,
    ),
    odd(
      "repeated_captions",
      exactly(repeatedCaptions(input.customFields)),
      (n) =>
        `${n} custom fields have the same caption as another one. Each becomes an attribute with a name of its own.`,
    ),
  ];
  return found.filter(({ count }) => count > 0);
}

interface Count {
  readonly count: number;
  readonly about: boolean;
  readonly tickets?: readonly string[];
}

const exactly = (count: number): Count => ({ count, about: false });

/** The sentences that would be wrong of one alone; where records share a name, there are two at least. */
const OF_ONE: Readonly<Record<string, string>> = {
  contacts_without_email:
    "contact has no e-mail address. It is moved all the same, and known by its ConnectWise id.",
  contacts_without_company: "contact belongs to no company. It is moved without one.",
  deleted_companies:
    "company is deleted in ConnectWise, though old tickets may name it. It is moved only if you choose so.",
  companies_with_several_sites:
    "company has several sites. The primary one becomes the address, the others are kept as text.",
  tickets_without_contact:
    "ticket names no contact. Its conversation is opened for a stand-in of the company.",
  merged_tickets: "ticket was merged into another one. It becomes a conversation of its own that names it.",
  child_tickets: "ticket is the child of another one. It becomes a conversation of its own that names it.",
  project_tickets:
    "ticket belongs to a project. It becomes a conversation with the project's name; billing and milestones don't move.",
  unknown_owners:
    "ticket is owned by somebody who is no longer a member. It goes to the fallback admin, with the name in the text.",
  sla_by_calendar:
    "ticket has an SLA that counts business hours, and ConnectWise names no goal for it. The SLA's name moves; the time of the breach stays empty.",
  inactive_members: "member is inactive. Their tickets keep their name and go to the fallback admin.",
  open_though_completed:
    "status sounds closed but doesn't count as closed in ConnectWise. Please look at it in the map.",
};

function odd(code: string, { count, about, tickets }: Count, sentence: (n: string) => string): OddCase {
  const number = `${about ? "About " : ""}${count.toLocaleString("en-US")}`;
  const one = count === 1 ? OF_ONE[code] : undefined;
  return {
    code,
    count,
    sentence: one === undefined ? sentence(number) : `${number} ${one}`,
    ...(tickets === undefined ? {} : { tickets }),
  };
}

function scaled<T>(sample: readonly T[], total: number): (matches: (one: T) => boolean) => Count {
  const about = sample.length > 0 && sample.length < total;
  const factor = about ? total / sample.length : 1;
  return (matches) => ({ count: Math.round(sample.filter(matches).length * factor), about });
}

function countBy<T>(records: readonly T[], key: (record: T) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    const found = key(record);
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}

/** How many of the names occur more than once, each of them counted. */
function repeated(names: readonly string[]): number {
  const counts = countBy(names, (name) => name.trim().toLowerCase());
  return [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

function repeatedStatuses(boards: readonly SourceBoard[]): number {
  return repeated(boards.flatMap(({ statuses }) => statuses.map(({ name }) => name)));
}

function misleadingStatuses(boards: readonly SourceBoard[]): number {
  return boards
    .flatMap(({ statuses }) => statuses)
    .filter(({ name, closed }) => !closed && SOUNDS_CLOSED.test(name)).length;
}

function repeatedCaptions(fields: readonly CustomFieldSurvey[]): number {
  return repeated(fields.map(({ object, caption }) => `${object}: ${caption}`));
}
