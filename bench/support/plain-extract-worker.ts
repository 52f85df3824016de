// The same desk through `connectwise-rest`: its paginator for the lists, one call a ticket for notes, rows put into a plain table.
import { setTimeout as sleep } from "node:timers/promises";
import { ManageAPI } from "connectwise-rest";
import postgres from "postgres";
import type { ReadFigures } from "./read-figures.ts";

const { address, databaseUrl } = JSON.parse(process.argv[2] ?? "{}");
/** The library hands on a 429 without its headers, so that nobody can know how long to wait. */
const WAIT_MS = 5000;

const cw = new ManageAPI({
  companyId: address.company,
  publicKey: address.publicKey,
  privateKey: address.privateKey,
  clientId: address.clientId,
  companyUrl: new URL(address.url).host,
  retry: true,
  logger: () => undefined,
});
// It knows https only; the stand-in has no certificate.
const axios = (cw as unknown as { instance: { defaults: { baseURL: string } } }).instance;
axios.defaults.baseURL = axios.defaults.baseURL.replace("https://", "http://");

const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
await sql`create table plain_record (type text not null, id bigint not null, data text not null)`;

interface Row {
  readonly id?: number;
}

async function put(type: string, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000);
    const [ids, data] = [some.map(({ id }) => String(id)), some.map((row) => JSON.stringify(row))];
    await sql`insert into plain_record (type, id, data)
      select ${type}, * from unnest(${ids}::text[]::bigint[], ${data}::text[])`;
  }
}

/** Again after a 429, from the first page: the paginator gives away what it has. */
async function readAll(method: (...args: never[]) => Promise<unknown>, ...args: unknown[]): Promise<Row[]> {
  for (;;) {
    try {
      const given = [...args, { orderBy: "id asc" }] as Record<string, unknown>[];
      return (await cw.paginate(method, { pageSize: 1000 }, ...given)) as Row[];
    } catch (error) {
      if ((error as { readonly status?: number }).status !== 429) throw error;
      await sleep(WAIT_MS);
    }
  }
}

const opened = process.memoryUsage().rss / 1_048_576;
const began = performance.now();
await put("board", await readAll(cw.ServiceAPI.getServiceBoards));
await put("member", await readAll(cw.SystemAPI.getSystemMembers));
await put("company", await readAll(cw.CompanyAPI.getCompanyCompanies));
await put("contact", await readAll(cw.CompanyAPI.getCompanyContacts));
await put("configuration", await readAll(cw.CompanyAPI.getCompanyConfigurations));
await put("agreement", await readAll(cw.FinanceAPI.getFinanceAgreements));
await put("project", await readAll(cw.ProjectAPI.getProjectProjects));
const tickets = await readAll(cw.ServiceAPI.getServiceTickets);
await put("ticket", tickets);
await put("timeEntry", await readAll(cw.TimeAPI.getTimeEntries));
let withNotes = 0;
for (const { id } of tickets) {
  await put("note", await readAll(cw.ServiceAPI.getServiceTicketsByParentIdNotes, id));
  withNotes += 1;
}
const figures: ReadFigures = {
  seconds: (performance.now() - began) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
  openedMb: opened,
  cpuSeconds: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  tickets: tickets.length,
  ticketsWithNotes: withNotes,
  exceptions: 0,
};
await sql.end();
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
