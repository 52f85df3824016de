// What the API member may read, by module: a level below All silently shrinks every list.
import type { RightsReport } from "../../../model/survey.ts";
import { concernsOnePart } from "../../refusals.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { securityRow } from "./schema-people.ts";

/** What a migration reads, and how `/system/mySecurity` may call it (spaces, case and plural differ). */
const NEEDED: readonly { readonly module: string; readonly names: RegExp }[] = [
  { module: "Companies", names: /^compan(y|ies)(maintenance)?$/ },
  { module: "Contacts", names: /^contacts?(maintenance)?$/ },
  { module: "Configurations", names: /^configurations?$/ },
  { module: "Service tickets", names: /^servicetickets?$/ },
  { module: "Project tickets", names: /^projecttickets?$/ },
  { module: "Agreements", names: /^agreements?$/ },
  { module: "Time entries", names: /^timeentr(y|ies)$/ },
  { module: "Billing view of time", names: /^billingviewtime$/ },
  { module: "Members", names: /^members?(maintenance)?$/ },
  { module: "Table setup", names: /^tablesetup$/ },
  { module: "Documents", names: /^managedocuments?$/ },
];

const plain = (name: string | undefined) => (name ?? "").toLowerCase().replace(/[^a-z]/g, "");

type Level = RightsReport["modules"][number]["level"];

export async function fetchRights(client: ConnectWiseClient, signal?: AbortSignal): Promise<RightsReport> {
  const rows = await fetchSecurity(client, signal);
  return {
    modules: NEEDED.map(({ module, names }) => {
      const row = rows.find((one) =>
        [one.moduleFunctionName, one.moduleFunctionIdentifier, one.moduleFunctionDescription].some((name) =>
          names.test(plain(name)),
        ),
      );
      const level = row ? readLevel(row) : "unknown";
      // Unknown and customized are not held against the customer: the survey warns, the counts will show a gap.
      return { module, level, needed: "All", enough: level !== "My" && level !== "None" };
    }),
  };
}

/** A customized function (table setup usually is one) says All and means "the chosen parts". */
function readLevel(row: { readonly inquireLevel?: string | undefined; readonly customFlag: boolean }): Level {
  if (row.inquireLevel === "All") return row.customFlag ? "Custom" : "All";
  return row.inquireLevel === "My" || row.inquireLevel === "None" ? row.inquireLevel : "unknown";
}

async function fetchSecurity(client: ConnectWiseClient, signal?: AbortSignal) {
  try {
    const answer = await client.get("system/mySecurity", { pageSize: 1000 }, signal, "answer", Array.isArray);
    return (Array.isArray(answer) ? answer : []).flatMap((row) => {
      const read = securityRow.safeParse(row);
      return read.success ? [read.data] : [];
    });
  } catch (error) {
    // Some servers don't have it or don't show it: then the levels are unknown.
    if (await concernsOnePart(error, client, signal)) return [];
    throw error;
  }
}
