// slas.md: each SLA with its hours per priority, its calendar and the boards that use it, to be set up on teams.
import type { SourceAutomations } from "../model/reports/automation.ts";
import type { SourceBoard, SourceSla } from "../model/source/source.ts";
import type { GuideHead } from "./build-workflow-guide.ts";
import { mark, table } from "./markdown.ts";

export interface SlaFacts extends Pick<SourceAutomations, "calendars" | "slaUse"> {
  readonly slas: readonly SourceSla[];
  readonly boards: readonly SourceBoard[];
}

export function buildSlaGuide({ title, exportedAt }: GuideHead, facts: SlaFacts): string {
  const { slas, calendars } = facts;
  return `${[
    "# SLAs to rebuild",
    "",
    `From ${mark(title)}, read ${exportedAt}. Intercom's SLAs are set by Workflows and count from the day they are switched on: reporting restarts. Each conversation keeps its old tier and breach time as attributes. Intercom measures first response, next response and time to close; ConnectWise's time to plan has no counterpart.`,
    ...slas.flatMap((sla) => describeSla(sla, facts)),
    ...(calendars.length === 0 ? [] : ["", "## Office hours", ""]),
    ...calendars.map(
      ({ name, hours, holidays }) =>
        `- ${mark(name)}: ${mark(hours.join(", ") || "no hours set")}${holidays.length === 0 ? "" : `; closed on ${mark(holidays.join(", "))}`}`,
    ),
  ].join("\n")}\n`;
}

function describeSla(sla: SourceSla, { boards, slaUse }: SlaFacts): string[] {
  const use = slaUse
    .filter(({ slaId }) => slaId === sla.id)
    .toSorted((a, b) => b.tickets - a.tickets)
    .map(
      ({ boardId, tickets }) =>
        `${nameOf(boards, boardId)} (${tickets === 1 ? "1 ticket" : `${tickets} tickets`})`,
    );
  const hours = (value: number | undefined) => (value === undefined ? "" : `${value} h`);
  return [
    "",
    `## ${mark(sla.name)}`,
    "",
    `Counts ${sla.businessHours ? `business hours${sla.calendar ? ` of the calendar ${mark(sla.calendar.name ?? sla.calendar.id)}` : sla.basedOn === "Customer" ? " of the customer's own calendar" : ""}` : "all hours"}.`,
    use.length === 0
      ? "No ticket of a board uses it."
      : `Set it up for the teams of: ${mark(use.join(", "))}.`,
    "",
    ...(sla.priorities.length === 0
      ? ["Its hours per priority could not be read or are not set."]
      : table(
          ["Priority", "First response", "Plan", "Time to close"],
          sla.priorities.map((one) => [
            one.priority.name ?? one.priority.id,
            hours(one.respondHours),
            hours(one.planHours),
            hours(one.resolutionHours),
          ]),
        )),
  ];
}

const nameOf = (boards: readonly SourceBoard[], id: string) =>
  boards.find((board) => board.id === id)?.name ?? `board ${id}`;
