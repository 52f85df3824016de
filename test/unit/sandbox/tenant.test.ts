// A made tenant is repeatable, believable and odd in the promised places.
import { describe, expect, it } from "vitest";
import { makeTenant } from "../../../sandbox/tenant/make-tenant.ts";
import { ODD_NAMES } from "../../../sandbox/tenant/odd-cases.ts";

const now = new Date("2026-11-20T12:00:00Z");
const tenant = makeTenant({ seed: 7, now });
const oddNotes = (name: (typeof ODD_NAMES)[number]) => tenant.notesOf(tenant.odd[name] ?? 0);
const oddTicket = (name: (typeof ODD_NAMES)[number]) =>
  tenant.tickets.find((ticket) => ticket.id === tenant.odd[name]);
const everyNote = () => tenant.tickets.flatMap((ticket) => tenant.notesOf(ticket.id));

describe("a made tenant", () => {
  it("is the same for the same seed and present, and another for another seed", () => {
    const parts = (of: typeof tenant) =>
      JSON.stringify([
        of.companies,
        of.contacts,
        of.tickets,
        of.timeEntries,
        of.configurations,
        of.plantedSecrets,
        of.notesOf(10_023),
      ]);
    expect(parts(makeTenant({ seed: 7, now }))).toBe(parts(tenant));
    expect(parts(makeTenant({ seed: 8, now }))).not.toBe(parts(tenant));
  });

  it("tells a ticket's notes again in the same words", () => {
    expect(tenant.notesOf(10_103)).toEqual(tenant.notesOf(10_103));
    expect(tenant.notesOf(10_103).length).toBeGreaterThan(0);
  });

  it("has the size of a small MSP by default", () => {
    expect([
      tenant.companies.length,
      tenant.contacts.length,
      tenant.tickets.length,
      tenant.members.length,
    ]).toEqual([44, 320, 820, 10]);
    expect(tenant.members.filter((member) => member.inactiveFlag)).toHaveLength(2);
    expect(new Set(tenant.tickets.map((ticket) => ticket.board.name)).size).toBe(4);
    expect(everyNote().length / tenant.tickets.length).toBeCloseTo(2.4, 0);
    expect(tenant.timeEntries.length / tenant.tickets.length).toBeCloseTo(0.8, 1);
  });

  it("leaves no slot of a template unfilled", () => {
    const texts = [
      ...tenant.tickets.map((ticket) => ticket.summary),
      ...everyNote().map((note) => note.text),
      ...tenant.timeEntries.map((entry) => entry.notes ?? ""),
    ];
    expect(texts.filter((text) => /\{\w+\}/.test(text))).toEqual([]);
  });

  it("holds nothing from after its present, and no note before its ticket", () => {
    const late = everyNote().filter((note) => Date.parse(note._info.dateEntered) > now.getTime());
    const early = tenant.tickets.filter((ticket) =>
      tenant.notesOf(ticket.id).some((note) => note.dateCreated < ticket._info.dateEntered.slice(0, 19)),
    );
    expect([late, early]).toEqual([[], []]);
    expect(tenant.tickets.every((ticket) => Date.parse(ticket._info.lastUpdated) <= now.getTime())).toBe(
      true,
    );
  });

  it("gives every record an id of its own", () => {
    for (const list of [
      tenant.tickets,
      tenant.contacts,
      tenant.timeEntries,
      tenant.configurations,
      everyNote(),
      tenant.statuses,
    ]) {
      expect(new Set(list.map((record) => record.id)).size).toBe(list.length);
    }
  });

  it("repeats status names across boards and has a Completed that doesn't close", () => {
    const boards = (name: string) => tenant.statuses.filter((status) => status.name === name).length;
    expect(boards("In Progress")).toBe(2);
    expect(
      tenant.statuses
        .filter((s) => s.name === "Completed")
        .map((s) => s.closedStatus)
        .sort(),
    ).toEqual([false, true]);
    expect(oddTicket("completedNotClosed")?.closedFlag).toBe(false);
  });

  it("has contacts without e-mail, several on one e-mail, and some without company", () => {
    const emails = tenant.contacts.map((c) =>
      c.communicationItems?.find((i) => i.communicationType === "Email")?.value.toLowerCase(),
    );
    expect(emails.filter((email) => email === undefined).length).toBeGreaterThan(10);
    expect(emails.filter((email) => email === "office@sharedmail.example").length).toBeGreaterThan(2);
    expect(tenant.contacts.some((contact) => contact.company === undefined)).toBe(true);
  });

  it("plants secrets in passwords only, never in what people read", () => {
    const readable = JSON.stringify([
      everyNote(),
      tenant.timeEntries,
      tenant.articles,
      tenant.tickets.map((t) => t.summary),
    ]);
    const everything = JSON.stringify([
      tenant.companies,
      tenant.contacts,
      tenant.members,
      tenant.tickets,
      tenant.configurations,
    ]);
    expect(tenant.plantedSecrets.length).toBeGreaterThan(50);
    expect(new Set(tenant.plantedSecrets).size).toBe(tenant.plantedSecrets.length);
    expect(tenant.plantedSecrets.filter((secret) => !everything.includes(secret))).toEqual([]);
    expect(tenant.plantedSecrets.filter((secret) => readable.includes(secret))).toEqual([]);
  });

  it("makes the bytes of a document in its promised size, the same each time", () => {
    for (const { info, lost } of tenant.documents.slice(0, 20)) {
      if (lost || info.linkFlag) continue;
      const bytes = tenant.bytesOf(info.id);
      expect(bytes.length).toBe(info.size);
      expect(bytes.equals(tenant.bytesOf(info.id))).toBe(true);
    }
  });

  it("has notes for a ticket of any size of desk", () => {
    const big = makeTenant({ seed: 1, now, companies: 80, contacts: 200, tickets: 5_000 });
    expect(big.tickets).toHaveLength(5_000);
    const notes = big.tickets.slice(-500).map((ticket) => big.notesOf(ticket.id).length);
    expect(notes.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1_000);
  });
});

describe("the odd tickets", () => {
  it("are all there by name", () => {
    expect(Object.keys(tenant.odd).sort()).toEqual([...ODD_NAMES].sort());
  });

  it("include a long thread, a huge note, twins in the same second, and a ticket without notes", () => {
    expect(oddNotes("longThread").length).toBeGreaterThan(40);
    expect(oddNotes("hugeNote")[0]?.text.length).toBeGreaterThanOrEqual(60_000);
    expect(oddNotes("twinNotes")[0]).toMatchObject({
      text: oddNotes("twinNotes")[1]?.text,
      dateCreated: oddNotes("twinNotes")[1]?.dateCreated,
    });
    expect(oddNotes("noNotes")).toEqual([]);
  });

  it("refer to records that are gone", () => {
    const { contact, company, owner } = {
      contact: oddTicket("deletedContact"),
      company: oddTicket("deletedCompany"),
      owner: oddTicket("deletedOwner"),
    };
    expect(tenant.contacts.some((c) => c.id === contact?.contact?.id)).toBe(false);
    expect(tenant.companies.some((c) => c.id === company?.company.id)).toBe(false);
    expect(tenant.members.some((m) => m.id === owner?.owner?.id)).toBe(false);
    expect(oddTicket("missingContact")?.contact).toBeUndefined();
  });

  it("carry control characters, broken surrogates and commands in disguise", () => {
    expect(oddNotes("nul")[0]?.text).toContain("\u0000");
    expect(oddNotes("brokenSurrogate")[0]?.text.isWellFormed()).toBe(false);
    expect(oddNotes("invisible")[0]?.text).toMatch(/\u00a0.*\u200e/);
    expect(oddNotes("mixedLines")[0]?.text).toMatch(/\r\n[^\r\n]*\n[^\r\n]*\r[^\n]/);
    expect(oddTicket("slackControl")?.summary).toContain("<!channel>");
    expect(oddTicket("nullPriority")?.priority).toBeNull();
    expect(oddTicket("missingPriority")?.priority).toBeUndefined();
    expect(oddTicket("naiveDates")?._info.dateEntered).toMatch(/\d$/);
  });

  it("include merged and child tickets that name their parents", () => {
    expect(oddTicket("mergedTicket")?.mergedParentTicket?.id).toBe(tenant.odd.mergeParent);
    expect(oddTicket("childTicket")?.parentTicketId).toBe(tenant.odd.parentTicket);
    expect(oddTicket("mergeParent")?.hasMergedChildTicketFlag).toBe(true);
  });

  it("stand in both lists when they are project tickets", () => {
    const both = tenant.tickets.filter((ticket) =>
      tenant.projectTickets.some((project) => project.id === ticket.id),
    );
    expect(both.map((ticket) => ticket.recordType)).toEqual(["ProjectTicket", "ProjectTicket"]);
  });
});
