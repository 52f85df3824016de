// What the stand-in answers is what ConnectWise's own schemas describe.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { ask, list, startSmall } from "./sandbox-connectwise-client.ts";

const SPEC = fileURLToPath(new URL("../../../shared/specs/connectwise-schemas.json", import.meta.url));
const present = existsSync(SPEC);
if (!present)
  console.warn(`SKIPPED: ${SPEC} is absent, so the stand-in isn't held against ConnectWise's schemas`);

interface Schemas {
  readonly $id: string;
  readonly $defs: Record<string, { properties?: Record<string, unknown> }>;
}

/** Null and missing are alike (ConnectWise leaves nulls out, or sends them): nulls are taken away before the check. */
const withoutNulls = (record: unknown): unknown =>
  JSON.parse(JSON.stringify(record), (_key, value: unknown) => (value === null ? undefined : value));

function loadValidators() {
  const schemas = JSON.parse(readFileSync(SPEC, "utf8")) as Schemas;
  // The model says object; the API answers text.
  const answer = schemas.$defs.ConfigurationQuestion?.properties;
  if (answer) answer.answer = {};
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(schemas, "connectwise");
  return (name: string) => ajv.compile({ $ref: `connectwise#/$defs/${name}`, unevaluatedProperties: false });
}

const LISTS: readonly (readonly [path: string, schema: string, query?: Record<string, string>])[] = [
  ["/company/companies", "Company"],
  ["/company/companies/251/sites", "CompanySite"],
  ["/company/contacts", "Contact"],
  ["/company/configurations", "Company.Configuration"],
  ["/company/configurations/types", "ConfigurationType"],
  ["/company/configurations/statuses", "ConfigurationStatus"],
  ["/service/tickets", "Ticket"],
  ["/service/tickets/calculateSla", "Ticket"],
  ["/service/boards", "Board"],
  ["/service/boards/1/statuses", "BoardStatus"],
  ["/service/boards/1/types", "BoardType"],
  ["/service/boards/1/subtypes", "BoardSubType"],
  ["/service/boards/1/items", "BoardItem"],
  ["/service/boards/1/teams", "BoardTeam"],
  ["/service/priorities", "Priority"],
  ["/service/sources", "Source"],
  ["/service/SLAs", "SLA"],
  ["/service/SLAs/2/priorities", "SLAPriority"],
  ["/service/knowledgeBaseArticles", "KnowledgeBaseArticle"],
  ["/service/knowledgeBaseCategories", "KnowledgeBaseCategory"],
  ["/project/projects", "Project"],
  ["/project/projects/40/phases", "ProjectPhase"],
  ["/project/tickets", "ProjectTicket"],
  ["/project/tickets/1500001/notes", "TicketNote"],
  ["/project/tickets/1500001/allNotes", "ProjectTicketNote"],
  ["/finance/agreements", "Agreement"],
  ["/finance/agreements/70/additions", "Addition"],
  ["/time/entries", "TimeEntry"],
  ["/time/workTypes", "WorkType"],
  ["/time/workRoles", "WorkRole"],
  ["/system/members", "Member"],
  ["/system/userDefinedFields", "UserDefinedField"],
  ["/system/locations", "Location"],
];

describe.skipIf(!present)("the ConnectWise stand-in, held against ConnectWise's schemas", () => {
  let cw: ConnectWiseSandbox;
  let validatorFor: ReturnType<typeof loadValidators>;

  beforeAll(async () => {
    cw = await startSmall();
    validatorFor = loadValidators();
  });
  afterAll(() => cw.stop());

  const problemsOf = (schema: string, records: readonly unknown[]) => {
    const validate = validatorFor(schema);
    return records.flatMap((record) =>
      validate(withoutNulls(record))
        ? []
        : [
            {
              record,
              errors: validate.errors?.map(
                (e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`,
              ),
            },
          ],
    );
  };

  for (const [path, schema] of LISTS) {
    it(`answers ${path} with records that are a ${schema}`, async () => {
      const records = await list(cw, path, { pageSize: 1000 });
      expect(records.length).toBeGreaterThan(0);
      expect(problemsOf(schema, records)).toEqual([]);
    });
  }

  it("answers the notes of every ticket as ServiceNote and ServiceTicketNote", async () => {
    const notes: unknown[] = [];
    const all: unknown[] = [];
    for (const ticket of cw.tenant.tickets.slice(0, 60)) {
      notes.push(...(await list(cw, `/service/tickets/${ticket.id}/notes`, { pageSize: 1000 })));
      all.push(...(await list(cw, `/service/tickets/${ticket.id}/allNotes`, { pageSize: 1000 })));
    }
    expect(problemsOf("ServiceNote", notes)).toEqual([]);
    expect(problemsOf("ServiceTicketNote", all)).toEqual([]);
    expect(all.length).toBeGreaterThan(notes.length);
  });

  it("answers documents and the audit trail of a ticket as DocumentInfo and AuditTrailEntry", async () => {
    const recordId = cw.tenant.odd.manyDocuments ?? 0;
    const documents = await list(cw, "/system/documents", { recordType: "Ticket", recordId });
    expect(documents).toHaveLength(12);
    expect(problemsOf("DocumentInfo", documents)).toEqual([]);
    const trail = await list(cw, "/system/audittrail", { type: "Ticket", id: recordId });
    expect(trail.length).toBeGreaterThan(0);
    expect(problemsOf("AuditTrailEntry", trail)).toEqual([]);
  });

  it("answers what hangs on a ticket as references", async () => {
    const configurations: unknown[] = [];
    for (const { id } of cw.tenant.tickets.slice(0, 30)) {
      configurations.push(...(await list(cw, `/service/tickets/${id}/configurations`)));
    }
    expect(configurations.length).toBeGreaterThan(0);
    expect(problemsOf("ConfigurationReference", configurations)).toEqual([]);
    const documents = await list(cw, `/service/tickets/${cw.tenant.odd.manyDocuments}/documents`);
    expect(documents).toHaveLength(12);
    expect(problemsOf("DocumentReference", documents)).toEqual([]);
  });

  it("answers /system/info as Info", async () => {
    expect(problemsOf("Info", [(await ask(cw, "/system/info")).body])).toEqual([]);
  });
});
