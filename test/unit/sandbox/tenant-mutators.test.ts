// What people do during a migration changes the right records, at the given time.
import { beforeEach, describe, expect, it } from "vitest";
import { makeTenant } from "../../../sandbox/tenant/make-tenant.ts";
import { mutateTenant, type TenantMutators } from "../../../sandbox/tenant/mutate-tenant.ts";
import type { Tenant } from "../../../sandbox/tenant/tenant.ts";

const later = new Date("2026-11-20T15:00:00Z");
let tenant: Tenant;
let people: TenantMutators;
const find = (id: number) => tenant.tickets.find((ticket) => ticket.id === id);

beforeEach(() => {
  tenant = makeTenant({
    seed: 3,
    now: new Date("2026-11-20T12:00:00Z"),
    companies: 6,
    contacts: 20,
    tickets: 60,
  });
  people = mutateTenant(tenant, () => later);
});

describe("people at work in the tenant", () => {
  it("open a ticket whose first note is what they asked", () => {
    const ticket = people.addTicket({ summary: "Monitor flickers" }, "It flickers.");
    expect(find(ticket.id)).toMatchObject({ summary: "Monitor flickers", closedFlag: false });
    expect(tenant.notesOf(ticket.id).map((note) => note.text)).toEqual(["It flickers."]);
    expect(ticket._info.lastUpdated).toBe("2026-11-20T15:00:00Z");
    expect(Math.max(...tenant.tickets.map((t) => t.id))).toBe(ticket.id);
  });

  it("add a note behind the others and move the ticket's lastUpdated", () => {
    const before = tenant.notesOf(10_005);
    const added = people.addNote(10_005, { text: "Fixed it.", by: "internal" });
    expect(tenant.notesOf(10_005)).toEqual([...before, added]);
    expect(added).toMatchObject({ internalAnalysisFlag: true, dateCreated: "2026-11-20T15:00:00Z" });
    expect(find(10_005)?._info.lastUpdated).toBe("2026-11-20T15:00:00Z");
  });

  it("can add a note quietly, without a trace on the ticket", () => {
    const before = find(10_005);
    const added = people.addNote(10_005, { text: "psst", quiet: true });
    expect(tenant.notesOf(10_005).at(-1)).toEqual(added);
    expect(find(10_005)).toBe(before);
  });

  it("change a ticket without changing the words of its old notes", () => {
    const before = tenant.notesOf(10_006);
    people.updateTicket(10_006, { owner: { id: 156, identifier: "ATanaka", name: "Aiko Tanaka" } });
    expect(find(10_006)?.owner?.name).toBe("Aiko Tanaka");
    expect(tenant.notesOf(10_006)).toEqual(before);
  });

  it("book time on a ticket, and its hours grow", () => {
    const before = find(10_007)?.actualHours ?? 0;
    const entry = people.addTimeEntry(10_007, { actualHours: 1.5, notes: "Late call" });
    expect(tenant.timeEntries.at(-1)).toBe(entry);
    expect(tenant.timeEntriesOf(10_007).at(-1)).toBe(entry);
    expect(entry).toMatchObject({ chargeToId: 10_007, chargeToType: "ServiceTicket", hoursBilled: 1.5 });
    expect(find(10_007)?.actualHours).toBe(before + 1.5);
  });

  it("delete a ticket with all that hangs on it", () => {
    people.deleteTicket(10_008);
    expect(find(10_008)).toBeUndefined();
    expect(tenant.notesOf(10_008)).toEqual([]);
    expect(tenant.timeEntries.filter((entry) => entry.ticket?.id === 10_008)).toEqual([]);
  });

  it("can't touch a ticket that isn't there", () => {
    expect(() => people.addNote(1, { text: "?" })).toThrow(RangeError);
    expect(() => people.deleteTicket(1)).toThrow("no ticket 1");
  });
});
