// Priorities, SLAs with their hours per priority, calendars and holidays.
import { infoOf } from "./info.ts";
import type { PlainRecord } from "./records.ts";

export interface Named extends PlainRecord {
  readonly name: string;
}

const PRIORITIES = [
  { id: 6, name: "Priority 1 - Critical", color: "Red", level: "Critical", hours: [0.5, 2, 4] },
  { id: 15, name: "Priority 2 - High", color: "Orange", level: "High", hours: [1, 4, 8] },
  { id: 8, name: "Priority 3 - Normal Response", color: "Yellow", level: "Medium", hours: [4, 8, 24] },
  { id: 7, name: "Priority 4 - Low", color: "Green", level: "Low", hours: [8, 24, 72] },
  { id: 9, name: "Scheduled Maintenance", color: "White", level: "Low", hours: [24, 72, 240] },
] as const;

const SLAS = [
  { id: 2, name: "Gold 24x7", basedOn: "AllHours", factor: 1, defaultFlag: false },
  { id: 3, name: "Silver", basedOn: "MyCalendar", factor: 1.5, defaultFlag: true },
  { id: 4, name: "Break-fix", basedOn: "Customer", factor: 4, defaultFlag: false },
] as const;

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];

export function makeServiceLevels(nowMs: number) {
  const entered = nowMs - 1950 * 86_400_000;
  const _info = infoOf(entered, entered);
  const priorities: Named[] = PRIORITIES.map(({ id, name, color, level }, at) => {
    return {
      id,
      name,
      color,
      level,
      sortOrder: at + 1,
      defaultFlag: id === 8,
      urgencySortOrder: String(at + 1),
      _info,
    };
  });
  const slas: Named[] = SLAS.map((sla, at) => ({
    id: sla.id,
    name: sla.name,
    basedOn: sla.basedOn,
    defaultFlag: sla.defaultFlag,
    applicationOrder: at + 1,
    ...(sla.basedOn === "MyCalendar" ? { customCalendar: { id: 1, name: "Business hours" } } : {}),
    hiImpactHiUrgency: { id: 6, name: PRIORITIES[0].name },
    medImpactMedUrgency: { id: 8, name: PRIORITIES[2].name },
    lowImpactLowUrgency: { id: 7, name: PRIORITIES[3].name },
    respondHours: 4 * sla.factor,
    respondPercent: 90,
    planWithin: 8 * sla.factor,
    planWithinPercent: 90,
    resolutionHours: 24 * sla.factor,
    resolutionPercent: 90,
    _info,
  }));
  const slaPriorities = SLAS.flatMap((sla) =>
    PRIORITIES.map((priority, at): PlainRecord & { sla: { id: number; name: string } } => ({
      id: sla.id * 10 + at,
      priority: { id: priority.id, name: priority.name, level: priority.level },
      respondHours: priority.hours[0] * sla.factor,
      respondPercent: 90,
      planWithin: priority.hours[1] * sla.factor,
      planWithinPercent: 90,
      resolutionHours: priority.hours[2] * sla.factor,
      resolutionPercent: 90,
      sla: { id: sla.id, name: sla.name },
      _info,
    })),
  );
  const hours = (start: string, end: string) =>
    Object.fromEntries(
      WEEKDAYS.flatMap((d) => [
        [`${d}StartTime`, start],
        [`${d}EndTime`, end],
      ]),
    );
  const holidayList = { id: 1, name: "US holidays" };
  const calendars: Named[] = [
    { id: 1, name: "Business hours", holidayList, ...hours("08:00:00", "17:00:00"), _info },
    {
      id: 2,
      name: "Extended hours",
      holidayList,
      ...hours("06:00:00", "22:00:00"),
      saturdayStartTime: "08:00:00",
      saturdayEndTime: "14:00:00",
      _info,
    },
  ];
  const year = new Date(nowMs).getUTCFullYear();
  const holiday = (id: number, name: string, monthDay: string) => {
    return { id, name, allDayFlag: true, date: `${year}-${monthDay}T00:00:00Z`, holidayList, _info };
  };
  const holidays = [
    holiday(1, "New Year's Day", "01-01"),
    holiday(2, "Independence Day", "07-04"),
    holiday(3, "Christmas Day", "12-25"),
  ];
  return { priorities, slas, slaPriorities, calendars, holidayLists: [{ ...holidayList, _info }], holidays };
}

/** Hours to respond and to resolve that an SLA grants a priority. */
export function slaHours(slaId: number, priorityId: number): { respond: number; resolve: number } {
  const factor = SLAS.find((sla) => sla.id === slaId)?.factor ?? 1;
  const hours = (PRIORITIES.find((p) => p.id === priorityId) ?? PRIORITIES[2]).hours;
  return { respond: hours[0] * factor, resolve: hours[2] * factor };
}
