// Time entries: on tickets, and a few on companies and charge codes, which belong to no ticket.
import { fillSlots } from "./corpus/template.ts";
import { DAY, HOUR, infoOf, isoSeconds } from "./info.ts";
import { memberRef } from "./members.ts";
import { pick, randomFor } from "./random.ts";
import { refTo, type TicketBase, type TimeEntry } from "./records.ts";
import type { Story } from "./story.ts";
import { slotsFor } from "./ticket-fields.ts";
import type { World } from "./world.ts";

const OPTIONS = ["Billable", "Billable", "Billable", "NoCharge", "DoNotBill"] as const;
const RATES = [125, 150, 150, 185];

const common = {
  locationId: 2,
  businessUnitId: 10,
  workType: { id: 1, name: "Regular" },
  workRole: { id: 1, name: "Engineer" },
  emailResourceFlag: false,
  emailContactFlag: false,
  emailCcFlag: false,
  status: "Billed",
} as const;

export function makeTimeEntries(
  world: World,
  ticket: TicketBase,
  story: Story,
  kind: "ServiceTicket" | "ProjectTicket",
  firstId: number,
): TimeEntry[] {
  const random = randomFor(world.seed, "time", ticket.id);
  const slots = slotsFor(story, {
    contactName: ticket.contactName ?? "",
    companyName: ticket.company.name,
    siteName: ticket.site?.name ?? "the office",
    techName: ticket.owner?.name ?? "Service Desk",
  });
  return story.work.map((work, at) => {
    const member = ticket.owner ?? memberRef(pick(random, world.members));
    const billableOption = pick(random, OPTIONS);
    const hidden = random() < 0.2;
    const endMs = work.startMs + work.hours * HOUR;
    return {
      id: firstId + at,
      company: ticket.company,
      chargeToId: ticket.id,
      chargeToType: kind,
      member,
      ...common,
      ...(ticket.agreement ? { agreement: ticket.agreement } : {}),
      timeStart: isoSeconds(work.startMs),
      timeEnd: isoSeconds(endMs),
      hoursDeduct: 0,
      actualHours: work.hours,
      hoursBilled: billableOption === "Billable" ? work.hours : 0,
      billableOption,
      hourlyRate: pick(random, RATES),
      notes: fillSlots(work.text, slots),
      ...(hidden ? { internalNotes: "Took longer than planned, see project margin." } : {}),
      addToDetailDescriptionFlag: random() < 0.3,
      addToInternalAnalysisFlag: hidden,
      addToResolutionFlag: random() < 0.1,
      enteredBy: member.identifier ?? "",
      dateEntered: isoSeconds(endMs),
      ticket: { id: ticket.id, summary: ticket.summary },
      ticketBoard: ticket.board.name,
      ticketStatus: ticket.status.name,
      _info: infoOf(endMs, endMs, member.identifier ?? "Admin1"),
    };
  });
}

/** Entries that hang on no ticket: an extractor must leave them out of every sum. */
export function makeLooseTimeEntries(world: World, firstId: number): TimeEntry[] {
  const company = world.companies[0];
  const [member] = world.members;
  if (!company || !member) return [];
  const startMs = world.nowMs - 20 * DAY;
  const entry = (id: number, chargeToType: TimeEntry["chargeToType"], chargeToId: number, notes: string) => ({
    id,
    company: refTo(company),
    chargeToId,
    chargeToType,
    member: memberRef(member),
    ...common,
    timeStart: isoSeconds(startMs),
    timeEnd: isoSeconds(startMs + HOUR),
    actualHours: 1,
    hoursBilled: 0,
    billableOption: "DoNotBill" as const,
    hourlyRate: 0,
    notes,
    addToDetailDescriptionFlag: false,
    addToInternalAnalysisFlag: false,
    addToResolutionFlag: false,
    _info: infoOf(startMs, startMs + HOUR, member.identifier),
  });
  return [
    entry(firstId, "Company", company.id, "Quarterly review with the client."),
    entry(firstId + 1, "ChargeCode", 3, "Internal training"),
    entry(firstId + 2, "Activity", 12, "Follow-up call"),
  ];
}

/** Finds the entries of a ticket by an index that is made again whenever the list has changed. */
export function indexTimeEntries(list: readonly TimeEntry[]): (ticketId: number) => readonly TimeEntry[] {
  let index = new Map<number | undefined, TimeEntry[]>();
  let length = -1;
  let last: TimeEntry | undefined;
  return (ticketId) => {
    // Drills append and take away: one of the two always gives it away.
    if (list.length !== length || list.at(-1) !== last) {
      index = Map.groupBy(list, (entry) => entry.ticket?.id);
      length = list.length;
      last = list.at(-1);
    }
    return index.get(ticketId) ?? [];
  };
}
