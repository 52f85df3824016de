// Contacts, dates and custom fields as recorded answers have them.
import { describe, expect, it } from "vitest";
import { dropNulls } from "../../../../../src/engine/source/connectwise/client/border.ts";
import { readRow } from "../../../../../src/engine/source/connectwise/client/read-row.ts";
import { mapAgreement } from "../../../../../src/engine/source/connectwise/records/map-assets.ts";
import { mapContact } from "../../../../../src/engine/source/connectwise/records/map-people.ts";
import { mapServiceTicket } from "../../../../../src/engine/source/connectwise/records/map-ticket.ts";
import { ticketRow } from "../../../../../src/engine/source/connectwise/records/schema.ts";
import { agreementRow } from "../../../../../src/engine/source/connectwise/records/schema-assets.ts";
import { contactRow } from "../../../../../src/engine/source/connectwise/records/schema-people.ts";
import { print } from "../../../../support/in-words.ts";

function read<T>(schema: Parameters<typeof readRow>[0], row: object): T {
  const found = readRow(schema, dropNulls(row));
  if ("reason" in found) throw new Error(print(found.reason));
  return found.row as T;
}
const ticketOf = (row: object) => mapServiceTicket(read(ticketRow, { id: 1, ...row }), { byId: new Map() });

describe("a communication item without its kind", () => {
  it.each([
    [{ type: { name: "Email" }, value: "old@client.example" }, { email: "old@client.example" }],
    [{ type: { name: "E-Mail (privat)" }, value: "old@client.example" }, { email: "old@client.example" }],
    [{ value: "old@client.example" }, { email: "old@client.example" }],
    [{ type: { name: "Direct" }, value: "206 555 0100" }, { phone: "206 555 0100" }],
    [{ type: { name: "Fax" }, value: "206 555 0199" }, {}],
    [{ communicationType: "Email", type: { name: "Other" }, value: "x@y.example" }, { email: "x@y.example" }],
  ])("%o is told by the name of its type", (item, expected) => {
    const { email, phone } = mapContact(read(contactRow, { id: 1, communicationItems: [item] }));
    expect({ ...(email ? { email } : {}), ...(phone ? { phone } : {}) }).toEqual(expected);
  });
});

describe("when a record was entered", () => {
  it.each([
    [{ dateEntered: "2024-03-04T10:00:00Z" }],
    [{ dateEntered: "2024-03-04T10:00:00Z", _info: { lastUpdated: "2025-01-01T00:00:00Z" } }],
    [{ _info: { dateEntered: "2024-03-04T10:00:00Z" } }],
    [{ _info: { createdDate: "2024-03-04T10:00:00Z" } }],
    [{ createdDate: "2024-03-04T10:00:00" }],
    [{ dateEntered: "2024-03-04T10:00:00Z", _info: { dateEntered: "yesterday" } }],
    [{ dateEntered: "2024-03-04T10:00:00Z", _info: null }],
  ])("is read from %o", (row) => {
    expect(ticketOf(row).dateEntered).toBe("2024-03-04T10:00:00Z");
  });

  it("is read of an agreement, too", () => {
    const row = read<Parameters<typeof mapAgreement>[0]>(agreementRow, {
      id: 1,
      _info: { createdDate: "2024-03-04T10:00:00Z" },
    });
    expect(mapAgreement(row, []).dateEntered).toBe("2024-03-04T10:00:00Z");
  });

  it("prefers what _info says, and reads who entered it from either place", () => {
    const info = { dateEntered: "2024-03-04T10:00:00Z", enteredBy: "jdoe" };
    expect(ticketOf({ dateEntered: "2020-01-01T00:00:00Z", _info: info })).toMatchObject(info);
    expect(ticketOf({ enteredBy: "jdoe" }).enteredBy).toBe("jdoe");
  });
});

it.each([
  [["Red", "Blue"], "Red, Blue"],
  [[1, true, null, ""], "1, true"],
  [
    [
      { id: 3, name: "Red" },
      { id: 4, value: "Blue" },
    ],
    "Red, Blue",
  ],
  [{ id: 3, name: "Red" }, "Red"],
  ["Red", "Red"],
])("a custom field whose value is %o is %s", (value, expected) => {
  const row = { customFields: [{ id: 5, caption: "Colour", type: "Text", value }] };
  expect(ticketOf(row).customFields).toEqual([{ id: "5", caption: "Colour", type: "Text", value: expected }]);
});

describe("what a ticket says besides", () => {
  it("are its SLA's goals and outcome, as ConnectWise counts them", () => {
    const ticket = ticketOf({
      sla: { id: 3 },
      resolutionGoalUTC: "2026-03-04T21:00:00Z",
      respondByGoalUTC: "2026-03-04T10:00:00Z",
      resplanGoalUTC: "2026-03-04T12:00:00Z",
      isInSla: false,
      dateResponded: "2026-03-04T10:30:00Z",
      dateResolved: "2026-03-05T10:00:00Z",
      resolvedBy: "jdoe",
      minutesWaiting: 90,
    });
    expect(ticket).toMatchObject({
      slaBreachTime: "2026-03-04T21:00:00Z",
      respondByGoal: "2026-03-04T10:00:00Z",
      planGoal: "2026-03-04T12:00:00Z",
      isInSla: false,
      dateResponded: "2026-03-04T10:30:00Z",
      dateResolved: "2026-03-05T10:00:00Z",
      resolvedBy: "jdoe",
      minutesWaiting: 90,
    });
    expect(ticketOf({ sla: { id: 3 }, slaStatus: "Resolve by 03/04 21:00 UTC-08" })).not.toHaveProperty(
      "slaBreachTime",
    );
  });

  it.each([
    ["boss@client.example", ["boss@client.example"]],
    ["Boss@Client.example; a@b.example", ["boss@client.example", "a@b.example"]],
    ["a@b.example,a@B.example  c@d.example", ["a@b.example", "c@d.example"]],
    ['"Boss" <boss@client.example>', ["boss@client.example"]],
    ["nobody", undefined],
    ["", undefined],
  ])("are the addresses in copy of %o, however they are separated", (automaticEmailCc, copied) => {
    expect(ticketOf({ automaticEmailCc }).copied).toEqual(copied);
  });

  it("are all of its technicians and what it refers to, and nothing for what is 0 or empty", () => {
    expect(ticketOf({ resources: "jdoe, bsmith,jdoe", poNumber: "4711", budgetHours: 2 })).toMatchObject({
      resources: ["jdoe", "bsmith"],
      poNumber: "4711",
      budgetHours: 2,
    });
    const empty = ticketOf({
      resources: " ",
      poNumber: "",
      budgetHours: 0,
      predecessorId: 0,
      externalXRef: "",
    });
    expect(Object.keys(empty)).not.toContain("resources");
    expect(Object.keys(empty)).not.toContain("budgetHours");
    expect(Object.keys(empty)).not.toContain("predecessorId");
  });
});
