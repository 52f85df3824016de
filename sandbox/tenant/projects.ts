// Projects with phases, and the tickets of the project board.
import { PROJECTS } from "./boards.ts";
import { contactRef } from "./contacts.ts";
import { DAY, infoOf, isoSeconds } from "./info.ts";
import { memberRef } from "./members.ts";
import { randomFor } from "./random.ts";
import { type PlainRecord, type ProjectTicket, refTo } from "./records.ts";
import type { Named } from "./service-levels.ts";
import { type Story, tellStory } from "./story.ts";
import { ticketFields } from "./ticket-fields.ts";
import type { World } from "./world.ts";

export type Project = Named & { readonly company: { readonly id: number; readonly name: string } };
export type Phase = PlainRecord & {
  readonly projectId: number;
  readonly description: string;
  readonly wbsCode: string;
};

/** Project tickets draw their ids from the same sequence as service tickets; here far behind them. */
const FIRST_PROJECT_TICKET_ID = 1_500_001;

const NAMES = [
  "Microsoft 365 migration",
  "Office move",
  "Firewall refresh",
  "Wi-Fi roll-out",
  "Server replacement",
];
const PHASES = ["Planning", "Pilot", "Execution", "Hand-over"];
const BOARD = { id: PROJECTS, name: "Projects" };

export function makeProjects(world: World, count: number) {
  const projects: Project[] = [];
  const phases: Phase[] = [];
  for (let index = 0; index < count; index += 1) {
    const contact = world.contacts[(index * 7) % world.contacts.length];
    const company = world.companies.find((c) => c.id === contact?.company?.id) ?? world.companies[0];
    const manager = world.members[6];
    if (!contact || !company || !manager) break;
    const startMs = Math.floor((world.nowMs - (500 - index * 40) * DAY) / DAY) * DAY;
    const closedFlag = index % 3 === 0;
    const id = 40 + index;
    projects.push({
      id,
      name: `${NAMES[index % NAMES.length]} - ${company.name}`.slice(0, 100),
      company: refTo(company),
      contact: contactRef(contact),
      board: BOARD,
      billingMethod: "FixedFee",
      billingAmount: 4800 + index * 900,
      billTime: "Billable",
      budgetHours: 60 + index * 10,
      actualHours: 30 + index * 4,
      estimatedStart: isoSeconds(startMs),
      estimatedEnd: isoSeconds(startMs + 120 * DAY),
      percentComplete: closedFlag ? 1 : 0.4,
      manager: memberRef(manager),
      status: closedFlag ? { id: 2, name: "Closed" } : { id: 1, name: "Open" },
      closedFlag,
      type: { id: 4, name: "Customer project" },
      description: "Scope and milestones as in the statement of work.",
      customFields: [],
      _info: infoOf(startMs, world.nowMs - 12 * DAY),
    });
    for (const [at, description] of PHASES.entries()) {
      phases.push({
        id: id * 10 + at,
        projectId: id,
        description,
        board: BOARD,
        status: at < 2 ? { id: 2, name: "Closed" } : { id: 1, name: "Open" },
        wbsCode: String(at + 1),
        markAsMilestoneFlag: at === PHASES.length - 1,
        billTime: "Billable",
        budgetHours: 15,
        _info: infoOf(startMs, startMs + 5 * DAY),
      });
    }
  }
  return { projects, phases };
}

export function makeProjectTicket(
  world: World,
  projects: readonly Project[],
  phases: readonly Phase[],
  index: number,
): { ticket: ProjectTicket; story: Story } | undefined {
  const project = projects[index % projects.length];
  const own = phases.filter((phase) => phase.projectId === project?.id);
  const phase = own[Math.floor(index / projects.length) % own.length];
  if (!project || !phase) return undefined;
  const id = FIRST_PROJECT_TICKET_ID + index;
  const random = randomFor(world.seed, "project-ticket", id);
  const createdMs = Math.floor((world.nowMs - (400 - (index % 390)) * DAY + random() * DAY) / 1000) * 1000;
  const story = tellStory(world.seed, id, createdMs, world.nowMs, "project");
  const { customFields, _info, ...fields } = ticketFields(world, random, story, {
    id,
    boardId: PROJECTS,
    createdMs,
  });
  const ticket: ProjectTicket = {
    ...fields,
    isIssueFlag: index % 9 === 4,
    project: refTo(project),
    phase: { id: phase.id, name: phase.description },
    wbsCode: `${phase.wbsCode}.${Math.floor(index / own.length) + 1}`,
    budgetHours: 8,
    predecessorClosedFlag: false,
    duration: 1,
    customFields,
    _info,
  };
  return { ticket, story };
}
