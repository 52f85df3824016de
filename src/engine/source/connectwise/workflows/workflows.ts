// Workflow rules with their events, actions and triggers: about two calls a rule and one an event.
import type { z } from "zod";
import type {
  SourceWorkflow,
  SourceWorkflowAction,
  SourceWorkflowEvent,
} from "../../../model/reports/automation.ts";
import type { Saying } from "../../../model/sayings/saying.ts";
import { compact } from "../../../values/compact.ts";
import { isTellingName, maskSecrets } from "../../drop-secrets.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchAllRows } from "../client/paging.ts";
import { workflowActionRow, workflowEventRow, workflowRow, workflowTriggerRow } from "./schema-workflows.ts";

export async function fetchWorkflowRules(
  client: ConnectWiseClient,
  warn: (saying: Saying) => void,
  signal?: AbortSignal,
): Promise<readonly SourceWorkflow[]> {
  const list = async <S extends z.ZodType>(schema: S, path: string) => {
    const { rows, rejects } = await fetchAllRows(client, schema, { path, signal });
    for (const { id, reason } of rejects)
      warn({ code: "row_of_path_unreadable", args: { id, path, reason } });
    return rows;
  };
  const rules = await list(workflowRow, "system/workflows");
  return Promise.all(
    rules.map(async (rule): Promise<SourceWorkflow> => {
      const events = await list(workflowEventRow, `system/workflows/${rule.id}/events`);
      const triggers = await list(workflowTriggerRow, `system/workflows/${rule.id}/triggers`);
      return compact({
        id: rule.id,
        name: rule.name || `Workflow ${rule.id}`,
        active: rule.activateFlag,
        table: rule.tableType?.name,
        board: rule.board?.name,
        schedule: joined("every", rule.batchInterval, rule.batchFrequencyUnit),
        events: await Promise.all(
          events.map(async (event): Promise<SourceWorkflowEvent> => {
            const path = `system/workflows/${rule.id}/events/${event.id}/actions`;
            return compact({
              id: event.id,
              name: event.name || `Event ${event.id}`,
              condition: event.eventCondition,
              frequency: describeFrequency(event),
              actions: (await list(workflowActionRow, path)).map(mapAction),
            });
          }),
        ),
        triggers: triggers.map(({ name, description }) => compact({ name, description })),
      });
    }),
  );
}

function describeFrequency(event: z.output<typeof workflowEventRow>): string | undefined {
  const facts = [
    joined("at most", event.maxNumberOfExecution, "times"),
    joined("every", event.frequencyOfExecution, event.frequencyUnit),
    event.executionTime,
  ].filter((fact) => fact !== undefined);
  return facts.length === 0 ? undefined : facts.join(", ");
}

function joined(before: string, amount: string | undefined, unit: string | undefined): string | undefined {
  return amount === undefined ? undefined : [before, amount, unit].filter(Boolean).join(" ");
}

/** Fields of its own that an action's text and recipient are made of already. */
const TOLD = new Set([
  ...["id", "_info", "notifyType", "notifyWho", "specificMemberTo", "emailRecipient", "subject", "notes"],
]);

function mapAction(row: z.output<typeof workflowActionRow>): SourceWorkflowAction {
  const sets: Record<string, string> = {};
  for (const [key, value] of Object.entries(row)) {
    if (TOLD.has(key) || isTellingName(key)) continue;
    const name = nameIn(value);
    if (name !== undefined) sets[key] = maskSecrets(name);
  }
  return compact({
    id: row.id,
    kind: row.notifyType?.name ?? "unknown",
    to: row.notifyWho?.name ?? row.specificMemberTo?.name ?? row.emailRecipient,
    subject: row.subject,
    text: row.notes,
    sets,
  });
}

/** A reference by its name; a flag that is set, a number or a choice as it is. */
function nameIn(value: unknown): string | undefined {
  if (value === true) return "yes";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return undefined;
  const { name, identifier, id } = value as { name?: unknown; identifier?: unknown; id?: unknown };
  const found = name ?? identifier ?? id;
  return typeof found === "string" || typeof found === "number" ? String(found) : undefined;
}
