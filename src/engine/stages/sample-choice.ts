// Chooses the tickets of a sample: every board × status × priority × type it can, and the hard cases; pure.
import type { TicketBundle } from "../model/source.ts";

export interface SampleChoice {
  readonly ticketIds: readonly string[];
  /** Classes (board × status × priority × type) that occur, and how many the sample holds. */
  readonly classes: number;
  readonly coveredClasses: number;
  /** 0 to 1. */
  readonly coverage: number;
}

export interface SampleChooser {
  add(bundle: TicketBundle): void;
  choose(): SampleChoice;
}

/** A customer reviews each of them: fewer than 100 prove little, more than 200 nobody reads. */
const SAMPLE_BUDGET = { min: 100, max: 200 } as const;

/** Candidates kept of a class, and of each hard case. */
const KEPT_OF_CLASS = 4;
const KEPT_OF_CASE = 5;

interface Candidate {
  readonly id: string;
  readonly classKey: string;
  /** `board=1`, `status=101`, …: what is covered one by one before combinations are. */
  readonly values: readonly string[];
  readonly notes: number;
}

/** Hard cases, by what makes a ticket one. */
const CASES: Readonly<Record<string, (bundle: TicketBundle) => number>> = {
  notes: ({ notes }) => notes.length,
  time: ({ timeEntries }) => timeEntries.length,
  longText: ({ notes }) => Math.max(0, ...notes.map((note) => note.text.length)) - 2000,
  noEmail: ({ ticket }) => (ticket.contact && !ticket.contactEmail ? 1 : 0),
  noContact: ({ ticket }) => (ticket.contact ? 0 : 1),
  merged: ({ ticket }) => (ticket.mergedParentTicketId || ticket.parentTicketId ? 1 : 0),
  sla: ({ ticket }) => (ticket.sla ? 1 : 0),
  project: ({ ticket }) => (ticket.recordType === "ServiceTicket" ? 0 : 1),
  customFields: ({ ticket }) => ticket.customFields.length,
  internal: ({ notes }) => notes.filter((note) => note.internal).length,
};

/** Memory grows with the classes, never with the tickets. */
export function makeSampleChooser(budget: number = 100): SampleChooser {
  const size = Math.min(SAMPLE_BUDGET.max, Math.max(SAMPLE_BUDGET.min, budget));
  const classes = new Map<string, { count: number; readonly kept: Candidate[] }>();
  /** For a source with few classes: any tickets will do. */
  const fillers: Candidate[] = [];
  const cases = new Map<string, { readonly score: number; readonly candidate: Candidate }[]>();
  return {
    add(bundle) {
      const candidate = describe(bundle);
      const known = classes.get(candidate.classKey) ?? { count: 0, kept: [] };
      classes.set(candidate.classKey, known);
      known.count += 1;
      if (known.kept.length < KEPT_OF_CLASS) known.kept.push(candidate);
      else if (fillers.length < size) fillers.push(candidate);
      for (const [name, rate] of Object.entries(CASES)) {
        const score = rate(bundle);
        if (score <= 0) continue;
        const best = cases.get(name) ?? [];
        cases.set(name, best);
        best.push({ score, candidate });
        best.sort((a, b) => b.score - a.score || Number(a.candidate.id) - Number(b.candidate.id));
        best.length = Math.min(best.length, KEPT_OF_CASE);
      }
    },
    choose() {
      const hard = [...cases.values()].flatMap((best) => best.map((one) => one.candidate));
      const chosen = cover([...classes.values()], hard, fillers, size);
      const covered = new Set(chosen.map((one) => one.classKey)).size;
      return {
        ticketIds: chosen.map((one) => one.id).sort((a, b) => Number(a) - Number(b)),
        classes: classes.size,
        coveredClasses: covered,
        coverage: classes.size === 0 ? 1 : covered / classes.size,
      };
    },
  };
}

function describe({ ticket, notes }: TicketBundle): Candidate {
  const values = [
    `board=${ticket.board?.id ?? ""}`,
    `status=${ticket.board?.id ?? ""}/${ticket.status?.id ?? ""}`,
    `priority=${ticket.priority?.id ?? ""}`,
    `type=${ticket.ticketType?.id ?? ""}`,
    `site=${ticket.site?.id ?? ""}`,
    `owner=${ticket.owner?.id ?? ""}`,
  ];
  return { id: ticket.id, classKey: values.slice(0, 4).join(" "), values, notes: notes.length };
}

/** Greedy: hard cases, then whoever shows most that is new, then more of the largest classes, then anybody. */
function cover(
  classes: readonly { readonly count: number; readonly kept: readonly Candidate[] }[],
  hard: readonly Candidate[],
  fillers: readonly Candidate[],
  size: number,
): readonly Candidate[] {
  const chosen = new Map<string, Candidate>();
  const seen = new Set<string>();
  const take = (candidate: Candidate) => {
    if (chosen.size >= size) return;
    chosen.set(candidate.id, candidate);
    seen.add(candidate.classKey);
    for (const value of candidate.values) seen.add(value);
  };
  // Hard cases may take half of the room.
  for (const candidate of hard.slice(0, Math.floor(size / 2))) take(candidate);
  const bySize = classes.toSorted((a, b) => b.count - a.count);
  const novelty = (one: Candidate) => one.values.filter((value) => !seen.has(value)).length;
  const rest = bySize.flatMap(({ kept }) => kept);
  for (;;) {
    const best = rest.reduce<Candidate | undefined>(
      (found, one) => (novelty(one) > (found ? novelty(found) : 0) ? one : found),
      undefined,
    );
    if (!best || chosen.size >= size) break;
    take(best);
  }
  for (const { kept } of bySize) {
    const [first] = kept;
    if (first && !seen.has(first.classKey)) take(first);
  }
  for (let round = 0; round < KEPT_OF_CLASS && chosen.size < size; round += 1) {
    for (const { kept } of bySize) {
      const next = kept[round];
      if (next && !chosen.has(next.id)) take(next);
    }
  }
  for (const filler of fillers) take(filler);
  return [...chosen.values()];
}
