// desired × observed: every field and part has a verdict, and nothing wrong goes unnoticed.
import { describe, expect, it } from "vitest";
import { revisionBody } from "../../../src/engine/converge/conversation/parts.ts";
import { compareObserved, kindOf } from "../../../src/engine/converge/index.ts";
import { SkipError } from "../../../src/engine/errors.ts";
import type { DesiredConversation } from "../../../src/engine/model/desired.ts";
import type { ObservedContact, ObservedConversation } from "../../../src/engine/model/observed.ts";
import { traceFields, transformContact, transformConversation } from "../../../src/engine/transform/index.ts";
import { aContact, aContext, aTicket, RUN_AT } from "../../support/builders.ts";
import { prose } from "../../support/in-words.ts";
import { observe, resolve } from "./apply-operations.ts";

const bundle = aTicket({ slaBreachTime: "2025-06-01T13:00:00Z" })
  .withNotes(4)
  .withNote({
    text: "a < b & c\n\nnext",
    author: { kind: "member", id: "150" },
    dateCreated: "2025-06-01T20:00:00Z",
  })
  .withTime()
  .build();
const desired = transformConversation(bundle, aContext());
const observed = observe(desired);

type Options = Parameters<typeof compareObserved>[3];
const wrong = (
  found: ObservedConversation | null,
  wanted: DesiredConversation = desired,
  options: Options = {},
) =>
  compareObserved(wanted, found, resolve, options)
    .filter((one) => one.verdict !== "same")
    .map((one) => `${one.field}: ${one.verdict}`);
const withPart = (at: number, change: object): ObservedConversation => ({
  ...observed,
  parts: observed.parts.map((part, index) => (index === at ? { ...part, ...change } : part)),
});

describe("a conversation that is as desired", () => {
  it("is the same in every field and part, whatever wrapping Intercom adds", () => {
    expect(wrong(observed)).toEqual([]);
    const fields = compareObserved(desired, observed, resolve).map((one) => one.field);
    for (const field of ["title", "body", "contact", "createdAt", "teamId", "adminId", "state"]) {
      expect(fields).toContain(field);
    }
    expect(fields.filter((field) => field.startsWith("parts["))).toHaveLength(desired.parts.length * 4);
  });

  it("shows source values and rules where a field diff asks for them", () => {
    const trace = traceFields({ kind: "conversation", record: bundle }, aContext());
    const verdicts = compareObserved(desired, observed, resolve, { trace });
    expect(verdicts.find((one) => one.field === "attributes.SLA_Tier__c")).toMatchObject({
      sourceValue: "Gold 24x7",
      rule: "ticket sla.name as list",
      verdict: "same",
    });
  });
});

describe("a conversation that is not", () => {
  it("is missing when Intercom doesn't hold it", () => {
    expect(wrong(null)).toEqual(["record: missing"]);
  });

  it("shows a lost, a changed and a misdated part", () => {
    const [, ...rest] = observed.parts;
    expect(wrong({ ...observed, parts: rest })).toEqual(["parts[note:2]: missing"]);
    expect(wrong(withPart(3, { body: "<p>a &lt; b</p>" }))).toEqual(["parts[note:5].body: different"]);
    expect(wrong(withPart(0, { createdAt: RUN_AT }))).toEqual(["parts[note:2].createdAt: different"]);
  });

  it("shows another author and an internal note that customers may read", () => {
    expect(wrong(withPart(0, { author: { kind: "admin", id: "901" } }))).toEqual([
      "parts[note:2].author: different",
    ]);
    expect(wrong(withPart(4, { messageType: "comment" }))).toEqual(["parts[time:300].audience: different"]);
  });

  it("shows a doubled part as extra, and leaves what people wrote since alone", () => {
    const [first] = observed.parts;
    const doubled = first ? { ...first, id: "again" } : undefined;
    expect(wrong({ ...observed, parts: [...observed.parts, ...(doubled ? [doubled] : [])] })).toEqual([
      "parts[+again]: extra",
    ]);
    const person = { ...first, id: "new", body: "<p>hello</p>", createdAt: RUN_AT } as typeof doubled;
    expect(wrong({ ...observed, parts: [...observed.parts, ...(person ? [person] : [])] })).toEqual([]);
  });

  it("shows parts of one second in the wrong order", () => {
    const same = aTicket()
      .withNotes(1)
      .withNote({ text: "first", author: { kind: "member", id: "150" }, dateCreated: "2025-06-01T10:00:00Z" })
      .withNote({
        text: "second",
        author: { kind: "member", id: "150" },
        dateCreated: "2025-06-01T10:00:00Z",
      });
    const wanted = transformConversation(same.build(), aContext());
    const found = observe(wanted);
    const swapped = { ...found, parts: found.parts.toReversed() };
    expect(wrong(found, wanted)).toEqual([]);
    expect(wrong(swapped, wanted)).toEqual(["parts[note:3].order: different"]);
  });

  it("shows attributes, team, admin, state and title that differ", () => {
    const changed = { ...observed, title: "Other", state: "closed" as const, teamId: "71", attributes: {} };
    const found = wrong(changed);
    expect(found).toContain("title: different");
    expect(found).toContain("state: different");
    expect(found).toContain("teamId: different");
    expect(found).toContain("attributes.SLA_Breach_Time__c: missing");
  });

  it.each([
    ["a contact", aContact()],
    ["a conversation", aTicket().withNotes(2).build()],
  ])("of %s throws what is no missing link: a fault of ours is no discrepancy", (_name, record) => {
    const wanted =
      "ticket" in record
        ? transformConversation(record, aContext())
        : { ...transformContact(record, aContext()), companies: [{ type: "company", id: "5" } as const] };
    const broken = () => {
      throw new TypeError("links is undefined");
    };
    expect(() => compareObserved(wanted, kindOf(wanted.kind).expect(wanted, resolve), broken)).toThrow(
      TypeError,
    );
  });

  it("says so, and does not throw, when its contact was not moved", () => {
    const none = () => {
      throw new SkipError(prose({ code: "no_link", message: "not moved", remedy: "see its exception" }));
    };
    const verdict = compareObserved(desired, observed, none).find((one) => one.field === "contact");
    expect(verdict).toMatchObject({ verdict: "different", desired: "contact 20 (not moved)" });
  });
});

describe("a difference with a reason", () => {
  it("is altered where the value had to change on its way", () => {
    const odd = transformConversation(
      aTicket({ severity: "x".repeat(300) })
        .withNotes(1)
        .build(),
      aContext(),
    );
    expect(wrong(observe(odd), odd)).toEqual(["attributes.Severity__c: altered"]);
  });

  it("is altered where an edited text follows as a note", () => {
    const edited = transformConversation(
      aTicket().withNotes(1).withNote({ text: "new" }).build(),
      aContext(),
    );
    const old = observe(
      transformConversation(aTicket().withNotes(1).withNote({ text: "old" }).build(), aContext()),
    );
    expect(wrong(old, edited)).toEqual(["parts[note:2].body: different"]);
    const [part] = edited.parts;
    const note = part && { ...old.parts[0], id: "r", messageType: "note", body: revisionBody(part) };
    const withNote = { ...old, parts: [...old.parts, note] } as ObservedConversation;
    expect(wrong(withNote, edited)).toEqual(["parts[note:2].body: altered"]);
  });

  it("is altered where a snooze has ended", () => {
    const waiting = transformConversation(aTicket({ status: { id: "102" } }).build(), aContext());
    const woken = { ...observe(waiting), state: "open" as const };
    expect(wrong(woken, waiting, { now: RUN_AT + 8 * 86_400 })).toContain("state: altered");
    expect(wrong(woken, waiting, { now: RUN_AT + 86_400 })).toContain("state: different");
  });

  it("counts parts that Intercom no longer returns as proved by the journal", () => {
    const cut = { ...observed, parts: observed.parts.slice(3), partsCut: true };
    expect(wrong(cut)).toEqual(["parts: altered"]);
  });

  it("is altered where a policy kept what a contact held", () => {
    const contact = transformContact(aContact(), aContext());
    const { kind, attributes, name, email, phone } = contact;
    const found: ObservedContact = {
      ...{
        kind,
        id: "x",
        role: "user",
        externalId: "theirs",
        attributes,
        companyIds: ["company-5"],
        archived: false,
        updatedAt: 1,
      },
      ...(name ? { name: "Ada J." } : {}),
      ...(email ? { email: email.toUpperCase() } : {}),
      ...(phone ? { phone: "+12535551020" } : {}),
    };
    const verdicts = (options: Options) =>
      compareObserved(contact, found, resolve, options)
        .filter((one) => one.verdict !== "same")
        .map((one) => `${one.field}: ${one.verdict}`);
    expect(verdicts({ adopted: true, existingContact: "keep" })).toEqual([
      "externalId: altered",
      "name: altered",
    ]);
    expect(verdicts({})).toEqual(["externalId: different", "name: different"]);
  });
});
