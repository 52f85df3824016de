// A plan → lines for people, in plain words; the most important first.
import type { HelpObject, Plan, PlannedObject } from "../model/plan.ts";

const NAMES: Readonly<Record<PlannedObject | HelpObject, string>> = {
  company: "Companies",
  contact: "Contacts",
  conversation: "Conversations",
  collection: "Help Center collections",
  article: "Draft articles",
};

export function summarizePlan(plan: Plan): readonly string[] {
  const what =
    plan.scope.kind === "all" ? "Everything" : `A sample of ${plan.scope.ticketIds.length} tickets`;
  return [
    `${what} from ${plan.source.title} to the ${plan.environment} workspace "${plan.workspace.name}".`,
    ...(["company", "contact", "conversation"] as const).map((object) => describeCounts(plan, object)),
    ...(["collection", "article"] as const).map((object) => describeCounts(plan, object)),
    `${count(plan.operations)} requests to Intercom, about ${describeDuration(plan.estimatedSeconds)}.`,
    describeList(
      "Attributes to create",
      plan.attributesToCreate.map((one) => `${one.name} (${one.type})`),
    ),
    describeList(
      "Attributes that exist already",
      plan.attributesToAdopt.map((one) => one.name),
    ),
    describeList("Teams that people must create in Intercom first", plan.teamsToCreate),
    ...plan.losses.map((loss) => loss.sentence),
    ...plan.warnings.map((warning) => `Note: ${warning}`),
  ].filter((line) => line !== "");
}

function describeCounts(plan: Plan, object: PlannedObject | HelpObject): string {
  const counts = plan.objects[object];
  if (counts === undefined) return "";
  const { create, update, unchanged, excluded } = counts;
  const parts = [
    `${count(create)} to create`,
    update > 0 ? `${count(update)} to update` : "",
    unchanged > 0 ? `${count(unchanged)} unchanged` : "",
    excluded > 0 ? `${count(excluded)} left behind by the map` : "",
  ];
  return `${NAMES[object]}: ${parts.filter(Boolean).join(", ")}.`;
}

function describeList(label: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${label}: ${items.join(", ")}.`;
}

/** "40 s", "12 min", "3 h 20 min". */
function describeDuration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const count = (value: number) => value.toLocaleString("en-US");
