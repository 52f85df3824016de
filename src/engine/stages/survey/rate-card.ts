// The operator's prices, from a JSON file: what a survey makes a price of.
import { z } from "zod";
import { InputError } from "../../errors.ts";

/**
 * The file is one JSON object, for example
 * `{"currency": "USD", "base": 1500, "perThousandTickets": 40, "perThousandContacts": 10, "minimum": 2000}`.
 * Amounts are in the currency's main unit; what is left out costs nothing.
 */
const rateCard = z.strictObject({
  /** ISO 4217, e.g. `USD`. */
  currency: z.string().regex(/^[A-Z]{3}$/, "must be three capital letters, e.g. USD"),
  base: z.number().nonnegative(),
  perThousandTickets: z.number().nonnegative(),
  perThousandContacts: z.number().nonnegative().default(0),
  perThousandTimeEntries: z.number().nonnegative().default(0),
  /** For each custom field that some record fills. */
  perCustomField: z.number().nonnegative().default(0),
  /** The price is never below this. */
  minimum: z.number().nonnegative().default(0),
});

export type RateCard = z.output<typeof rateCard>;

/** @throws InputError that names the field at fault */
export function parseRateCard(json: string): RateCard {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw refused({});
  }
  const read = rateCard.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw refused({ field: issue?.path.join(".") || "{}", problem: issue?.message ?? "" });
}

function refused(why: { readonly field?: string; readonly problem?: string }): InputError {
  return new InputError({ code: "rate_card_invalid", args: why });
}

export interface PricedCounts {
  readonly tickets: number;
  readonly contacts: number;
  readonly timeEntries: number;
  readonly customFields: number;
}

/** Rounded to whole cents. */
export function readPrice(card: RateCard, counts: PricedCounts): { amount: number; currency: string } {
  const amount =
    card.base +
    (counts.tickets / 1000) * card.perThousandTickets +
    (counts.contacts / 1000) * card.perThousandContacts +
    (counts.timeEntries / 1000) * card.perThousandTimeEntries +
    counts.customFields * card.perCustomField;
  return { amount: Math.round(Math.max(amount, card.minimum) * 100) / 100, currency: card.currency };
}
