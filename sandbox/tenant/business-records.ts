// What an MSP has in ConnectWise besides its helpdesk: a few of each, so that a move can say what it leaves.
import { DAY, infoOf } from "./info.ts";
import type { PlainRecord } from "./records.ts";

export interface BusinessRecords {
  readonly opportunities: readonly PlainRecord[];
  readonly activities: readonly PlainRecord[];
  readonly salesOrders: readonly PlainRecord[];
  readonly products: readonly PlainRecord[];
  readonly catalogItems: readonly PlainRecord[];
  readonly expenses: readonly PlainRecord[];
  readonly invoices: readonly PlainRecord[];
  readonly appointments: readonly PlainRecord[];
}

export function makeBusinessRecords(nowMs: number): BusinessRecords {
  const some = (count: number, name: string): readonly PlainRecord[] =>
    Array.from({ length: count }, (_, at) => ({
      id: at + 1,
      name: `${name} ${at + 1}`,
      _info: infoOf(nowMs - (count - at) * DAY, nowMs - (count - at) * DAY),
    }));
  return {
    opportunities: some(12, "Opportunity"),
    activities: some(40, "Activity"),
    salesOrders: some(5, "Order"),
    products: some(90, "Product"),
    catalogItems: some(30, "Item"),
    expenses: some(7, "Expense"),
    invoices: some(60, "Invoice"),
    appointments: some(25, "Appointment"),
  };
}
