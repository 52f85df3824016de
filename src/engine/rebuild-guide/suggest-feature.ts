// Which feature of Intercom does what an event of a ConnectWise workflow did; a hint for people, not a promise.
import type { SourceWorkflowAction, SourceWorkflowEvent } from "../model/reports/automation.ts";

const TRIGGERS: readonly (readonly [condition: RegExp, suggestion: string])[] = [
  [
    /\bhas been\b|\bfor \d+ (minute|hour|day|week)/i,
    "Workflow with the trigger “Customer has been unresponsive” or “Teammate has been unresponsive”, with the same waiting time",
  ],
  [
    /\bsla\b|resolve by|respond by|breach/i,
    "SLA on the team (rebuild it first), then a Workflow that acts before its target is missed",
  ],
  [/\bnew ticket|ticket is created|added/i, "Workflow with the trigger “Customer opens a new conversation”"],
  [
    /\bpriority\b|\btype\b|\bstatus\b|\bowner\b|\bboard\b|\bteam\b|changed/i,
    "Workflow with the trigger “Conversation data changed”, and the attribute that took over the field as its condition",
  ],
  [/\bnote\b|\breply|\bupdated\b/i, "Workflow with the trigger “Customer sends any message”"],
];

const ACTIONS: readonly (readonly [action: RegExp, suggestion: string])[] = [
  [
    /script|automate|rmm/i,
    "no counterpart: leave the script in the RMM and start it from a Workflow by a custom action (a webhook)",
  ],
  [/status|close/i, "step “Close”, “Snooze” or “Set conversation data”"],
  [/assign|route|owner|team|board/i, "step “Assign to team or teammate”, or an assignment rule"],
  [/\btask|activity|schedule/i, "step “Create a ticket” or a reminder by hand: Intercom has no tasks"],
  [/note/i, "step “Add an internal note”"],
];

export function suggestTrigger({ condition, name }: Pick<SourceWorkflowEvent, "condition" | "name">): string {
  const text = condition ?? name;
  return (
    TRIGGERS.find(([pattern]) => pattern.test(text))?.[1] ??
    "Workflow; no trigger of Intercom's is an obvious match: decide with the people who use it"
  );
}

export function suggestStep({ kind, to, sets }: Pick<SourceWorkflowAction, "kind" | "to" | "sets">): string {
  if (/e-?mail|notif/i.test(kind)) {
    return /contact|customer|client/i.test(to ?? "")
      ? "step “Send a message” to the customer (mind that it really reaches them)"
      : "step “Add an internal note” that mentions the people, or a notification in Slack";
  }
  const what = [kind, ...Object.keys(sets)].join(" ");
  return ACTIONS.find(([pattern]) => pattern.test(what))?.[1] ?? "to be rebuilt by hand";
}
