// What crosses the border: null is missing, dates are UTC, ids are strings, secrets stay outside.
import { describe, expect, it } from "vitest";
import { dropNulls, readDate } from "../../../../../src/engine/source/connectwise/client/border.ts";
import { mapContact, mapMember } from "../../../../../src/engine/source/connectwise/records/map-people.ts";
import { mapServiceTicket } from "../../../../../src/engine/source/connectwise/records/map-ticket.ts";
import { ticketRow } from "../../../../../src/engine/source/connectwise/records/schema.ts";
import { contactRow, memberRow } from "../../../../../src/engine/source/connectwise/records/schema-people.ts";
import type { SlaTable } from "../../../../../src/engine/source/connectwise/records/sla-breach-time.ts";

const NO_SLAS: SlaTable = { byId: new Map() };
const ticketOf = (row: object, slas = NO_SLAS) => mapServiceTicket(ticketRow.parse(dropNulls(row)), slas);

describe("dates", () => {
  it.each([
    ["2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z"],
    ["2026-01-01T10:00:00", "2026-01-01T10:00:00Z"],
    ["2026-01-01T10:00:00.123Z", "2026-01-01T10:00:00Z"],
    ["2026-01-01T10:00:00+02:00", "2026-01-01T08:00:00Z"],
    ["2026-01-01", "2026-01-01T00:00:00Z"],
    ["2026-02-30T10:00:00Z", undefined],
    ["yesterday", undefined],
    ["1/2/2026", undefined],
  ])("%s reads as %s", (text, read) => {
    expect(readDate(text)).toBe(read);
  });
});

describe("a row", () => {
  it("reads null, the empty string and a missing key alike", () => {
    const bare = { id: 1, summary: "S" };
    const nulls = { ...bare, priority: null, contactName: "", owner: null, customFields: null, _info: null };
    expect(ticketOf(nulls)).toEqual(ticketOf(bare));
  });

  it("ignores what it doesn't know, and a reference to nothing", () => {
    const ticket = ticketOf({ id: 1, brandNew: { x: 1 }, contact: { id: 0 }, owner: { id: 7, name: "T" } });
    expect(ticket).not.toHaveProperty("brandNew");
    expect(ticket).not.toHaveProperty("contact");
    expect(ticket.owner).toEqual({ id: "7", name: "T" });
  });

  it("keeps a text as it came, so that its repair is told where it is done", () => {
    const odd = { text: "a\ud83d b\u0000 🎉\r\n" };
    expect(dropNulls(odd)).toEqual(odd);
  });

  it("is refused with the field at fault when a date is none", () => {
    const read = ticketRow.safeParse({ id: 1, closedDate: "soon" });
    expect(read.error?.issues[0]?.path).toEqual(["closedDate"]);
  });

  it("lets no password, token or portal password in", () => {
    const contact = mapContact(
      contactRow.parse({ id: 1, firstName: "A", portalPassword: "hunter2", portalSecurityLevel: 1 }),
    );
    const member = mapMember(
      memberRow.parse({ id: 2, identifier: "T", password: "hunter2", token: "hunter2" }),
    );
    const ticket = ticketOf({
      id: 3,
      customFields: [
        { id: 9, caption: "Door code", type: "Password", value: "hunter2" },
        { id: 10, caption: "Router PSWD", type: "Text", value: "hunter2" },
        { id: 11, caption: "SafeCombination", type: "TextArea", value: "hunter2" },
        { id: 12, caption: "MFA", type: "Text", value: "yes" },
        { id: 8, caption: "Escalated", type: "Checkbox", value: false },
      ],
    });
    expect(JSON.stringify([contact, member, ticket])).not.toContain("hunter2");
    expect(ticket.customFields).toEqual([
      { id: "12", caption: "MFA", type: "Text", value: "yes" },
      { id: "8", caption: "Escalated", type: "Checkbox", value: false },
    ]);
  });
});

describe("a contact", () => {
  it("takes the default e-mail and phone, and keeps the others", () => {
    const item = (communicationType: string, value: string, defaultFlag: boolean, extension = "") => ({
      communicationType,
      value,
      defaultFlag,
      extension,
      type: { id: 1, name: communicationType },
    });
    const contact = mapContact(
      contactRow.parse(
        dropNulls({
          id: 1,
          communicationItems: [
            item("Email", "old@x.example", false),
            item("Email", " new@x.example ", true),
            item("Phone", "2065550100", true, "12"),
          ],
        }),
      ),
    );
    expect(contact.email).toBe("new@x.example");
    expect(contact.phone).toBe("2065550100");
    expect(contact.communications.map(({ value }) => value)).toEqual([
      "old@x.example",
      "new@x.example",
      "2065550100 ext. 12",
    ]);
  });
});

describe("the time an SLA is breached", () => {
  const slas = (businessHours: boolean): SlaTable => ({
    byId: new Map([
      [
        "2",
        {
          sla: {
            id: "2",
            name: "Gold",
            businessHours,
            priorities: [{ priority: { id: "6" }, resolutionHours: 4 }],
          },
          resolutionHours: 24,
        },
      ],
    ]),
  });
  const row = (priority: number) => ({
    id: 1,
    sla: { id: 2 },
    priority: { id: priority },
    slaStatus: "Resolve by Tue 04/07 5:00 PM",
    _info: { dateEntered: "2026-01-01T10:00:00" },
  });

  it("is the entry plus the hours of its priority, else of the SLA, when all hours count", () => {
    expect(ticketOf(row(6), slas(false)).slaBreachTime).toBe("2026-01-01T14:00:00Z");
    expect(ticketOf(row(7), slas(false)).slaBreachTime).toBe("2026-01-02T10:00:00Z");
  });

  it("stays absent when business hours count, whatever the status text says", () => {
    expect(ticketOf(row(6), slas(true))).not.toHaveProperty("slaBreachTime");
  });
});
