// Service tickets, in the order they came in; ids have gaps, as deletions leave them.
import type { TicketTemplate } from "./corpus/template.ts";
import { DAY, HOUR, isoSeconds, MINUTE } from "./info.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { pick, randomFor } from "./random.ts";
import { refTo, type Ticket } from "./records.ts";
import { slaHours } from "./service-levels.ts";
import { type Story, tellStory } from "./story.ts";
import { ticketFields } from "./ticket-fields.ts";
import type { World } from "./world.ts";

const FIRST_TICKET_ID = 10_001;
const YEARS_BACK = 3;

/** Ids skip one in fifty. */
function ticketIdAt(index: number): number {
  return FIRST_TICKET_ID + index + Math.floor(index / 49);
}

/** When the ticket of that place came in: spread evenly over three years, in working hours, never in the future. */
function ticketCreatedMs(world: { seed: number; nowMs: number }, index: number, count: number): number {
  const random = randomFor(world.seed, "created", index);
  const share = (index + random()) / count;
  const raw = world.nowMs - YEARS_BACK * 365 * DAY * (1 - share);
  const day = Math.floor(raw / DAY) * DAY;
  const inDay = (raw - day) / DAY;
  const ms = day + 7 * HOUR + inDay * 11 * HOUR;
  return Math.floor(Math.min(ms, world.nowMs - 30 * MINUTE) / 1000) * 1000;
}

const LEVELS = ["High", "High", "Medium", "Low"] as const;

function teamOf(world: World, template: TicketTemplate, random: () => number) {
  return pick(
    random,
    world.teams.filter((team) => team.boardId === template.boardId),
  );
}

function slaFields(ticket: { slaId: number; priorityId: number; createdMs: number; story: Story }) {
  const hours = slaHours(ticket.slaId, ticket.priorityId);
  const { createdMs, story } = ticket;
  const firstAnswer = story.events.find((event) => event.by === "tech")?.atMs;
  const respondBy = createdMs + hours.respond * HOUR;
  const resolveBy = createdMs + hours.resolve * HOUR;
  const doneMs = story.closedMs;
  return {
    respondByGoalUTC: isoSeconds(respondBy),
    resplanGoalUTC: isoSeconds(createdMs + hours.respond * 2 * HOUR),
    resolutionGoalUTC: isoSeconds(resolveBy),
    isInSla: (firstAnswer ?? respondBy) <= respondBy && (doneMs ?? resolveBy) <= resolveBy,
    ...(firstAnswer
      ? {
          dateResponded: isoSeconds(firstAnswer),
          respondMinutes: Math.round((firstAnswer - createdMs) / MINUTE),
        }
      : {}),
    ...(doneMs
      ? { dateResolved: isoSeconds(doneMs), resolveMinutes: Math.round((doneMs - createdMs) / MINUTE) }
      : {}),
    // Text without a year, in the server's time zone: nothing to take a date from.
    slaStatus: doneMs
      ? "Resolved"
      : `Resolve by ${isoSeconds(resolveBy).slice(5, 16).replace("-", "/").replace("T", " ")} UTC-08`,
  };
}

export interface MadeTicket {
  readonly ticket: Ticket;
  readonly story: Story;
}

export function makeTicket(world: World, index: number, count: number, plant: PlantSecret): MadeTicket {
  const id = ticketIdAt(index);
  const createdMs = ticketCreatedMs(world, index, count);
  const story = tellStory(world.seed, id, createdMs, world.nowMs, "service");
  const random = randomFor(world.seed, "ticket", id);
  const withSecret = index % 97 === 5 ? plant : undefined;
  const fields = ticketFields(
    world,
    random,
    story,
    { id, boardId: story.template.boardId, createdMs },
    withSecret,
  );
  const sla = pick(random, world.slas);
  const priorityId = fields.priority?.id ?? 8;
  const level = LEVELS[story.template.urgency - 1] ?? "Medium";
  const team = teamOf(world, story.template, random);
  const { customFields, _info, ...rest } = fields;
  const ticket: Ticket = {
    ...rest,
    recordType: "ServiceTicket",
    team: refTo(team),
    severity: level,
    impact: pick(random, ["Low", "Medium", level]),
    externalXRef: "",
    poNumber: "",
    sla: refTo(sla),
    ...slaFields({ slaId: sla.id, priorityId, createdMs, story }),
    requestForChangeFlag: false,
    resources: fields.owner?.identifier ?? "",
    hourlyRate: 150,
    hasChildTicket: false,
    hasMergedChildTicketFlag: false,
    customFields,
    _info,
  };
  return { ticket, story };
}
