// desired × applied: what is written, in which order, and that equal states write nothing.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffDesired, isUnsettled } from "../../../src/engine/converge/index.ts";
import type { Desired, DesiredConversation } from "../../../src/engine/model/desired.ts";
import { contentHash } from "../../../src/engine/model/hash.ts";
import type { ObservedContact } from "../../../src/engine/model/observed.ts";
import type { Applied } from "../../../src/engine/model/operation.ts";
import {
  transformCompany,
  transformContact,
  transformConversation,
} from "../../../src/engine/transform/index.ts";
import { aCompany, aContact, aContext, aTicket, RUN_AT, type TicketBuilder } from "../../support/builders.ts";
import { afterWriting, resolve } from "./apply-operations.ts";

const nothing: Applied = new Map();
const steps = (desired: Desired, applied: Applied) => diffDesired(desired, applied).map((one) => one.step);
const written = (desired: Desired) => afterWriting(nothing, diffDesired(desired, nothing));
const conversation = (ticket: TicketBuilder, overrides = {}): DesiredConversation =>
  transformConversation(ticket.build(), aContext(overrides));
const closed = { status: { id: "103", name: "Closed" }, closed: true };

describe("a record that Intercom doesn't hold yet", () => {
  it("is written in the order that keeps its state: create, parts, team, admin, attributes, state", () => {
    const desired = conversation(aTicket(closed).withNotes(2).withTime());
    expect(steps(desired, nothing)).toEqual([
      "create",
      "part:note:2",
      "part:time:300",
      "team",
      "admin",
      "attributes",
      "state",
    ]);
  });

  it("needs no state step when it is open: Intercom opens conversations by itself", () => {
    expect(steps(conversation(aTicket()), nothing)).not.toContain("state");
  });

  it("builds actions with the ids that are known by then", () => {
    const [create, reply] = diffDesired(conversation(aTicket().withNotes(3)), nothing);
    expect(create?.build(resolve)).toMatchObject({ kind: "create-conversation", contactId: "contact-20" });
    expect(reply?.build(resolve)).toMatchObject({ kind: "add-part", conversationId: "ticket-1000" });
  });

  it("attaches a contact to its company after creating it", () => {
    expect(steps(transformContact(aContact(), aContext()), nothing)).toEqual(["create", "company:5"]);
  });
});

describe("what the source no longer says", () => {
  const ownAttributes = new Set(["Severity__c", "Vendor_Ticket__c"]);

  it("is cleared by the next update, on records that we made", () => {
    const before = conversation(aTicket(closed));
    const { Severity__c: _gone, ...attributes } = before.attributes;
    const operations = diffDesired({ ...before, attributes }, written(before), { ownAttributes });
    expect(operations.map((one) => one.step)).toEqual(["attributes"]);
    expect(operations[0]?.build(resolve)).toMatchObject({
      attributes: { Severity__c: null, Vendor_Ticket__c: null },
    });
  });

  it("takes a contact off the company that it left, once, and puts it back when it returns", () => {
    const here = transformContact(aContact(), aContext());
    const left = { ...here, companies: [] };
    const applied = afterWriting(nothing, diffDesired(here, nothing), { destinationId: "company-5" });
    const [detach, ...rest] = diffDesired(left, applied);
    expect(rest).toEqual([]);
    expect(detach?.build(resolve)).toMatchObject({ kind: "detach-company", contactId: "contact-20" });
    const after = afterWriting(applied, detach ? [detach] : [], { destinationId: "company-5" });
    expect(diffDesired(left, after)).toEqual([]);
    expect(diffDesired(here, after).map((one) => one.build(resolve).kind)).toEqual(["attach-company"]);
  });
});

describe("laws", () => {
  const ticket = fc
    .record({
      notes: fc.nat(6),
      times: fc.nat(3),
      closed: fc.boolean(),
      severity: fc.string({ maxLength: 20 }),
    })
    .map(({ notes, times, closed: isClosed, severity }) => {
      let builder = aTicket({ ...(isClosed ? closed : {}), severity }).withNotes(notes);
      for (let at = 0; at < times; at += 1) builder = builder.withTime();
      return conversation(builder);
    });

  it("the diff of equal states is empty", () => {
    fc.assert(
      fc.property(ticket, (desired) => {
        expect(diffDesired(desired, written(desired))).toEqual([]);
      }),
    );
  });

  it("applying any diff, then diffing again, gives nothing", () => {
    fc.assert(
      fc.property(ticket, ticket, (before, after) => {
        const first = written(before);
        const second = afterWriting(first, diffDesired(after, first));
        expect(diffDesired(after, second)).toEqual([]);
      }),
    );
  });

  it("a diff that was applied in part leaves the rest", () => {
    fc.assert(
      fc.property(ticket, fc.nat(12), (desired, count) => {
        const all = diffDesired(desired, nothing);
        const some = afterWriting(nothing, all.slice(0, count));
        expect(steps(desired, some)).toEqual(all.slice(count).map((one) => one.step));
      }),
    );
  });

  it("the time of the run changes nothing", () => {
    const waiting = aTicket({ status: { id: "102", name: "Waiting on Client" } }).withNotes(2);
    const later = conversation(waiting, { runAt: RUN_AT + 86_400 });
    expect(diffDesired(later, written(conversation(waiting)))).toEqual([]);
  });
});

describe("a record that changed", () => {
  it("gets its attributes rewritten", () => {
    const applied = written(conversation(aTicket()));
    expect(steps(conversation(aTicket({ severity: "Low" })), applied)).toEqual(["attributes"]);
  });

  it("gets a new part appended, and is closed again after it", () => {
    const applied = written(conversation(aTicket(closed).withNotes(2)));
    expect(steps(conversation(aTicket(closed).withNotes(3)), applied)).toEqual(["part:note:3", "state"]);
  });

  it("gets a note with the new text where a written one was edited, once", () => {
    const edited = (text: string) => conversation(aTicket(closed).withNotes(1).withNote({ text, id: "2" }));
    const applied = written(edited("old"));
    const [revision, state] = diffDesired(edited("new"), applied);
    expect(revision?.step).toMatch(/^part:note:2:revision:[0-9a-f]{8}$/);
    expect(revision?.build(resolve)).toMatchObject({
      messageType: "note",
      author: { kind: "admin", id: "900" },
      body: expect.stringContaining("Edited in ConnectWise"),
    });
    expect(state?.step).toBe("state");
  });

  it("tells of an edited opening in the same way", () => {
    const applied = written(conversation(aTicket().withNote({ text: "old" })));
    expect(steps(conversation(aTicket().withNote({ text: "new" })), applied)).toEqual([
      expect.stringMatching(/^part:opening:revision:/),
    ]);
  });

  it("doesn't take another author in Intercom for an edit", () => {
    const ticket = aTicket().withNotes(3);
    const applied = written(conversation(ticket, { admins: [] }));
    expect(steps(conversation(ticket), applied).filter((step) => step.includes("revision"))).toEqual([]);
  });

  it("is reopened, and loses a team that the map takes away", () => {
    const applied = written(conversation(aTicket(closed)));
    const { teamId, ...open } = conversation(aTicket({ lastUpdated: "2025-06-03T09:00:00Z" }));
    expect(teamId).toBe("70");
    const operations = diffDesired(open, applied);
    expect(operations.map((one) => one.step)).toEqual(["team", "attributes", "state"]);
    expect(operations[0]?.build(resolve)).toMatchObject({ kind: "assign-team", assigneeId: "0" });
    expect(operations[2]?.build(resolve)).toMatchObject({ state: "open" });
  });

  it("is closed again when only its owner or its team changes: assigning opens it", () => {
    const before = conversation(aTicket(closed));
    for (const change of [{ adminId: "9003" }, { teamId: "71" }, { teamId: "71", adminId: "9003" }]) {
      const after = { ...before, ...change };
      const operations = diffDesired(after, written(before));
      expect(operations.at(-1)?.step).toBe("state");
      const applied = afterWriting(written(before), operations);
      expect(diffDesired(after, applied)).toEqual([]);
      // And back again, whatever content the journal knows of.
      expect(diffDesired(before, applied).at(-1)?.step).toBe("state");
    }
  });

  it("leaves what an older version closed as it is, until something opens it", () => {
    const desired = conversation(aTicket(closed));
    const applied = new Map(written(desired));
    const state = applied.get("state");
    const { body, createdAt } = desired;
    const after = [contentHash({ body, createdAt }), ...desired.parts.map((part) => [part.key, part.digest])];
    if (state) applied.set("state", { ...state, contentHash: contentHash({ state: "closed", after }) });
    expect(diffDesired(desired, applied)).toEqual([]);
    const assigned = diffDesired({ ...desired, adminId: "9003" }, applied);
    expect(assigned.map(({ step }) => step)).toEqual(["admin", "state"]);
  });

  it("is given to nobody where nobody owns it, and again after an admin's answer but after no note", () => {
    const { adminId: _nobody, ...before } = conversation(aTicket());
    const applied = written(before);
    expect(diffDesired(before, nothing).map(({ step }) => step)).toContain("admin");
    expect(diffDesired(before, applied)).toEqual([]);
    const say = (messageType: "comment" | "note"): DesiredConversation => {
      const part = { key: "note:99", author: { kind: "admin", id: "9003" }, body: "<p>x</p>" } as const;
      return { ...before, parts: [...before.parts, { ...part, messageType, createdAt: RUN_AT - 60 }] };
    };
    expect(steps(say("note"), applied)).toEqual(["part:note:99"]);
    const answered = diffDesired(say("comment"), applied);
    expect(answered.map(({ step, asserts }) => [step, asserts ?? false])).toEqual([
      ["part:note:99", false],
      ["admin", true],
    ]);
    expect(answered[1]?.build(resolve)).toMatchObject({ kind: "assign-admin", assigneeId: "0" });
    expect(diffDesired(say("comment"), afterWriting(applied, answered))).toEqual([]);
    const owned = written({ ...before, adminId: "9003" });
    expect(diffDesired(before, owned).map(({ step, asserts }) => [step, asserts])).toEqual([
      ["admin", false],
    ]);
  });

  it("is left alone where an older version left a conversation of nobody's alone", () => {
    const { adminId: _nobody, ...before } = conversation(aTicket());
    const applied = new Map([...written(before)].filter(([step]) => step !== "admin"));
    expect(diffDesired(before, applied)).toEqual([]);
  });

  it("is an upsert of the same step for a company", () => {
    const applied = written(transformCompany(aCompany(), aContext()));
    expect(steps(transformCompany(aCompany({ name: "Acme 2" }), aContext()), applied)).toEqual(["create"]);
  });
});

describe("an unknown outcome", () => {
  it("holds the whole record back until it is settled", () => {
    const desired = conversation(aTicket(closed).withNotes(2));
    const [create] = diffDesired(desired, nothing);
    const applied = afterWriting(nothing, create ? [create] : [], { state: "unknown" });
    expect(isUnsettled(applied)).toBe(true);
    expect(diffDesired(desired, applied)).toEqual([]);
  });
});

describe("a contact that existed before", () => {
  const desired = transformContact(aContact(), aContext());
  const adopted = afterWriting(nothing, diffDesired(desired, nothing), { created: false });
  const observed: ObservedContact = {
    kind: "contact",
    id: "contact-20",
    externalId: "their-own",
    role: "user",
    email: "ada@acme.example",
    name: "Ada J.",
    attributes: {},
    companyIds: [],
    archived: false,
    updatedAt: RUN_AT,
  };
  const fields = (existingContact: "keep" | "fill" | "overwrite") =>
    diffDesired(desired, adopted, { existingContact, observed: observed })[0]?.build(resolve);

  it("keeps what it holds but for our attributes", () => {
    expect(fields("keep")).toMatchObject({
      kind: "update-contact",
      fields: { attributes: desired.attributes },
    });
    expect(fields("keep")).not.toHaveProperty("fields.name");
  });

  it("is filled where it is empty", () => {
    expect(fields("fill")).toMatchObject({ fields: { phone: "253 555 1020" } });
    expect(fields("fill")).not.toHaveProperty("fields.name");
  });

  it("is overwritten by policy, its own external id never", () => {
    expect(fields("overwrite")).toMatchObject({ fields: { name: "Ada Jones" } });
    expect(fields("overwrite")).not.toHaveProperty("fields.externalId");
  });

  it("is done after its attributes were written", () => {
    const done = afterWriting(adopted, diffDesired(desired, adopted));
    expect(diffDesired(desired, done)).toEqual([]);
  });
});
