// A ticket with its notes and time entries becomes one conversation.
import { describe, expect, it } from "vitest";
import { SkipError } from "../../../src/engine/errors.ts";
import type { TicketBundle } from "../../../src/engine/model/source/source.ts";
import { transformConversation } from "../../../src/engine/transform/index.ts";
import { toPlainText } from "../../../src/engine/values/text.ts";
import { aContext, aTicket } from "../../support/builders.ts";

const transform = (bundle: TicketBundle, overrides = {}) =>
  transformConversation(bundle, aContext(overrides));
const textOf = (bundle: TicketBundle, key: string, overrides = {}) =>
  toPlainText(transform(bundle, overrides).parts.find((part) => part.key === key)?.body ?? "");

describe("the opening message", () => {
  it("is the first discussion note, by the requester, at its original time, as plain text", () => {
    const desired = transform(aTicket().withNote({ text: "Help <b>me</b>" }).withNotes(0).build());
    expect(desired.body).toBe("Help <b>me</b>");
    expect(desired.createdAt).toBe(Date.parse("2025-06-01T09:00:00Z") / 1000);
    expect(desired.contact).toEqual({ type: "contact", id: "20" });
    expect(desired.parts).toEqual([]);
  });

  it("is the summary where the ticket has no note", () => {
    const desired = transform(aTicket().build());
    expect(desired.body).toBe("Printer on fire");
    expect(desired.alterations).toContainEqual(expect.objectContaining({ field: "body", what: "replaced" }));
  });

  it("names the member who wrote it for the requester", () => {
    const bundle = aTicket()
      .withNote({ author: { kind: "member", id: "150", name: "Priya Raman" } })
      .build();
    expect(textOf(bundle, "about")).toBe("Opened by Priya Raman for Ada Jones.");
  });

  it("is never a member's later reply", () => {
    const reply = {
      author: { kind: "member", id: "150" },
      dateCreated: "2025-06-01T12:00:00Z",
      text: "On it",
    } as const;
    const desired = transform(aTicket().withNote(reply).build());
    expect(desired.body).toBe("Printer on fire");
    expect(desired.parts).toMatchObject([{ key: "note:1", author: { kind: "admin", id: "900" } }]);
  });

  it("skips a ticket whose time can't be believed, instead of dating it now", () => {
    const timeless = aTicket({ dateEntered: "1899-12-30T00:00:00Z" }).build();
    expect(() => transform(timeless)).toThrow(SkipError);
    expect(() => transform(timeless)).toThrow(expect.objectContaining({ code: "invalid_created_at" }));
    const future = aTicket({ dateEntered: "2031-01-01T00:00:00Z" }).build();
    expect(() => transform(future)).toThrow(SkipError);
  });
});

describe("later messages", () => {
  it("follow in order of time with their authors: the contact's comments, the admins' comments", () => {
    const { parts } = transform(aTicket().withNotes(4).build());
    expect(parts.map((part) => [part.key, part.author.kind, part.messageType])).toEqual([
      ["note:2", "admin", "comment"],
      ["note:3", "contact", "comment"],
      ["note:4", "admin", "comment"],
    ]);
    expect(parts.map((part) => part.createdAt)).toEqual([1748772000, 1748775600, 1748779200]);
  });

  it("keep internal notes internal and mark the resolution", () => {
    const bundle = aTicket()
      .withNotes(1)
      .withNote({ kind: "internal", internal: true, text: "secret", author: { kind: "member", id: "150" } })
      .withNote({ kind: "resolution", text: "Fixed it", author: { kind: "member", id: "150" } })
      .build();
    const { parts } = transform(bundle);
    expect(parts.map((part) => part.messageType)).toEqual(["note", "comment"]);
    expect(parts[1]?.body).toBe("<p>Resolution:<br>Fixed it</p>");
  });

  it("go through the fallback admin, with the name said, where the member has no admin", () => {
    const bundle = aTicket()
      .withNotes(1)
      .withNote({ text: "Hi", author: { kind: "member", id: "151" } })
      .build();
    const desired = transform(bundle);
    expect(desired.parts[0]).toMatchObject({
      author: { kind: "admin", id: "900" },
      body: "<p>[Tom Okafor] Hi</p>",
    });
    expect(desired.alterations).toContainEqual(expect.objectContaining({ field: "parts[note:2].author" }));
  });

  it("never claim a contact as author who is gone, or who does not take part", () => {
    const bundle = aTicket()
      .withNotes(1)
      .withNote({ text: "Me too", author: { kind: "contact", id: "77", name: "Bo" } })
      .build();
    const both = (id: string) => (id === "20" || id === "77" ? id : undefined);
    for (const overrides of [{}, { canonicalContact: both }]) {
      expect(transform(bundle, overrides).parts[0]).toMatchObject({
        author: { kind: "admin", id: "900" },
        messageType: "comment",
        body: "<p>[Bo] Me too</p>",
      });
    }
  });

  it("turn a contact's internal note into an admin's note that names them", () => {
    const bundle = aTicket()
      .withNotes(1)
      .withNote({ kind: "internal", internal: true, text: "psst" })
      .build();
    expect(transform(bundle).parts[0]).toMatchObject({
      messageType: "note",
      body: "<p>[Ada Jones] psst</p>",
    });
  });

  it("say so when a time can't be kept", () => {
    const bundle = aTicket().withNotes(1).withNote({ dateCreated: "sometime", text: "x" }).build();
    const desired = transform(bundle);
    expect(textOf(bundle, "note:2")).toBe("[Date in ConnectWise: sometime] x");
    expect(desired.alterations).toContainEqual(expect.objectContaining({ field: "parts[note:2].createdAt" }));
  });

  it("are split with marks at the same time when they are too long", () => {
    const bundle = aTicket()
      .withNotes(1)
      .withNote({ text: "lorem ipsum ".repeat(6000) })
      .build();
    const { parts } = transform(bundle);
    expect(parts.map((part) => part.key)).toEqual(["note:2", "note:2:2", "note:2:3"]);
    expect(parts.every((part) => part.createdAt === parts[0]?.createdAt)).toBe(true);
    expect(parts[2]?.body.startsWith("(3/3) ")).toBe(true);
  });
});

describe("time entries", () => {
  it("are a note each and sums on the conversation, billable hours only", () => {
    const bundle = aTicket()
      .withNotes(1)
      .withTime()
      .withTime({ billableOption: "DoNotBill", hoursBilled: 4 })
      .build();
    const { attributes } = transform(bundle);
    expect(attributes).toMatchObject({ Billable_Hours__c: 1.25, Billable_Rate__c: 150 });
    expect(textOf(bundle, "time:300")).toBe(
      "Time entry: Priya Raman, 2025-06-02 10:00 UTC, 1.5 h, 1.25 h billed, rate 150.00, billable, Remote\n\nReplaced the fuser.",
    );
    expect(textOf(bundle, "time:301")).toContain("not billable");
  });

  it("average several rates by hours and say so", () => {
    const bundle = aTicket()
      .withTime({ hoursBilled: 1, hourlyRate: 100 })
      .withTime({ hoursBilled: 3, hourlyRate: 200 })
      .build();
    const desired = transform(bundle);
    expect(desired.attributes.Billable_Rate__c).toBe(175);
    expect(desired.alterations).toContainEqual(
      expect.objectContaining({ field: "attributes.Billable_Rate__c" }),
    );
  });
});
