// The budget of one credential in the window under way: a pure function that grants permits and learns from answers.

export interface BudgetRules {
  /** Length of the destination's windows. Intercom: 10 s. */
  readonly windowMs: number;
  /** Requests a window; a smaller limit in the headers wins. Intercom: 1,666. */
  readonly limitPerWindow: number;
  /** Part of the limit, 0 to 1, that is left to the customer's other apps. */
  readonly reserveShare: number;
  /** Requests that stay unused under the least `remaining` seen: others may be faster than the news of them. */
  readonly margin: number;
  /** Permits before the first answer of a window says what is left of it. */
  readonly probe: number;
  /** Pause around a window's end, for clocks and requests under way. */
  readonly edgeMs: number;
  /** After so long without a word the holder of the first permits may be dead: one more feels what is left. */
  readonly patienceMs: number;
}

/** Moments are Unix milliseconds. */
export interface Budget {
  readonly end: number;
  /** True until a reset header said where windows end. */
  readonly guessed: boolean;
  /** Permits given out that count in this window, those carried over included. */
  readonly granted: number;
  /** Requests of the window before that had no answer when it ended: they may count here. */
  readonly carried: number;
  readonly answered: number;
  /** The least that an answer of this window said. */
  readonly remaining: number | null;
  /** An answer came without headers: only our own count is known. */
  readonly blind: boolean;
  /** An answer named an earlier window: their clock may be behind ours, so this window is felt for one by one. */
  readonly stale: boolean;
  readonly limit: number;
  readonly holdUntil: number;
  /** When a permit was last given, an answer told or a window begun. Absent in rows of older versions. */
  readonly heardAt?: number;
}

/** What a process tells and asks at once. */
export interface BudgetRequest {
  readonly now: number;
  readonly want: number;
  /** Answers since the last request. */
  readonly answered: number;
  /** Permits of a block that nobody used, and the window they were for. */
  readonly unused: number;
  readonly unusedEnd: number;
  readonly blind: boolean;
  /** The newest window that answers named, and the least `remaining` in it. */
  readonly seen?: { readonly resetAt: number; readonly remaining: number; readonly limit?: number };
  /** After a 429: nobody sends before this moment. */
  readonly holdUntil?: number;
}

export interface BudgetAnswer {
  readonly granted: number;
  /** The permits die at this moment. */
  readonly end: number;
  readonly holdUntil: number;
  /** Nothing granted: ask again when answers have come, or at this moment at the latest. */
  readonly waiting: "answers" | "window";
  readonly nextAt: number;
}

export function spend(
  before: Budget | undefined,
  request: BudgetRequest,
  rules: BudgetRules,
): { readonly budget: Budget; readonly answer: BudgetAnswer } {
  const learned = learn(before ?? firstBudget(request.now, rules), request, rules);
  const open =
    request.now < learned.end
      ? available(learned, request.now, rules)
      : { permits: 0, waiting: "window" as const };
  const granted = request.now < learned.holdUntil ? 0 : Math.max(0, Math.min(request.want, open.permits));
  const heard = granted > 0 || request.answered > 0 || learned.end !== before?.end;
  const budget = {
    ...learned,
    granted: learned.granted + granted,
    ...(heard ? { heardAt: request.now } : {}),
  };
  return {
    budget,
    answer: {
      granted,
      end: budget.end,
      holdUntil: budget.holdUntil,
      waiting: open.waiting,
      nextAt: Math.max(budget.end + rules.edgeMs, budget.holdUntil),
    },
  };
}

function firstBudget(now: number, rules: BudgetRules): Budget {
  const end = (Math.floor(now / rules.windowMs) + 1) * rules.windowMs;
  return { ...emptyWindow(end), guessed: true, limit: rules.limitPerWindow, holdUntil: 0 };
}

function emptyWindow(end: number) {
  return { end, granted: 0, carried: 0, answered: 0, remaining: null, blind: false, stale: false };
}

function learn(before: Budget, request: BudgetRequest, rules: BudgetRules): Budget {
  // Permits of the window before can only be among those carried over.
  const late = request.unusedEnd <= before.end - rules.windowMs / 2;
  const back = late ? Math.min(request.unused, before.carried) : request.unused;
  let budget: Budget = {
    ...before,
    granted: Math.max(0, before.granted - back),
    carried: late ? before.carried - back : before.carried,
    answered: before.answered + request.answered,
    blind: before.blind || request.blind,
    holdUntil: Math.max(before.holdUntil, request.holdUntil ?? 0),
  };
  if (request.seen !== undefined) budget = hear(budget, request.seen, request.now, rules);
  if (request.now >= budget.end + rules.edgeMs) {
    const windows = Math.ceil((request.now - rules.edgeMs - budget.end + 1) / rules.windowMs);
    budget = roll(budget, budget.end + windows * rules.windowMs, rules);
  }
  return budget;
}

/** A later window than ours has begun over there; an earlier one is old news; ours tells what is left. */
function hear(
  budget: Budget,
  seen: NonNullable<BudgetRequest["seen"]>,
  now: number,
  rules: BudgetRules,
): Budget {
  const half = rules.windowMs / 2;
  // A reset may be told for a longer period that these windows divide.
  const beyond = Math.max(0, Math.ceil((seen.resetAt - now - 1.5 * rules.windowMs) / rules.windowMs));
  const end = seen.resetAt - beyond * rules.windowMs;
  let heard = budget;
  if (budget.guessed) heard = { ...budget, end, guessed: false };
  else if (end >= budget.end + half) heard = roll(budget, end, rules);
  else if (end <= budget.end - half) return { ...budget, stale: true };
  return {
    ...heard,
    remaining: Math.min(heard.remaining ?? seen.remaining, seen.remaining),
    limit: Math.min(rules.limitPerWindow, seen.limit ?? rules.limitPerWindow),
  };
}

/** Requests without an answer are carried over once; a request that was lost is not carried for ever. */
function roll(budget: Budget, end: number, rules: BudgetRules): Budget {
  const open = Math.min(budget.granted - budget.answered, budget.granted - budget.carried);
  const carried = end - budget.end < 1.5 * rules.windowMs ? Math.max(0, open) : 0;
  return { ...budget, ...emptyWindow(end), granted: carried, carried };
}

function available(
  budget: Budget,
  now: number,
  rules: BudgetRules,
): { readonly permits: number; readonly waiting: BudgetAnswer["waiting"] } {
  const own = budget.granted - budget.carried;
  const share = Math.floor(budget.limit * (1 - rules.reserveShare)) - own;
  if (share <= 0) return { permits: 0, waiting: "window" };
  const outstanding = Math.max(0, budget.granted - budget.answered);
  if (budget.remaining === null) {
    if (budget.blind) return { permits: share, waiting: "window" };
    const probe = (budget.stale ? 1 : rules.probe) - outstanding;
    // Whoever was killed never tells. Its permits stay counted; but one answer is all that is needed to go on.
    const silent = now - (budget.heardAt ?? now) >= rules.patienceMs;
    return { permits: Math.min(share, silent ? Math.max(1, probe) : probe), waiting: "answers" };
  }
  // Every answered request is in the least `remaining`; every other one may still come off it.
  const left = budget.remaining - outstanding - rules.margin;
  const spent = budget.remaining <= rules.margin;
  return { permits: Math.min(share, left), waiting: spent ? "window" : "answers" };
}
