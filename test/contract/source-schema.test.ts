// Our schemas at ConnectWise's border, held against its published models: no field is read that doesn't exist.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as tickets from "../../src/engine/source/connectwise/records/schema.ts";
import * as assets from "../../src/engine/source/connectwise/records/schema-assets.ts";
import * as people from "../../src/engine/source/connectwise/records/schema-people.ts";

const FILE = new URL("../../../shared/specs/connectwise-schemas.json", import.meta.url);
const there = existsSync(FILE);
if (!there) console.warn("SKIPPED: ConnectWise's published models are not beside this clone");

interface Model {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>;
}
const models: Readonly<Record<string, Model>> = there
  ? (JSON.parse(readFileSync(FILE, "utf8")) as { $defs: Record<string, Model> }).$defs
  : {};

const READ = [
  ["Ticket", tickets.ticketRow],
  ["ProjectTicket", tickets.projectTicketRow],
  ["ServiceNote", tickets.noteRow],
  ["ServiceTicketNote", tickets.allNotesRow],
  ["TimeEntry", tickets.timeEntryRow],
  ["Company", people.companyRow],
  ["CompanySite", people.siteRow],
  ["Contact", people.contactRow],
  ["Member", people.memberRow],
  ["Board", people.boardRow],
  ["BoardStatus", people.boardStatusRow],
  ["Priority", people.priorityRow],
  ["SLA", people.slaRow],
  ["SLAPriority", people.slaPriorityRow],
  ["UserDefinedField", people.userDefinedFieldRow],
  ["Company.Configuration", assets.configurationRow],
  ["Agreement", assets.agreementRow],
  ["Addition", assets.additionRow],
  ["Project", assets.projectRow],
  ["ProjectPhase", assets.phaseRow],
] as const;

describe.skipIf(!there)("the schemas at the border", () => {
  it.each(READ)("read of a %s only what the model has", (name, schema) => {
    const known = Object.keys(models[name]?.properties ?? {});
    expect(known.length).toBeGreaterThan(2);
    expect(Object.keys(schema.shape).filter((key) => !known.includes(key))).toEqual([]);
  });

  it.each([
    ["Ticket", "recordType", tickets.ticketRow.shape.recordType],
    ["TimeEntry", "billableOption", tickets.timeEntryRow.shape.billableOption],
  ] as const)("take every value that a %s may have as %s", (name, field, schema) => {
    const values = (models[name]?.properties?.[field]?.enum ?? []).filter((value) => value !== null);
    expect(values.length).toBeGreaterThan(2);
    for (const value of values) expect(schema.safeParse(value).success).toBe(true);
  });

  it("read no secret: no password, token or key is among the fields", () => {
    const keys = READ.flatMap(([, schema]) => Object.keys(schema.shape));
    expect(keys.filter((key) => /password|token|secret|apikey|clientid/i.test(key))).toEqual([]);
  });
});
