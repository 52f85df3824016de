// What an SLA is counted by, and where it is used: calendars with hours and holidays, tickets per board and SLA.
import { z } from "zod";
import type { SourceAutomations, SourceCalendar } from "../../../model/reports/automation.ts";
import type { Saying } from "../../../model/sayings/saying.ts";
import { id } from "../client/border.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchCount } from "../client/count.ts";
import { isRightMissing } from "../client/explain-answer.ts";
import { fetchAllRows } from "../client/paging.ts";
import { calendarRow, holidayRow } from "../workflows/schema-workflows.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export async function fetchCalendars(
  client: ConnectWiseClient,
  signal?: AbortSignal,
): Promise<readonly SourceCalendar[]> {
  const { rows } = await fetchAllRows(client, calendarRow, { path: "schedule/calendars", signal });
  const lists = [...new Set(rows.flatMap(({ holidayList }) => (holidayList ? [holidayList.id] : [])))];
  const holidays = new Map<string, readonly string[]>();
  for (const list of lists) {
    const path = `schedule/holidayLists/${list}/holidays`;
    const found = await fetchAllRows(client, holidayRow, { path, signal });
    holidays.set(
      list,
      found.rows.map(({ date, name }) => [date?.slice(0, 10), name].filter(Boolean).join(" ")),
    );
  }
  return rows.map((row) => ({
    id: row.id,
    name: row.name || `Calendar ${row.id}`,
    hours: DAYS.flatMap((day) => {
      const start = timeOf(row[`${day.toLowerCase()}StartTime`]);
      const end = timeOf(row[`${day.toLowerCase()}EndTime`]);
      return start && end ? [`${day} ${start}-${end}`] : [];
    }),
    holidays: holidays.get(row.holidayList?.id ?? "") ?? [],
  }));
}

/** `08:00:00` → `08:00`. */
function timeOf(value: unknown): string | undefined {
  return typeof value === "string" ? /^\d{1,2}:\d{2}/.exec(value)?.[0] : undefined;
}

const named = z.object({ id });
/** More pairs than this are not worth a request each. */
const MOST_PAIRS = 400;

/** One count for each pair of board and SLA. */
export async function fetchSlaUse(
  client: ConnectWiseClient,
  warn: (saying: Saying) => void,
  signal?: AbortSignal,
): Promise<SourceAutomations["slaUse"]> {
  const boards = (await fetchAllRows(client, named, { path: "service/boards", signal })).rows;
  const slas = (await fetchAllRows(client, named, { path: "service/SLAs", signal })).rows;
  if (boards.length * slas.length > MOST_PAIRS) {
    warn({ code: "too_many_pairs", args: { boards: boards.length, slas: slas.length } });
    return [];
  }
  const pairs = boards.flatMap((board) => slas.map((sla) => ({ boardId: board.id, slaId: sla.id })));
  const counted = await Promise.all(
    pairs.map(async ({ boardId, slaId }) => {
      const conditions = [`board/id=${boardId}`, `sla/id=${slaId}`];
      const tickets = await fetchCount(client, "service/tickets", conditions, signal).catch(
        (error: unknown) => {
          // A board that is closed to the API member: the survey names it.
          if (isRightMissing(error)) return 0;
          throw error;
        },
      );
      return { boardId, slaId, tickets };
    }),
  );
  return counted.filter(({ tickets }) => tickets > 0);
}
