// The four service boards with their statuses and teams: names repeat, flags mislead, as in real tenants.
import { infoOf } from "./info.ts";
import type { PlainRecord, Ref } from "./records.ts";

export interface Board extends PlainRecord {
  readonly name: string;
  readonly projectFlag: boolean;
}

export interface BoardStatus extends PlainRecord {
  readonly name: string;
  readonly board: Ref;
  readonly closedStatus: boolean;
  readonly inactive: boolean;
}

export interface BoardTeam extends PlainRecord {
  readonly name: string;
  readonly boardId: number;
}

export const HELP_DESK = 1;
export const MANAGED_SERVICES = 3;
export const PROJECTS = 4;
export const SALES = 7;

const LOCATION = { id: 2, name: "Seattle" };
const DEPARTMENT = { id: 10, identifier: "Services", name: "Professional Services" };

const BOARDS = [
  { id: HELP_DESK, name: "Help Desk", projectFlag: false },
  { id: MANAGED_SERVICES, name: "Managed Services", projectFlag: false },
  { id: PROJECTS, name: "Projects", projectFlag: true },
  { id: SALES, name: "Sales", projectFlag: false },
] as const;

/** `+` marks a closed status. "Completed" on the Help Desk has no closed flag, though it is an end. */
const STATUSES: Record<number, readonly string[]> = {
  [HELP_DESK]: [
    "New",
    "In Progress",
    "Scheduled",
    "Waiting on Client",
    "Waiting on vendor",
    "Completed",
    "Completed - No Email+",
    ">Closed+",
    "Closed-Survey+",
  ],
  [MANAGED_SERVICES]: [
    "New Alert",
    "In Progress",
    "Waiting on vendor",
    "Waiting on Client",
    "Resolved+",
    ">Closed+",
  ],
  [PROJECTS]: ["New", "Assigned", "On Hold", "Completed+"],
  [SALES]: ["New Request", "Quote sent", "Waiting on Client", "Won+", "Lost+"],
};

const TEAMS: readonly { id: number; name: string; boardId: number; members: readonly number[] }[] = [
  { id: 25, name: "Service Desk", boardId: HELP_DESK, members: [152, 153, 155, 158] },
  { id: 26, name: "Field Technicians", boardId: HELP_DESK, members: [151, 153] },
  { id: 27, name: "NOC", boardId: MANAGED_SERVICES, members: [151, 154] },
  { id: 28, name: "Project Team", boardId: PROJECTS, members: [156, 151] },
  { id: 29, name: "Sales Team", boardId: SALES, members: [157] },
];

export function makeBoards(nowMs: number) {
  const entered = nowMs - 2000 * 86_400_000;
  const boards: Board[] = BOARDS.map((board) => ({
    ...board,
    location: LOCATION,
    department: DEPARTMENT,
    inactiveFlag: false,
    sendToContactFlag: false,
    billTime: "Billable",
    _info: infoOf(entered, entered),
  }));
  const statuses: BoardStatus[] = [];
  for (const board of BOARDS) {
    for (const [at, label] of (STATUSES[board.id] ?? []).entries()) {
      statuses.push({
        id: board.id * 100 + at,
        name: label.replace(/\+$/, ""),
        board: { id: board.id, name: board.name },
        sortOrder: at,
        displayOnBoard: true,
        inactive: false,
        closedStatus: label.endsWith("+"),
        timeEntryNotAllowed: false,
        defaultFlag: at === 0,
        escalationStatus: at === 0 ? "NotResponded" : label.endsWith("+") ? "Resolved" : "Responded",
        customerPortalFlag: true,
        _info: infoOf(entered, entered),
      });
    }
  }
  const teams: BoardTeam[] = TEAMS.map((team) => ({
    ...team,
    teamLeader: { id: 150, identifier: "PRaman", name: "Priya Raman" },
    defaultFlag: true,
    locationId: LOCATION.id,
    businessUnitId: DEPARTMENT.id,
    _info: infoOf(entered, entered),
  }));
  return { boards, statuses, teams };
}
