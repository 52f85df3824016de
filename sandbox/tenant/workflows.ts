// Workflow rules with events, actions and triggers: read for the rebuild guide, never migrated.
import { DAY, infoOf } from "./info.ts";
import type { PlainRecord } from "./records.ts";
import type { Named } from "./service-levels.ts";

const RULES = [
  [
    "Notify dispatch of critical tickets",
    "Priority is changed to: Priority 1 - Critical",
    "Email",
    "Critical ticket [ticketnumber]: [summary]",
  ],
  ["Close after survey", "Status has been: Completed - No Email for 3 days", "Change Status", ""],
  [
    "Remind client",
    "Status has been: Waiting on Client for 2 days",
    "Email",
    "We are waiting for your answer on [ticketnumber]",
  ],
  [
    "Escalate breached SLA",
    "SLA status: Resolve by, 30 minutes before",
    "Email",
    "SLA about to be missed: [ticketnumber]",
  ],
  [
    "Run script on backup failure",
    "New ticket with summary containing: Backup failed",
    "Automate Script",
    "",
  ],
] as const;

export function makeWorkflows(nowMs: number) {
  const _info = infoOf(nowMs - 600 * DAY, nowMs - 60 * DAY);
  const workflows: Named[] = [];
  const events: (PlainRecord & { workflowId: number })[] = [];
  const actions: (PlainRecord & { eventId: number })[] = [];
  const triggers: (PlainRecord & { workflowId: number })[] = [];
  for (const [at, [name, eventCondition, notify, subject]] of RULES.entries()) {
    const id = 20 + at;
    const board = at === 4 ? { id: 3, name: "Managed Services" } : { id: 1, name: "Help Desk" };
    workflows.push({
      id,
      name,
      tableType: { id: 1, name: "Service Ticket" },
      activateFlag: at !== 3,
      batchInterval: 15,
      batchFrequencyUnit: "Minutes",
      batchSchedule: "AnyTime",
      board,
      _info,
    });
    const frequency = {
      frequencyUnit: "Hours",
      frequencyOfExecution: 1,
      maxNumberOfExecution: 1,
      executionTime: "Once",
    };
    events.push({
      id: id * 10,
      workflowId: id,
      name: `${name} - event`,
      eventCondition,
      ...frequency,
      _info,
    });
    const action = notify === "Change Status" ? { boardStatus: { id: 107, name: ">Closed" } } : {};
    const script =
      notify === "Automate Script"
        ? { automateScript: { id: 812, name: "Backup - restart VSS writers" } }
        : {};
    actions.push({
      id: id * 100,
      eventId: id * 10,
      notifyType: { id: at + 1, name: notify },
      ...(subject
        ? { subject, notifyWho: { id: 3, name: "Contact" }, notes: "Sent by the service board." }
        : {}),
      ...action,
      ...script,
      _info,
    });
    triggers.push({
      id: id * 10 + 5,
      workflowId: id,
      name: "Status",
      description: "Ticket status",
      hasOptionsFlag: true,
      hasOperatorFlag: true,
      _info,
    });
  }
  return { workflows, events, actions, triggers };
}
