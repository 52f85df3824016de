// The whole corpus, and the draw of a template by weight.
import { pick, type Random } from "../random.ts";
import { DEVICE_TEMPLATES } from "./devices.ts";
import { MANAGED_SERVICES_TEMPLATES } from "./managed-services.ts";
import { PEOPLE_TEMPLATES } from "./people.ts";
import { PROJECT_TEMPLATES } from "./projects.ts";
import { SALES_TEMPLATES } from "./sales.ts";
import { SOFTWARE_TEMPLATES } from "./software.ts";
import type { TicketTemplate } from "./template.ts";

const SERVICE_TEMPLATES: readonly TicketTemplate[] = [
  ...DEVICE_TEMPLATES,
  ...SOFTWARE_TEMPLATES,
  ...PEOPLE_TEMPLATES,
  ...MANAGED_SERVICES_TEMPLATES,
  ...SALES_TEMPLATES,
];

export const ALL_TEMPLATES: readonly TicketTemplate[] = [...SERVICE_TEMPLATES, ...PROJECT_TEMPLATES];

const BY_WEIGHT = SERVICE_TEMPLATES.flatMap((template) =>
  Array<TicketTemplate>(template.weight).fill(template),
);

export function drawServiceTemplate(random: Random): TicketTemplate {
  return pick(random, BY_WEIGHT);
}

export function drawProjectTemplate(random: Random): TicketTemplate {
  return pick(random, PROJECT_TEMPLATES);
}
