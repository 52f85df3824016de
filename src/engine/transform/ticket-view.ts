// A ticket bundle as field rules see it: references completed from their records, sums, and a few readable joins.
import type { SourceTicket, TicketBundle } from "../model/source/source.ts";
import type { TransformContext } from "./context.ts";
import { summarizeTime } from "./time-entry.ts";

/** Adds `copiedText`, `otherTechnicians`, `sourceSystem`, `sla.businessHours`, `projectText`, `timeEntries.{actualHours,hoursBilled,hourlyRate,notes}`. */
export function viewTicket({ ticket, timeEntries }: TicketBundle, context: TransformContext): object {
  const sla = ticket.sla && context.slaById.get(ticket.sla.id);
  const board = ticket.board && context.boardById.get(ticket.board.id);
  const priority = ticket.priority && context.priorities.find((one) => one.id === ticket.priority?.id);
  const project = ticket.project && {
    name: context.projectById.get(ticket.project.id)?.name,
    ...ticket.project,
  };
  return {
    ...ticket,
    sourceSystem: context.sourceSystem,
    board: { name: board?.name, ...ticket.board },
    priority: { name: priority?.name, ...ticket.priority },
    sla: { name: sla?.name, ...ticket.sla, businessHours: sla?.businessHours },
    ...(project
      ? { project, projectText: project.name ? `${project.name} (${project.id})` : project.id }
      : {}),
    ...sayCopied(ticket),
    ...sayOtherTechnicians(ticket, context),
    timeEntries: summarizeTime(timeEntries),
  };
}

/** `a@x.example, b@y.example`, and whether they get mails at all. */
function sayCopied({ copied, copiedNotified }: SourceTicket): object {
  if (copied === undefined) return {};
  return { copiedText: `${copied.join(", ")}${copiedNotified === false ? " (not notified)" : ""}` };
}

/** Besides the owner, by name where the login is a member's. */
function sayOtherTechnicians({ resources, owner }: SourceTicket, context: TransformContext): object {
  const others = (resources ?? []).flatMap((login) => {
    const member = context.memberByName.get(login.toLowerCase());
    return member?.id !== undefined && member.id === owner?.id ? [] : [member?.name ?? login];
  });
  return others.length === 0 ? {} : { otherTechnicians: [...new Set(others)].join(", ") };
}
