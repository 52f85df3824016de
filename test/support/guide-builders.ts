// Guides for what people rebuild, with one text of choice in every place that people type into.
import type { RebuildGuides } from "../../src/engine/model/reports/rebuild-guides.ts";
import { told } from "./in-words.ts";

export function someGuides(typed = "Remind client", change: Partial<RebuildGuides> = {}): RebuildGuides {
  return {
    title: "ConnectWise PSA, company acme",
    readAt: "2026-01-03T08:30:00.000Z",
    workflows: [
      {
        ...{ id: "1", name: "Escalate breached SLA", active: false, table: "Service Ticket" },
        events: [],
        triggers: [],
      },
      {
        ...{ id: "2", name: typed, active: true, table: "Service Ticket", board: "Help Desk" },
        schedule: "every 15 Minutes",
        events: [
          {
            ...{ id: "3", name: "Waiting", condition: "Status has been: Waiting on Client for 2 days" },
            frequency: "at most 1 times, every 1 Hours",
            actions: [
              {
                ...{ id: "4", kind: "Email", to: "Contact", subject: `About ${typed}` },
                ...{ text: `${typed}\n${"Please answer. ".repeat(60)}`, sets: {} },
              },
              { id: "5", kind: "Change Status", sets: { boardStatus: ">Closed" } },
            ],
          },
        ],
        triggers: [{ name: "Status", description: typed }],
      },
    ],
    scripts: [
      {
        ...{ id: "812", name: "Backup - restart VSS writers", folder: "Maintenance / Backups" },
        ...{ comments: typed, parameters: ["Retries", "Drive"] },
      },
    ],
    calendars: [
      {
        ...{ id: "1", name: "Business hours", holidays: ["2026-12-25 Christmas Day"] },
        hours: ["Monday 08:00-17:00", "Tuesday 08:00-17:00"],
      },
    ],
    slaUse: [
      { boardId: "1", slaId: "2", tickets: 1 },
      { boardId: "9", slaId: "2", tickets: 1_204 },
    ],
    slas: [
      {
        ...{ id: "2", name: `Gold ${typed}`, businessHours: true },
        calendar: { id: "1", name: "Business hours" },
        priorities: [
          {
            priority: { id: "1", name: "Priority 1 - Critical" },
            ...{ respondHours: 0.5, planHours: 2, resolutionHours: 4 },
          },
          { priority: { id: "4", name: "Priority 4 - Low" }, respondHours: 8 },
        ],
      },
    ],
    boards: [{ id: "1", name: "Help Desk" }],
    projects: {
      ...{ total: 140, open: 31 },
      first: [
        {
          ...{
            id: "11",
            name: `Office move ${typed}`,
            closed: false,
            company: { id: "2", name: "Harborline" },
          },
          ...{ billingMethod: "FixedFee", billingAmount: 4_800, billTime: "Billable" },
          ...{ budgetHours: 40, actualHours: 31.5 },
        },
      ],
    },
    hierarchies: {
      ...{ configurations: 3_204, children: 911, parents: 1 },
      first: [
        {
          ...{ id: "77", name: `HV-01 ${typed}`, type: "Server", company: "Harborline", parts: 911 },
          firstParts: ["SQL-01", "WEB-01", typed],
        },
      ],
    },
    warnings: [told(`Calendars could not be read: ${typed}`)],
    ...change,
  };
}

export const NO_GUIDES: Partial<RebuildGuides> = {
  ...{ workflows: [], calendars: [], slaUse: [], slas: [], boards: [], warnings: [] },
  projects: { total: 0, open: 0, first: [] },
  hierarchies: { configurations: 0, children: 0, parents: 0, first: [] },
};
