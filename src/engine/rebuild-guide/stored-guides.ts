// The shape of kept guides: a document of another version is taken for none.
import { z } from "zod";
import type { RebuildGuides } from "../model/reports/rebuild-guides.ts";
import type { Saying } from "../model/sayings/saying.ts";

const text = z.string();
const list = <S extends z.ZodType>(item: S) => z.array(item);
/** An older version kept prose. */
const saying = z.union([
  text.transform((told): Saying => ({ code: "told", args: { text: told } })),
  z.custom<Saying>((value) => typeof value === "object" && value !== null && "code" in value),
]);
const ref = z.object({ id: text, name: text.exactOptional() });

const action = z.object({
  ...{ id: text, kind: text, sets: z.record(text, text) },
  ...{ to: text.exactOptional(), subject: text.exactOptional(), text: text.exactOptional() },
});
const event = z.object({
  ...{ id: text, name: text, actions: list(action) },
  ...{ condition: text.exactOptional(), frequency: text.exactOptional() },
});
const workflow = z.object({
  ...{ id: text, name: text, active: z.boolean(), events: list(event) },
  ...{ table: text.exactOptional(), board: text.exactOptional(), schedule: text.exactOptional() },
  triggers: list(z.object({ name: text, description: text.exactOptional() })),
});
const script = z.object({
  ...{ id: text, name: text, parameters: list(text) },
  ...{ folder: text.exactOptional(), comments: text.exactOptional() },
});
const hours = z.number().exactOptional();
const sla = z.object({
  ...{ id: text, name: text, businessHours: z.boolean() },
  ...{ basedOn: text.exactOptional(), calendar: ref.exactOptional() },
  priorities: list(
    z.object({ priority: ref, respondHours: hours, planHours: hours, resolutionHours: hours }),
  ),
});
const project = z.object({
  ...{ id: text, name: text, closed: z.boolean() },
  ...{ company: ref.exactOptional(), agreement: ref.exactOptional() },
  ...{ billingMethod: text.exactOptional(), billTime: text.exactOptional() },
  ...{ billingAmount: z.number().exactOptional(), budgetHours: hours, actualHours: hours },
});
const hierarchy = z.object({
  ...{ id: text, name: text, type: text.exactOptional(), company: text.exactOptional() },
  ...{ parts: z.number(), firstParts: list(text) },
});

export const rebuildGuides: z.ZodType<RebuildGuides> = z.object({
  ...{ title: text, readAt: text, warnings: list(saying) },
  workflows: list(workflow),
  scripts: list(script).exactOptional(),
  calendars: list(z.object({ id: text, name: text, hours: list(text), holidays: list(text) })),
  slaUse: list(z.object({ boardId: text, slaId: text, tickets: z.number() })),
  slas: list(sla),
  boards: list(z.object({ id: text, name: text })),
  projects: z.object({ total: z.number(), open: z.number(), first: list(project) }),
  hierarchies: z.object({
    ...{ configurations: z.number(), children: z.number(), parents: z.number() },
    first: list(hierarchy),
  }),
});

/** Without the fields that no guide shows. */
export const trimGuides = (found: RebuildGuides): RebuildGuides => rebuildGuides.parse(found);
