// Time entries → an internal note each, and sums for the conversation's attributes.
import type { SourceTimeEntry } from "../model/source/source.ts";
import type { TransformContext } from "./context.ts";
import { nameOfMember } from "./people.ts";

export interface TimeSummary {
  readonly actualHours?: number;
  /** Hours that are billed to the customer: those of entries marked Billable. */
  readonly hoursBilled?: number;
  readonly hourlyRate?: number;
  /** What was written in `notes`, joined. */
  readonly notes?: string;
  /** Distinct rates, ascending; with several, `hourlyRate` is their average weighted by hours. */
  readonly rates: readonly number[];
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));
const billed = (entry: SourceTimeEntry) => entry.hoursBilled ?? entry.actualHours;

export function summarizeTime(entries: readonly SourceTimeEntry[]): TimeSummary {
  if (entries.length === 0) return { rates: [] };
  const billable = entries.filter((entry) => entry.billableOption === "Billable");
  const priced = billable.filter((entry) => entry.hourlyRate !== undefined);
  const rates = [...new Set(priced.map((entry) => entry.hourlyRate ?? 0))].sort((a, b) => a - b);
  const notes = entries.map((entry) => entry.notes?.trim()).filter(Boolean);
  const rate = rates.length > 1 ? averageRate(priced) : rates[0];
  return {
    actualHours: round(sum(entries.map((entry) => entry.actualHours)), 4),
    hoursBilled: round(sum(billable.map(billed)), 4),
    ...(rate === undefined ? {} : { hourlyRate: rate }),
    ...(notes.length > 0 ? { notes: notes.join("; ") } : {}),
    rates,
  };
}

function averageRate(entries: readonly SourceTimeEntry[]): number {
  const hours = sum(entries.map(billed));
  if (hours === 0) return round(sum(entries.map((entry) => entry.hourlyRate ?? 0)) / entries.length, 2);
  return round(sum(entries.map((entry) => billed(entry) * (entry.hourlyRate ?? 0))) / hours, 2);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const BILLABLE: Readonly<Record<SourceTimeEntry["billableOption"], string>> = {
  Billable: "billable",
  DoNotBill: "not billable",
  NoCharge: "no charge",
  NoDefault: "billing not set",
};

/** Only what differs from what stands there already. */
function furtherFacts(entry: SourceTimeEntry): readonly (string | undefined)[] {
  const { invoiceHours, agreementHours, workRole, status } = entry;
  return [
    workRole,
    invoiceHours === undefined || invoiceHours === billed(entry) ? undefined : `${invoiceHours} h invoiced`,
    agreementHours ? `${agreementHours} h by agreement` : undefined,
    status,
  ];
}

/** The note's text: who, when, how long, at what rate, billable or not; then what was written, unless it stands beside. */
export function describeTimeEntry(
  entry: SourceTimeEntry,
  context: TransformContext,
  notes: "with notes" | "without notes" = "with notes",
  as: "today" | "an older version" = "today",
): string {
  const when = entry.timeStart.slice(0, 16).replace("T", " ");
  const facts = [
    `${entry.actualHours} h`,
    entry.hoursBilled === undefined ? undefined : `${entry.hoursBilled} h billed`,
    entry.hourlyRate === undefined ? undefined : `rate ${entry.hourlyRate.toFixed(2)}`,
    BILLABLE[entry.billableOption],
    entry.workType,
    ...(as === "an older version" ? [] : furtherFacts(entry)),
  ].filter(Boolean);
  const lines = [`Time entry: ${nameOfMember(entry.member, context)}, ${when} UTC, ${facts.join(", ")}`];
  if (notes === "with notes" && entry.notes?.trim()) lines.push("", entry.notes.trim());
  if (entry.internalNotes?.trim()) lines.push("", `Internal: ${entry.internalNotes.trim()}`);
  return lines.join("\n");
}
