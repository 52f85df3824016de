// Chooses the tickets of a sample: the outliers, then greedily whatever shows most that no chosen ticket shows; pure.
import { type ClassCover, PARTS_OF_A_TICKET, type SampleClasses } from "../../model/sample.ts";
import type { TicketBundle } from "../../model/source/source.ts";
import { type ClassKind, classesOf } from "./classes.ts";
import { makeOutliers } from "./outliers.ts";

export interface SampleChoice {
  readonly ticketIds: readonly string[];
  /** Share of single values and pairs that the sample shows, 0 to 1. */
  readonly coverage: number;
  readonly classes: SampleClasses;
}

export interface SampleChooser {
  add(bundle: TicketBundle): void;
  choose(): SampleChoice;
}

/** A customer reviews each of them: fewer than 100 prove little, more than 200 nobody reads. */
export const SAMPLE_BUDGET = { min: 100, max: 200 } as const;

/** Candidates kept of a class: several, since one of them may show more besides. */
const KEPT_OF_CLASS = 3;
/** Sites beyond this many add nothing to a sample that shows several. */
const SITES = 8;
/** Of what is not covered, the classes that most tickets are in. */
const MISSED_SHOWN = 500;

/** A new value outweighs any number of new pairs, and a pair any combination. */
const WEIGHT: Readonly<Record<ClassKind, number>> = { value: 10_000, pair: 100, combination: 1 };

interface Class {
  readonly kind: ClassKind;
  readonly words: string;
  tickets: number;
  kept: number;
}

interface Candidate {
  readonly id: string;
  readonly classes: readonly Class[];
  readonly site: string;
}

export interface ChooserOptions {
  /** Tickets that are chosen if there are as many; up to 200 while more show new values or pairs. Default 100. */
  readonly budget?: number;
  /** Ids of custom fields that are pick lists. */
  readonly pickLists?: ReadonlySet<string>;
  /** True where notes, configurations and documents were read of some tickets or none: nothing is chosen by them. */
  readonly listsOnly?: boolean;
}

/** Memory grows with the classes, never with the tickets. */
export function makeSampleChooser(options: ChooserOptions = {}): SampleChooser {
  const { budget, pickLists = new Set(), listsOnly = false } = options;
  const size = Math.min(SAMPLE_BUDGET.max, Math.max(SAMPLE_BUDGET.min, budget ?? SAMPLE_BUDGET.min));
  const classes = new Map<string, Class>();
  const candidates: Candidate[] = [];
  /** For a source with few classes: any tickets will do. */
  const fillers: Candidate[] = [];
  const outliers = makeOutliers<Candidate>(listsOnly);
  let tickets = 0;

  return {
    add(bundle) {
      tickets += 1;
      const own = classesOf(bundle, pickLists, listsOnly).map(({ key, kind, words }) => {
        const known = classes.get(key) ?? { kind, words, tickets: 0, kept: 0 };
        classes.set(key, known);
        known.tickets += 1;
        return known;
      });
      const candidate = { id: bundle.ticket.id, classes: own, site: bundle.ticket.site?.id ?? "" };
      if (own.some(({ kept }) => kept < KEPT_OF_CLASS)) {
        candidates.push(candidate);
        for (const each of own) each.kept += 1;
      } else if (fillers.length < size) fillers.push(candidate);
      outliers.add(bundle, candidate);
    },
    choose() {
      const chosen = cover(outliers.list(), candidates, fillers, size);
      const seen = new Set(chosen.flatMap((one) => one.classes));
      const counted = countClasses([...classes.values()], seen, tickets);
      const wanted = counted.values.total + counted.pairs.total;
      return {
        ticketIds: chosen.map((one) => one.id).sort((a, b) => Number(a) - Number(b)),
        coverage: wanted === 0 ? 1 : (counted.values.covered + counted.pairs.covered) / wanted,
        classes: listsOnly ? { notLookedAt: PARTS_OF_A_TICKET, ...counted } : counted,
      };
    },
  };
}

/** Greedy. Past `size` only what shows a new value or pair is taken, up to the most that people review. */
function cover(
  hard: readonly Candidate[],
  candidates: readonly Candidate[],
  fillers: readonly Candidate[],
  size: number,
): readonly Candidate[] {
  const chosen = new Map<string, Candidate>();
  const seen = new Set<Class>();
  const sites = new Set<string>();
  const take = (candidate: Candidate) => {
    chosen.set(candidate.id, candidate);
    for (const each of candidate.classes) seen.add(each);
    sites.add(candidate.site);
  };
  const gain = (candidate: Candidate) => {
    let sum = sites.size < SITES && !sites.has(candidate.site) ? WEIGHT.pair / 2 : 0;
    for (const each of candidate.classes) {
      // Among equals, the class that most tickets are in.
      if (!seen.has(each)) sum += WEIGHT[each.kind] + Math.min(0.5, each.tickets / 100_000);
    }
    return sum;
  };
  for (const candidate of hard) take(candidate);
  const queue = candidates.map((candidate) => ({ candidate, gain: gain(candidate) }));
  queue.sort((a, b) => b.gain - a.gain);
  while (queue.length > 0 && chosen.size < SAMPLE_BUDGET.max) {
    const best = takeBest(queue, gain);
    const enough = chosen.size >= size ? WEIGHT.pair : Number.MIN_VALUE;
    if (best === undefined || best.gain < enough) break;
    take(best.candidate);
  }
  for (const filler of [...candidates, ...fillers]) {
    if (chosen.size >= size) break;
    take(filler);
  }
  return [...chosen.values()];
}

interface Ranked {
  readonly candidate: Candidate;
  gain: number;
}

/**
 * What a candidate shows anew can only shrink, so that an old figure is an upper bound: the first whose fresh figure
 * still beats the next one's old figure is the best. `queue` is sorted, best first.
 */
function takeBest(queue: Ranked[], gain: (candidate: Candidate) => number): Ranked | undefined {
  for (;;) {
    const [first] = queue;
    if (first === undefined) return undefined;
    const fresh = gain(first.candidate);
    queue.shift();
    if (fresh >= (queue[0]?.gain ?? 0)) return { ...first, gain: fresh };
    first.gain = fresh;
    const at = queue.findIndex((other) => other.gain < fresh);
    queue.splice(at < 0 ? queue.length : at, 0, first);
  }
}

function countClasses(all: readonly Class[], seen: ReadonlySet<Class>, tickets: number): SampleClasses {
  const of = (kind: ClassKind): ClassCover => {
    const own = all.filter((each) => each.kind === kind);
    return { total: own.length, covered: own.filter((each) => seen.has(each)).length };
  };
  const missed = all.filter((each) => !seen.has(each));
  const missedTickets = missed
    .filter(({ kind }) => kind === "combination")
    .reduce((sum, each) => sum + each.tickets, 0);
  return {
    ...{ values: of("value"), pairs: of("pair"), combinations: of("combination") },
    ticketShare: tickets === 0 ? 1 : 1 - missedTickets / tickets,
    missed: missed
      .toSorted((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind] || b.tickets - a.tickets)
      .slice(0, MISSED_SHOWN)
      .map(({ kind, words, tickets: count }) => ({ kind, words, tickets: count })),
  };
}
