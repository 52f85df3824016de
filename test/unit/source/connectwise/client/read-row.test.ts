// One odd field costs itself, never its record; an odd entry of a list costs that entry.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { dropNulls } from "../../../../../src/engine/source/connectwise/client/border.ts";
import { readRow } from "../../../../../src/engine/source/connectwise/client/read-row.ts";
import { mapContact } from "../../../../../src/engine/source/connectwise/records/map-people.ts";
import { ticketRow } from "../../../../../src/engine/source/connectwise/records/schema.ts";
import { contactRow } from "../../../../../src/engine/source/connectwise/records/schema-people.ts";
import { print } from "../../../../support/in-words.ts";

const contactOf = (row: object) => {
  const read = readRow(contactRow, dropNulls(row));
  if ("reason" in read) throw new Error(print(read.reason));
  return { contact: mapContact(read.row), dropped: read.dropped };
};
const EMAIL = { type: { name: "Email" }, value: "carla@client.example", communicationType: "Email" };

describe("a contact of ConnectWise", () => {
  it("comes without the communication item that no one knows, said by its field", () => {
    const odd = { type: { name: "Teams" }, value: "two.mails", communicationType: "Messaging" };
    const { contact, dropped } = contactOf({ id: 144, communicationItems: [odd, EMAIL] });
    expect(contact).toMatchObject({ id: "144", email: "carla@client.example" });
    expect(contact.communications).toHaveLength(1);
    expect(dropped).toEqual([
      { field: "communicationItems", reason: { code: "field_unreadable", args: expect.anything() } },
    ]);
  });

  it.each([
    { title: { odd: true } },
    { company: "Acme" },
    { company: { id: "none" } },
    { customFields: "none" },
    { customFields: [5] },
    { communicationItems: [EMAIL, "odd", 7] },
    { _info: { lastUpdated: "yesterday" } },
    { types: {} },
  ])("comes without %o", (odd) => {
    const { contact, dropped } = contactOf({
      id: 1,
      firstName: "Carla",
      communicationItems: [EMAIL],
      ...odd,
    });
    expect(contact).toMatchObject({ id: "1", firstName: "Carla", email: "carla@client.example" });
    expect(dropped.length).toBeGreaterThan(0);
    expect(dropped.map(({ field }) => field.split(".")[0])).toContain(Object.keys(odd)[0]);
  });
});

describe("any row", () => {
  it("is read whatever its fields hold, as long as it has its id", () => {
    const names = Object.keys(ticketRow.shape).filter((name) => name !== "id");
    const anyFields = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(anyFields, (fields) => {
        const read = readRow(ticketRow, { ...fields, id: 7 });
        expect("row" in read && read.row.id).toBe("7");
      }),
      { numRuns: 300 },
    );
  });

  it("without a readable id is none", () => {
    for (const id of [undefined, "x", {}, 1.5]) expect(readRow(contactRow, { id })).toHaveProperty("reason");
    expect(readRow(contactRow, "odd")).toHaveProperty("reason");
  });

  it("is refused for a field that it can't be without", () => {
    const schema = z.object({ id: z.number(), timeStart: z.string() });
    expect(readRow(schema, { id: 1, timeStart: 5 })).toMatchObject({
      reason: { code: "field_unreadable", args: { field: "timeStart" } },
    });
  });
});
