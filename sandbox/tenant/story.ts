// The story of one ticket: what happened when, drawn from the ticket's own stream, so it can be told again.
import { drawProjectTemplate, drawServiceTemplate } from "./corpus/index.ts";
import type { TicketTemplate } from "./corpus/template.ts";
import { DAY, HOUR, MINUTE } from "./info.ts";
import { between, chance, pick, type Random, randomFor } from "./random.ts";

export interface StoryEvent {
  readonly by: "opening" | "tech" | "contact" | "internal" | "resolution";
  readonly atMs: number;
  readonly text: string;
}

interface StoryWork {
  readonly startMs: number;
  readonly hours: number;
  readonly text: string;
}

export interface Story {
  readonly template: TicketTemplate;
  readonly summary: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly events: readonly StoryEvent[];
  readonly work: readonly StoryWork[];
  /** When it was done; absent while open. */
  readonly closedMs?: number;
  readonly lastMs: number;
}

const PRINTERS = ["HP-M479-Front", "Canon-C3530", "Brother-Warehouse", "Xerox-2F", "Label-Zebra1"];
const APPS = ["QuickBooks", "Excel", "AutoCAD", "Adobe Acrobat", "Dentrix", "Sage 50", "Salesforce"];
const VENDORS = ["Comcast", "Dell", "Lenovo", "Microsoft", "Lumen", "Ingram Micro"];
const DEPARTMENTS = ["Finance", "Sales", "HR", "Operations", "Legal", "Reception"];
const PEOPLE = [
  "Olivia Grant",
  "Ben Castillo",
  "Nadia Petrov",
  "José Núñez",
  "Chloë Wright",
  "Andre Dubois",
  "Mei Lin",
];

/** The slots that don't depend on who asks; `first`, `company`, `site`, `tech`, `owner`, `domain` join later. */
function drawSlots(random: Random): Record<string, string> {
  const manager = pick(random, PEOPLE);
  return {
    printer: pick(random, PRINTERS),
    app: pick(random, APPS),
    vendor: pick(random, VENDORS),
    dept: pick(random, DEPARTMENTS),
    manager,
    user: pick(
      random,
      PEOPLE.filter((name) => name !== manager),
    ),
    host: `${pick(random, ["WS", "LT", "PC"])}-${between(random, 100, 999)}`,
    server: `${pick(random, ["SRV", "DC", "SQL", "FS"])}${between(random, 1, 12)}`,
    case: String(between(random, 10_000, 99_999)),
    ip: `10.${between(random, 0, 60)}.${between(random, 0, 40)}.${between(random, 2, 250)}`,
    time: `${between(random, 7, 18)}:${pick(random, ["00", "15", "30", "45"])}`,
  };
}

const CLOSED_BY_AGE = [
  [3, 0.3],
  [14, 0.6],
  [45, 0.88],
] as const;

function isDone(random: Random, ageDays: number): boolean {
  const share = CLOSED_BY_AGE.find(([days]) => ageDays < days)?.[1] ?? 0.97;
  return chance(random, share);
}

/** Tells a ticket's story. The same arguments tell the same one; nothing in it lies after `nowMs`. */
export function tellStory(
  seed: number,
  ticketId: number,
  createdMs: number,
  nowMs: number,
  kind: "service" | "project",
): Story {
  const random = randomFor(seed, "story", ticketId);
  const template = kind === "service" ? drawServiceTemplate(random) : drawProjectTemplate(random);
  const slots = drawSlots(random);
  const summary = pick(random, template.summaries);
  const events: StoryEvent[] = [{ by: "opening", atMs: createdMs, text: pick(random, template.openings) }];
  const latest = nowMs - MINUTE;
  let atMs = createdMs;
  const turns = chance(random, 0.45) ? between(random, 1, template.exchanges.length) : 0;
  for (const exchange of template.exchanges.slice(0, turns)) {
    atMs += between(random, 6, events.length === 1 ? 180 : 1400) * MINUTE + between(random, 0, 59) * 1000;
    if (atMs > latest) break;
    events.push({ by: exchange.by, atMs, text: exchange.text });
  }
  atMs = Math.min(atMs, latest);
  const work: StoryWork[] = [];
  const done = isDone(random, (nowMs - createdMs) / DAY) && atMs + 2 * HOUR < latest;
  const share = random();
  const entries = share < 0.32 ? 0 : share < 0.88 ? 1 : 2;
  for (let at = 0; at < entries; at += 1) {
    const hours = between(random, 1, 8) / 4;
    const startMs = atMs + between(random, 1, 40) * MINUTE;
    if (startMs + hours * HOUR > latest) break;
    work.push({ startMs, hours, text: pick(random, template.work) });
    atMs = startMs + hours * HOUR;
  }
  if (!done) return { template, summary, slots, events, work, lastMs: atMs };
  const closedMs = Math.min(latest, atMs + between(random, 5, 2400) * MINUTE);
  if (chance(random, 0.62)) {
    events.push({ by: "resolution", atMs: closedMs - 1000, text: pick(random, template.resolutions) });
  }
  return { template, summary, slots, events, work, closedMs, lastMs: closedMs };
}
