// Who is assigned, which team and state a conversation gets, its attributes, and hostile records.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TicketBundle } from "../../../src/engine/model/source/source.ts";
import {
  isTicketLeftOut,
  transformConversation,
  transformTicket,
} from "../../../src/engine/transform/index.ts";
import { toPlainText } from "../../../src/engine/values/text.ts";
import { ADMINS, aContext, aFieldMap, aTicket, RUN_AT } from "../../support/builders.ts";

const transform = (bundle: TicketBundle, overrides = {}) =>
  transformConversation(bundle, aContext(overrides));
const textOf = (bundle: TicketBundle, key: string, overrides = {}) =>
  toPlainText(transform(bundle, overrides).parts.find((part) => part.key === key)?.body ?? "");

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
