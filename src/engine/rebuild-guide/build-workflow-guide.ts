// workflows.md: what ConnectWise did by itself, rule by rule, and what to rebuild it with in Intercom.
import type { SourceAutomations, SourceWorkflow, SourceWorkflowAction } from "../model/reports/automation.ts";
import type { Printed } from "../model/sayings/printed.ts";
import { mark, table } from "./markdown.ts";
import { suggestStep, suggestTrigger } from "./suggest-feature.ts";

export interface GuideHead {
  /** "ConnectWise PSA, company acme". */
  readonly title: string;
  /** ISO-8601. */
  readonly exportedAt: string;
}

export function buildWorkflowGuide(
  { title, exportedAt }: GuideHead,
  { workflows, scripts, warnings }: Printed<SourceAutomations>,
): string {
  const ordered = workflows.toSorted((a, b) => Number(b.active) - Number(a.active));
  const active = workflows.filter((one) => one.active).length;
  return lines([
    "# Automations to rebuild",
    "",
    `From ${mark(title)}, read ${exportedAt}. **Nothing of this was migrated**: Intercom's automations work differently, and a rule that was moved blindly could write to customers. Rebuild what you still need, switch it on after the cutover, and try each one with a contact of your own first.`,
    "",
    `${workflows.length} workflow rules, ${active} of them active; ${scripts === undefined ? "ConnectWise Automate was not connected, so its scripts are not listed" : `${scripts.length} Automate scripts`}. The same as data: workflows.json. Passwords and tokens were left out of both.`,
    ...(warnings.length === 0 ? [] : ["", "Could not be read:", ...warnings.map((one) => `- ${mark(one)}`)]),
    ...ordered.flatMap(describeWorkflow),
    ...(scripts === undefined || scripts.length === 0 ? [] : describeScripts(scripts)),
  ]);
}

function describeWorkflow(workflow: SourceWorkflow): string[] {
  const where = [
    workflow.table ?? "records",
    workflow.board === undefined ? "on all boards" : `on the board ${workflow.board}`,
  ].join(" ");
  return [
    "",
    `## ${mark(workflow.name)}${workflow.active ? "" : " (switched off)"}`,
    "",
    `Watches ${mark(where)}${workflow.schedule === undefined ? "" : `, ${mark(workflow.schedule)}`}.`,
    ...(workflow.events.length === 0 ? ["It has no events, so it does nothing."] : []),
    ...workflow.events.flatMap((event) => [
      "",
      `- **When**: ${mark(event.condition ?? event.name)}${event.frequency === undefined ? "" : ` (${mark(event.frequency)})`}`,
      ...event.actions.map((action) => `- **Then**: ${describeAction(action)}`),
      `- **In Intercom**: ${suggestTrigger(event)}`,
      ...event.actions.map((action) => `  - ${mark(action.kind)}: ${suggestStep(action)}`),
    ]),
    ...(workflow.triggers.length === 0
      ? []
      : [
          "",
          `Fields that it looks at: ${workflow.triggers.map(({ name, description }) => mark(description ? `${name} (${description})` : name)).join(", ")}.`,
        ]),
  ];
}

function describeAction({ kind, to, subject, text, sets }: SourceWorkflowAction): string {
  const facts = [
    to === undefined ? undefined : `to ${mark(to)}`,
    subject === undefined ? undefined : `subject “${mark(subject)}”`,
    text === undefined ? undefined : `text “${mark(text)}”`,
    ...Object.entries(sets).map(([field, value]) => `${mark(field)} = ${mark(value)}`),
  ].filter((fact) => fact !== undefined);
  return [mark(kind), ...facts].join(", ");
}

function describeScripts(scripts: NonNullable<SourceAutomations["scripts"]>): string[] {
  return [
    "",
    "## ConnectWise Automate scripts",
    "",
    "They run on devices and stay in the RMM. Where a workflow above starts one, start it from Intercom by a custom action that calls the RMM.",
    "",
    ...table(
      ["Script", "Folder", "Parameters", "Comments"],
      scripts.map((one) => [
        `${one.name} (${one.id})`,
        one.folder ?? "",
        one.parameters.join(", "),
        one.comments ?? "",
      ]),
    ),
  ];
}

const lines = (all: readonly string[]) => `${all.join("\n")}\n`;
