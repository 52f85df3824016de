// What ConnectWise has and a move leaves there: counted where one request can count it.
import type { LeftBehind } from "../../../model/survey.ts";
import { concernsOnePart } from "../../refusals.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { fetchCount } from "../client/count.ts";

/** Lists that have a `/count` of all their records. */
const COUNTED: Readonly<Record<string, string>> = {
  opportunities: "sales/opportunities",
  activities: "sales/activities",
  sales_orders: "sales/orders",
  products: "procurement/products",
  catalog_items: "procurement/catalog",
  expenses: "expense/entries",
  invoices: "finance/invoices",
  appointments: "schedule/entries",
};

/** These stand below single records, so that no request counts them. */
const UNCOUNTED: readonly string[] = [
  "ticket_surveys",
  "audit_trail",
  "ticket_tasks",
  "company_notes",
  "contact_notes",
  "project_notes",
  "other_documents",
];

/** What is not there at all is left out; what may not be counted is named without a number. */
export async function fetchLeftBehind(
  client: ConnectWiseClient,
  signal?: AbortSignal,
): Promise<readonly LeftBehind[]> {
  const counted = await Promise.all(
    Object.entries(COUNTED).map(async ([kind, path]): Promise<LeftBehind> => {
      try {
        return { kind, count: await fetchCount(client, path, [], signal) };
      } catch (error) {
        if (!(await concernsOnePart(error, client, signal))) throw error;
        return { kind };
      }
    }),
  );
  return [...counted.filter(({ count }) => count !== 0), ...UNCOUNTED.map((kind) => ({ kind }))];
}
