// A ticket with its notes and time entries becomes one conversation.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SkipError } from "../../../src/engine/errors.ts";
import type { TicketBundle } from "../../../src/engine/model/source.ts";
import {
  isTicketLeftOut,
  transformConversation,
  transformTicket,
} from "../../../src/engine/transform/index.ts";
import { toPlainText } from "../../../src/engine/transform/text.ts";
import { ADMINS, aContext, aFieldMap, aTicket, RUN_AT } from "../../support/builders.ts";

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

describe("people, team and state", () => {
  it("assigns the owner's admin and the board's team", () => {
    expect(transform(aTicket().build())).toMatchObject({ adminId: "900", teamId: "70", state: "open" });
  });

  it("assigns the fallback admin and names an owner who has no admin", () => {
    const bundle = aTicket({ owner: { id: "151", name: "Tom Okafor" } }).build();
    expect(transform(bundle).adminId).toBe("900");
    expect(textOf(bundle, "owner")).toBe("Owner in ConnectWise: Tom Okafor");
  });

  it("finds teams and admins by name and e-mail in a workspace with other ids", () => {
    const staging = {
      admins: [...ADMINS].map((admin) => ({ ...admin, id: `9${admin.id}` })),
      teams: [{ id: "7", name: "help desk" }],
    };
    expect(transform(aTicket().build(), staging)).toMatchObject({ adminId: "9900", teamId: "7" });
  });

  it("maps the status, keeps its name, and sleeps from the run on", () => {
    const waiting = transform(aTicket({ status: { id: "102", name: "Waiting on Client" } }).build());
    expect(waiting).toMatchObject({ state: "snoozed", snoozedUntil: RUN_AT + 7 * 86_400 });
    expect(waiting.attributes.Original_Status__c).toBe("Waiting on Client");
    const unknown = transform(aTicket({ status: { id: "999", name: "Old" }, closed: true }).build());
    expect(unknown.state).toBe("closed");
  });

  it("leaves out the tickets of a board that stays behind", () => {
    const map = aFieldMap();
    const boards = map.boards.map((rule) => ({ ...rule, migrate: false }));
    expect(isTicketLeftOut(aTicket().build().ticket, aContext({ map: { ...map, boards } }))).toBe(true);
    expect(isTicketLeftOut(aTicket().build().ticket, aContext())).toBe(false);
  });

  it("gives a ticket without a contact a placeholder of its company", () => {
    const { contact, ...ticket } = aTicket().build().ticket;
    const { conversation, placeholder } = transformTicket({ ticket, notes: [], timeEntries: [] }, aContext());
    expect(contact).toBeDefined();
    expect(conversation.contact).toEqual({ type: "contact", id: "unknown:5" });
    expect(placeholder).toMatchObject({
      externalId: "connectwise:unknown:5",
      name: "Unknown contact of Acme Dental",
    });
    expect(conversation.alterations).toContainEqual(expect.objectContaining({ field: "contact" }));
  });

  it("says who reported a ticket when a shared e-mail merged contacts", () => {
    const bundle = aTicket({ contact: { id: "21", name: "Bob Ray" } })
      .withNote({ author: { kind: "contact", id: "21" } })
      .build();
    const merged = { canonicalContact: () => "20" };
    expect(transform(bundle, merged).contact.id).toBe("20");
    expect(textOf(bundle, "about", merged)).toBe(
      "Reported by Bob Ray, who shares an e-mail address with this contact.",
    );
  });

  it("ties merged and child tickets to their parents", () => {
    const bundle = aTicket({ mergedParentTicketId: "7", parentTicketId: "8" }).build();
    expect(transform(bundle).attributes).toMatchObject({
      Merged_Into_Ticket_ID__c: "7",
      Parent_Ticket_ID__c: "8",
    });
    expect(textOf(bundle, "about")).toBe("Merged into ticket 7.\nChild of ticket 8.");
  });
});

describe("attributes", () => {
  it("carry the mapping table", () => {
    expect(
      transform(
        aTicket({ slaBreachTime: "2025-06-01T13:00:00Z", project: { id: "3", name: "Move" } }).build(),
      ).attributes,
    ).toMatchObject({
      Source_Ticket_ID__c: "1000",
      Source_System__c: "connectwise",
      Original_Create_Date__c: "2025-06-01T09:00:00Z",
      Source_Last_Modified__c: "2025-06-03T09:00:00Z",
      Priority__c: "Priority 1 - Critical",
      SLA_Tier__c: "Gold 24x7",
      SLA_Breach_Time__c: "2025-06-01T13:00:00Z",
      SLA_Business_Hours__c: false,
      Board__c: "Help Desk",
      Sub_Type__c: "Printer",
      Project__c: "Move (3)",
    });
  });
});

describe("hostile records", () => {
  const text = fc.string({ unit: "binary", maxLength: 300 });
  it("never throw, and never let markup through", () => {
    const context = aContext();
    fc.assert(
      fc.property(text, text, text, text, (summary, opening, reply, name) => {
        const bundle = aTicket({
          summary,
          severity: name,
          customFields: [{ id: "1", caption: name, type: "Text", value: reply }],
        })
          .withNote({ text: opening })
          .withNote({
            text: `<img src=x onerror=1>${reply}`,
            author: { kind: "unknown", name },
            dateCreated: "2025-06-02T00:00:00Z",
          })
          .withTime({ notes: reply, workType: name })
          .build();
        const desired = transformConversation(bundle, context);
        expect(desired.body.trim()).not.toBe("");
        expect(JSON.stringify(desired).isWellFormed()).toBe(true);
        for (const part of desired.parts) {
          if (part.author.kind === "admin") expect(part.body.replace(/<\/?p>|<br>/g, "")).not.toMatch(/[<>]/);
        }
      }),
    );
  });
});
