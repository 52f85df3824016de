// A company's agreements → what its contacts' attributes say of them: the one that counts, the others as text.
import type { SourceAgreement } from "../model/source/source.ts";

export interface AgreementsView {
  readonly name: string;
  readonly type?: string;
  readonly status?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly slaName?: string;
  /** `5,220.00 a Month; 2 additions, 1,740.00`: for reference, Intercom bills nothing. */
  readonly amount?: string;
  /** `Block hours (2024-01-01 to 2025-01-01, Expired); …` */
  readonly others?: string;
}

/** Undefined without any. The newest one in force counts, else the newest. */
export function viewAgreements(agreements: readonly SourceAgreement[]): AgreementsView | undefined {
  const [main, ...others] = agreements.toSorted(
    (a, b) =>
      Number(isInForce(b)) - Number(isInForce(a)) ||
      compareText(b.startDate ?? "", a.startDate ?? "") ||
      compareText(a.id.padStart(20, "0"), b.id.padStart(20, "0")),
  );
  if (main === undefined) return undefined;
  const { name, status, startDate, endDate } = main;
  const type = main.agreementType?.name;
  const slaName = main.sla?.name;
  const amount = describeAmount(main);
  return {
    name,
    ...(type === undefined ? {} : { type }),
    ...(status === undefined ? {} : { status }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
    ...(slaName === undefined ? {} : { slaName }),
    ...(amount === "" ? {} : { amount }),
    ...(others.length === 0 ? {} : { others: others.map(describeOther).join("; ") }),
  };
}

/** As ConnectWise says, and not by today's date: the same extract always gives the same record. */
function isInForce({ status, cancelled }: SourceAgreement): boolean {
  return !cancelled && (status === undefined || status === "Active");
}

function describeAmount({ billAmount, billingCycle, currency, additions }: SourceAgreement): string {
  const current = additions.filter((one) => !one.cancelled);
  const extra = current.reduce((sum, one) => sum + (one.quantity ?? 0) * (one.unitPrice ?? 0), 0);
  const parts = [];
  if (billAmount !== undefined) {
    parts.push(`${money(billAmount, currency)}${billingCycle === undefined ? "" : ` (${billingCycle})`}`);
  }
  if (current.length > 0) {
    const noun = current.length === 1 ? "addition" : "additions";
    parts.push(`${current.length} ${noun}, ${money(extra, currency)}`);
  }
  return parts.join("; ");
}

/** Always with two digits after the point, in the same grouping everywhere. */
function money(amount: number, currency: string | undefined): string {
  const text = amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return currency === undefined ? text : `${text} ${currency}`;
}

function describeOther({ name, startDate, endDate, status, cancelled }: SourceAgreement): string {
  const day = (date: string | undefined) => date?.slice(0, 10);
  const dates = [day(startDate), day(endDate)].filter(Boolean).join(" to ");
  const facts = [dates, cancelled ? "Cancelled" : status].filter(Boolean).join(", ");
  return facts === "" ? name : `${name} (${facts})`;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
