// The same desk over the API, as ConnectWise's own reports, as flattened answers of the API and as workbooks: the same
// conversations from all of them; what a form can't tell is named here.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExportOptions, exportTenant } from "../../sandbox/export/export-tenant.ts";
import type { DesiredConversation } from "../../src/engine/model/desired.ts";
import { createCsvSource } from "../../src/engine/source/csv/index.ts";
import type { CsvSettings } from "../../src/engine/source/csv/settings.ts";
import { survey } from "../../src/engine/stages/survey/survey.ts";
import {
  comparable,
  comparableContact,
  desire,
  extractFrom,
  keepToColumns,
} from "../support/compare-exports.ts";
import { type Drill, startDrill, TENANT_NOW } from "../support/connectwise-drill.ts";

let drill: Drill;
let api: Awaited<ReturnType<typeof desire>>;
const ended: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  drill = await startDrill({ tickets: 120 });
  ended.push(() => drill.close());
  keepToColumns(drill.sandbox.tenant);
  await drill.extract();
  api = await desire(drill, drill.source(), drill.staging);
});

afterAll(async () => {
  for (const end of ended.reverse()) await end();
});

/** What ConnectWise's reports have no column for: custom fields are reports of their own, an issue is a ticket there. */
const REPORTS_LACK = [
  "Vendor_Ticket_Number__c",
  "Warranty_end__c",
  "Escalated__c",
  "Affected_users__c",
  "Root_cause__c",
  "Change_description__c",
  "Merged_Into_Ticket_ID__c",
  "Project_ID__c",
  "Project_Phase__c",
  "Project_WBS_Code__c",
  "Project__c",
];

/** Addresses and territories are reports of their own; of contacts it is not told since when there are, and at which site. */
const REPORTS_LACK_OF_CONTACTS = [
  "Company_Address__c",
  "Original_Create_Date__c",
  "Site__c",
  "Territory__c",
  "VIP__c",
  "Best_time_to_call__c",
];

/**
 * Nor do they have the address of a ticket's contact, which is all that tells who wrote when nobody's record is named,
 * or the ticket that it was merged into: lines of ours name both.
 */
function withoutOurLines(conversation: DesiredConversation): DesiredConversation {
  const told = conversation.parts.filter(({ body }) => !body.startsWith("<p>Merged into ticket"));
  const parts = told.map((part) => ({
    ...part,
    body: part.body
      .replace(/ &lt;[^&]+&gt;(?=, who )/g, "")
      .replace(/Requester in ConnectWise: [^<]*<br>/, ""),
  }));
  const { contact } = conversation;
  const outside = /^(?:address|unknown):/.test(contact?.id ?? "");
  return {
    ...conversation,
    parts,
    ...(contact && outside ? { contact: { ...contact, id: "outside" } } : {}),
  };
}

const FORMS: readonly (readonly [
  how: string,
  ExportOptions,
  Partial<CsvSettings>,
  lack: readonly string[],
])[] = [
  [
    "ConnectWise's own reports, with American dates of another time zone",
    { form: "reports", dates: "mdy", timeZone: "America/Chicago" },
    { dateOrder: "mdy", timeZone: "America/Chicago" },
    REPORTS_LACK,
  ],
  ["answers of the API, flattened with dots and JSON", { form: "api" }, {}, []],
  [
    "answers of the API, flattened with slashes and a column for each part of a list",
    { form: "api", pathSeparator: "/", listStyle: "columns" },
    {},
    [],
  ],
  [
    "one workbook with a sheet for each of its screens, in another time zone",
    { file: "one xlsx", lists: true, timeZone: "Europe/Berlin" },
    { timeZone: "Europe/Berlin" },
    [],
  ],
  [
    "a workbook for each of ConnectWise's own reports",
    { form: "reports", file: "xlsx", timeZone: "America/Chicago" },
    { timeZone: "America/Chicago" },
    REPORTS_LACK,
  ],
];

describe("the same desk", () => {
  it.each(FORMS)("as %s gives the conversations of the API", async (_how, options, settings, lack) => {
    const directory = await mkdtemp(join(tmpdir(), "cutover-form-"));
    ended.push(() => rm(directory, { recursive: true }));
    await exportTenant(drill.sandbox.tenant, directory, options);
    const csv = createCsvSource({ directory, ...settings });
    ended.push(() => csv.close());
    const { staging, exceptions } = await extractFrom(csv);
    expect(exceptions).toEqual([]);
    const file = await desire(drill, csv, staging);
    const told = ({ conversations }: typeof api) =>
      conversations.map((one) => comparable(lack.length > 0 ? withoutOurLines(one) : one, lack));
    expect(told(file)).toEqual(told(api));
    const contacts = lack.length > 0 ? REPORTS_LACK_OF_CONTACTS : [];
    expect(file.contacts.map((one) => comparableContact(one, contacts))).toEqual(
      api.contacts.map((one) => comparableContact(one, contacts)),
    );
    const said = JSON.stringify(await survey({ source: csv, clock: () => TENANT_NOW }));
    const dump = staging.dump() + said;
    expect(drill.sandbox.tenant.plantedSecrets.filter((secret) => dump.includes(secret))).toEqual([]);
  });
});
