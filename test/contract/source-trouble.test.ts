// Any list but the tickets' own may answer anything: every ticket comes, and what is missing is said once.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../sandbox/http/faults.ts";
import { openFolderBlobs } from "../../src/engine/blobs/folder-blobs.ts";
import type { BlobStore } from "../../src/engine/blobs/port.ts";
import { survey } from "../../src/engine/stages/survey/survey.ts";
import { type Drill, MIGRATION, startDrill, UNPACED } from "../support/connectwise-drill.ts";
import { explained, linesOf } from "../support/in-words.ts";
import { createMemoryStaging } from "../support/memory-staging.ts";

/** Few tries: what is passed on after them is the same after many. */
const QUICK = { ...UNPACED, maxTries: 2 };

type Answer = Pick<Fault, "status" | "body" | "text" | "headers">;
const HTML = { "content-type": "text/html" };
const ANSWERS: Readonly<Record<string, Answer>> = {
  "400": { status: 400, body: { code: "InvalidObject", message: "conditions is invalid" } },
  "403": { status: 403, body: { code: "Unauthorized", message: "You do not have security permission" } },
  "404": { status: 404, body: { code: "NotFound", message: "Not found" } },
  "405": { status: 405, body: { message: "The requested resource does not support http method 'GET'." } },
  "500": { status: 500, body: { code: "InternalError", message: "Timeout" } },
  "501": { status: 501, text: "" },
  "an empty 200": { status: 200, text: "" },
  "a 204": { status: 204, text: "" },
  "a web page": { status: 200, text: "<html><body>Sign in</body></html>", headers: HTML },
  "a web page with 502": { status: 502, text: "<html><body>Bad gateway</body></html>", headers: HTML },
  "half an answer": { status: 200, text: '[{"id": 1, "na' },
  "an error with 200": { status: 200, body: { code: "Security", message: "No." } },
  null: { status: 200, text: "null" },
};

/** What is asked for, and what a person is told to be without. */
const LISTS: readonly (readonly [path: string, told: RegExp])[] = [
  ["/service/tickets/\\d+/allNotes$", /^The notes that were merged or bundled of \d+ tickets? /],
  ["/(service|project)/tickets/\\d+/notes$", /^The notes of \d+ tickets /],
  ["/system/documents$", /^The attachments of \d+ tickets |^The documents of \d+ articles /],
  ["/service/tickets/\\d+/configurations$", /^The configurations of \d+ tickets? /],
  ["/company/companies/\\d+/sites$", /^The sites of \d+ companies /],
  ["/service/boards/\\d+/statuses$", /^The statuses of \d+ boards /],
  ["/service/SLAs/\\d+/priorities$", /^The hours by priority of \d+ SLAs /],
  ["/finance/agreements/\\d+/additions$", /^The additions of \d+ agreements /],
  ["/project/projects/\\d+/phases$", /^The phases of \d+ projects /],
  ["/service/knowledgeBaseSubCategories$", /^The subcategories of /],
  ["/finance/agreements$", /^Agreements can't be read: /],
  ["/project/projects$", /^Projects can't be read: /],
  ["/company/configurations$", /^Configurations can't be read: /],
  ["/service/knowledgeBaseArticles$", /^The knowledge base can't be read: /],
  ["/service/knowledgeBaseCategories$", /^Categories of the knowledge base can't be read: /],
  ["/service/boards$", /^Boards can't be read: /],
  ["/service/SLAs$", /^SLAs can't be read: /],
  ["/service/priorities$", /^Priorities can't be read: /],
  ["/system/members$", /^Members can't be read: /],
  ["/company/companies$", /^Companies can't be read: /],
  ["/company/contacts$", /^Contacts can't be read: /],
  ["/time/entries$", /^Time entries can't be read: /],
  ["/company/contacts/count$", /^The count of 1 contact \(all\) could not be read: /],
  ["/service/tickets/count$", /^The count of 1 ticket \(all\) could not be read: /],
];

let drill: Drill;
let folder: string;
let blobs: BlobStore;
let all: { tickets: readonly string[]; notes: number };

beforeAll(async () => {
  drill = await startDrill({ tickets: 45, companies: 4, contacts: 12 });
  folder = await mkdtemp(join(tmpdir(), "cutover-trouble-"));
  blobs = openFolderBlobs(folder);
  const { staging } = await extractUnder(undefined);
  all = {
    tickets: staging.all(MIGRATION, "ticket").map(({ id }) => id),
    notes: staging.all(MIGRATION, "notes").flatMap(({ notes }) => notes).length,
  };
});
afterAll(async () => {
  await drill.close();
  await rm(folder, { recursive: true });
});

async function extractUnder(fault: (Answer & Pick<Fault, "path">) | undefined) {
  const { sandbox, source } = drill;
  sandbox.faults.clear();
  if (fault) sandbox.faults.inject({ kind: "status", ...fault });
  const staging = createMemoryStaging();
  const told = new Map<string, string>();
  await drill.extract({
    source: source(QUICK),
    staging,
    blobs,
    onExceptions: async (found) => {
      for (const { source: ref, code, saying } of found) {
        // The tenant has lost a file.
        if (ref.type !== "document") told.set(`${ref.type} ${ref.id} ${code}`, explained(saying).message);
      }
    },
  });
  sandbox.faults.clear();
  return { staging, told: [...told.values()] };
}

/** Every list and every answer, in three pairings each; all pairs when asked for. */
const NAMES = Object.keys(ANSWERS);
const pairedWith = (at: number): readonly (readonly [string, Answer])[] =>
  Object.entries(ANSWERS).filter(
    ([name]) =>
      process.env.CUTOVER_TROUBLE === "all" ||
      [at, at + 4, at + 9].some((place) => NAMES[place % NAMES.length] === name),
  );

describe.each(LISTS)("where %s", (path, told) => {
  const at = LISTS.findIndex(([one]) => one === path);
  it.each(pairedWith(at))(
    "answers %s, every ticket comes and one sentence says what doesn't",
    async (_name, answer) => {
      const under = await extractUnder({ ...answer, path });
      expect(under.staging.all(MIGRATION, "ticket").map(({ id }) => id)).toEqual(all.tickets);
      const kinds = under.told.filter((message) => told.test(message));
      expect(kinds.length).toBeGreaterThan(0);
      expect(under.told.filter((message) => !told.test(message))).toEqual([]);
      expect(new Set(kinds.map((message) => message.replace(/ of .*/s, ""))).size).toBe(kinds.length);
      // A sub-list that is not there says nothing about its record.
      expect(under.told.join()).not.toMatch(/deleted|fault of Cutover/);
    },
  );
});

it.each(Object.entries(ANSWERS))(
  "the project tickets' own list answering %s costs the project tickets alone",
  async (_name, answer) => {
    const { staging, told } = await extractUnder({ ...answer, path: "/project/tickets(/count)?$" });
    const service = drill.sandbox.tenant.tickets.map(({ id }) => String(id));
    expect(staging.all(MIGRATION, "ticket").map(({ id }) => id)).toEqual(service);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/project tickets can't be read/);
  },
);

it("what /notes gave is kept where /allNotes fails, and asked for again by the next pass until it comes", async () => {
  const { sandbox } = drill;
  const staging = createMemoryStaging();
  const notesOf = () => staging.all(MIGRATION, "notes").flatMap(({ notes }) => notes).length;
  const stillAsked = () => staging.listTicketsWithoutNotes(MIGRATION, undefined, 100);
  const run = () => drill.extract({ source: drill.source(QUICK), staging, blobs });
  sandbox.faults.inject({ kind: "status", status: 405, path: "/allNotes$" });
  await run();
  expect(notesOf()).toBeGreaterThan(all.notes * 0.8);
  expect((await stillAsked()).length).toBeGreaterThan(0);
  sandbox.faults.clear();
  await run();
  expect(notesOf()).toBe(all.notes);
  expect(await stillAsked()).toEqual([]);
});

it("an outage is no trouble of one list: it ends the run, and nothing is taken as missing", async () => {
  const staging = createMemoryStaging();
  const told: string[] = [];
  let notes = 0;
  const run = drill.extract({
    source: drill.source({ ...QUICK, pacing: { ...UNPACED.pacing, now: () => Date.now() * 1000 } }),
    staging,
    onExceptions: async (found) => void told.push(...linesOf(found)),
    onProgress: ({ type }) => {
      if (type === "notes" && ++notes === 10) drill.sandbox.faults.inject({ kind: "reset" });
    },
  });
  await expect(run).rejects.toMatchObject({ recovery: "retry" });
  drill.sandbox.faults.clear();
  expect(told).toEqual([]);
});

it.each(pairedWith(1))("a survey is made whatever %s stands for", async (_name, answer) => {
  for (const [path] of LISTS) {
    drill.sandbox.faults.clear();
    drill.sandbox.faults.inject({ kind: "status", ...answer, path });
    const made = await survey({ source: drill.source(QUICK), clock: () => new Date(0), sampleSize: 10 });
    expect(made.statuses.length + made.counts.ticket).toBeGreaterThan(0);
  }
  drill.sandbox.faults.clear();
});
