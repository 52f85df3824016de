// Reads a model's proposal row by row: what can't be read costs its own row, and is named so that it can be repaired.
import { z } from "zod";
import { findJson } from "./find-json.ts";
import { type ModelProposal, modelProposal } from "./proposal-schema.ts";

export interface ReadProposal {
  readonly proposal: ModelProposal;
  /** One sentence for each row that could not be read. */
  readonly unreadable: readonly string[];
}

const PARTS = ["customFields", "statuses", "boards"] as const;
const CHOICES = new Set(["action", "type", "state"]);
const IDS = ["id", "boardId", "statusId"];

/** Undefined where the answer holds no proposal at all. */
export function readProposal(content: string): ReadProposal | undefined {
  return findJson(content, (value) => {
    const answer = z.record(z.string(), z.unknown()).safeParse(value).data;
    if (answer === undefined || !PARTS.some((part) => Array.isArray(answer[part]))) return undefined;
    const unreadable: string[] = [];
    const rows = <T>(part: (typeof PARTS)[number], schema: z.ZodType<T>): T[] => {
      const given = answer[part];
      if (!Array.isArray(given)) return [];
      return given.flatMap((row: unknown) => {
        const parsed = schema.safeParse(tidyRow(row));
        if (parsed.success) return [parsed.data];
        unreadable.push(describeRow(part, row, parsed.error));
        return [];
      });
    };
    const { shape } = modelProposal;
    const proposal = {
      customFields: rows("customFields", shape.customFields.element),
      statuses: rows("statuses", shape.statuses.element),
      boards: rows("boards", shape.boards.element),
    };
    return { proposal, unreadable };
  });
}

/** Spelling is no mistake: `Closed` is `closed`, `"0.9"` and `"90 %"` are numbers, an id may be one. */
function tidyRow(row: unknown): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(row);
  if (!parsed.success) return row;
  return Object.fromEntries(
    Object.entries(parsed.data).map(([key, value]) => [key, tidyValue(key, value)] as const),
  );
}

function tidyValue(key: string, value: unknown): unknown {
  if (IDS.includes(key) && typeof value === "number") return String(value);
  if (typeof value !== "string") return value;
  if (CHOICES.has(key)) return value.trim().toLowerCase();
  if (key !== "confidence") return value;
  const [, digits, percent] = /^\s*(\d{1,3}(?:\.\d{1,10})?)\s*(%?)\s*$/.exec(value) ?? [];
  return digits === undefined ? value : Number(digits) / (percent ? 100 : 1);
}

function describeRow(part: string, row: unknown, error: z.ZodError): string {
  const values = z.record(z.string(), z.unknown()).safeParse(row).data ?? {};
  const ids = IDS.flatMap((key) => {
    const id = values[key];
    return typeof id === "string" || typeof id === "number" ? [`${key} ${String(id).slice(0, 60)}`] : [];
  });
  const why = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  return `A row of ${part} (${ids.join(", ") || "without an id"}) can't be read: ${why.slice(0, 200)}.`;
}
