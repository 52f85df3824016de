// A person is recognized by whatever the record says of her, the same way on every path.
import { describe, expect, it } from "vitest";
import type { SourceTicket } from "../../../src/engine/model/source/source.ts";
import { transformTicket } from "../../../src/engine/transform/index.ts";
import { toPlainText } from "../../../src/engine/values/text.ts";
import { aContext, aTicket } from "../../support/builders.ts";

const people = {
  contactByAddress: (address: string) => (address === "carla@client.example" ? "20" : undefined),
};
const withoutContact = (
  more: Partial<SourceTicket>,
  notes: Parameters<ReturnType<typeof aTicket>["withNote"]>[0][] = [],
) => {
  let builder = aTicket(more);
  for (const note of notes) builder = builder.withNote(note);
  const bundle = builder.build();
  const { contact: _, ...ticket } = bundle.ticket;
  return transformTicket({ ...bundle, ticket: { ...ticket, ...more } }, aContext(people));
};
const textOf = ({ conversation }: ReturnType<typeof withoutContact>, key: string) =>
  toPlainText(conversation.parts.find((part) => part.key === key)?.body ?? "");

describe("a ticket without a contact that names an address", () => {
  it("is opened by the contact who has the address, however it is written", () => {
    for (const contactEmail of ["carla@client.example", "CARLA@client.example", " Carla@Client.Example "]) {
      const made = withoutContact({ contactEmail, contactName: "Carla Client" });
      expect(made.conversation.contact).toEqual({ type: "contact", id: "20" });
      expect(made.placeholder).toBeUndefined();
      expect(textOf(made, "about")).not.toContain("not among the contacts");
    }
  });

  it("is opened by a contact of its own where nobody has the address", () => {
    const made = withoutContact({ contactEmail: "Walkin@client.example", contactName: "Walk In" });
    expect(made.placeholder).toMatchObject({
      externalId: "connectwise:address:walkin@client.example",
      email: "walkin@client.example",
      name: "Walk In",
    });
    expect(made.conversation.contact).toEqual(made.placeholder?.source);
    const other = withoutContact({ contactEmail: "walkin@client.example", id: "77" });
    expect(other.conversation.contact).toEqual(made.conversation.contact);
  });

  it("shares the stand-in of its company where the address is none", () => {
    for (const contactEmail of ["", "none", "a@b", "x y@z.example"]) {
      expect(withoutContact({ contactEmail }).conversation.contact.id).toBe("unknown:5");
    }
  });

  it("has the messages of that person by that person, whatever path names her", () => {
    const made = withoutContact({ contactEmail: "walkin@client.example", contactName: "Walk In" }, [
      { author: { kind: "unknown", name: "walkin@client.example" }, text: "It is broken." },
      { author: { kind: "unknown", name: "WALKIN@client.example" }, text: "Still broken." },
    ]);
    const [, second] = made.conversation.parts.filter(({ key }) => key.startsWith("note:")).concat();
    const replies = made.conversation.parts.filter(({ key }) => key.startsWith("note:"));
    expect(made.conversation.body).toBe("It is broken.");
    expect(replies.map(({ author, body }) => [author, body])).toEqual([
      [{ kind: "contact", source: made.conversation.contact }, "Still broken."],
    ]);
    expect(second).toBeUndefined();
  });
});

describe("a requester whose record is gone", () => {
  it("is a contact of its own by the address that the ticket names", () => {
    const bundle = aTicket({
      contact: { id: "99001", name: "Dana Former" },
      contactName: "Dana Former",
      contactEmail: "dana@client.example",
    })
      .withNote({ author: { kind: "contact", id: "99001", name: "Dana Former" }, text: "Hello" })
      .withNote({ author: { kind: "contact", id: "99001", name: "Dana Former" }, text: "Anyone?" })
      .build();
    const { conversation, placeholder } = transformTicket(bundle, aContext(people));
    expect(placeholder).toMatchObject({ email: "dana@client.example", name: "Dana Former" });
    expect(conversation.parts.map(({ author, body }) => [author, body])).toContainEqual([
      { kind: "contact", source: conversation.contact },
      "Anyone?",
    ]);
  });
});

describe("an author who is named in words", () => {
  it.each([
    ["the login", "PRaman"],
    ["the e-mail address", "PRIYA@msp.example"],
    ["the full name", "Priya Raman"],
  ])("is the member of %s", (_what, name) => {
    const members = [
      { id: "150", identifier: "praman", name: "Priya Raman", email: "priya@msp.example", inactive: false },
    ];
    const bundle = aTicket()
      .withNotes(1)
      .withNote({ author: { kind: "unknown", name }, text: "Done." })
      .withTime({ member: { id: "0", name } })
      .build();
    const { parts } = transformTicket(bundle, aContext({ ...people, members })).conversation;
    const told = parts.filter(({ key }) => /^(note|time):/.test(key));
    expect(told.map(({ author }) => author)).toEqual(told.map(() => ({ kind: "admin", id: "900" })));
    expect(told.map(({ body }) => toPlainText(body)).join()).not.toContain(`[${name}]`);
  });
});
