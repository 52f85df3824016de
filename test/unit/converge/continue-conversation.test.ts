// A ticket with more messages than can be read back: cut into a chain of conversations, and never cut anew.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameLink } from "../../../src/engine/converge/conversation/parts.ts";
import {
  compareObserved,
  continueConversation,
  diffDesired,
  roomFor,
} from "../../../src/engine/converge/index.ts";
import { numberOfContinued, ticketIdOf } from "../../../src/engine/model/continued.ts";
import type { DesiredConversation, DesiredPart } from "../../../src/engine/model/desired.ts";
import type { ObservedConversation } from "../../../src/engine/model/observed.ts";
import type { Applied } from "../../../src/engine/model/operation.ts";
import { transformConversation } from "../../../src/engine/transform/index.ts";
import { aContext, aTicket } from "../../support/builders.ts";
import { afterWriting, observe, resolve } from "./apply-operations.ts";

const ticket = transformConversation(aTicket().withNotes(1).build(), aContext());
const START = ticket.createdAt;

/** `minutes`: when each message was written, after the opening; its key is its place in the list. */
const withMessages = (minutes: readonly number[], of: DesiredConversation = ticket): DesiredConversation => ({
  ...of,
  parts: minutes
    .map(
      (minute, at): DesiredPart => ({
        key: `note:${at}`,
        author: { kind: "admin", id: "900" },
        messageType: "comment",
        body: `<p>Message ${at}</p>`,
        createdAt: START + minute * 60,
      }),
    )
    .toSorted((one, two) => one.createdAt - two.createdAt),
});

const inOrder = (count: number) => withMessages(Array.from({ length: count }, (_item, at) => at));
const keysOf = ({ parts }: DesiredConversation) =>
  parts.filter(({ link }) => link === undefined).map(({ key }) => key);
const written = (keys: readonly string[]): Applied =>
  afterWriting(
    new Map(),
    ["create", ...keys.map((key) => `part:${key}`)].map((step) => ({
      ...{ source: ticket.source, step, contentHash: step },
      build: () => ({ kind: "delete-article" as const, articleId: "" }),
    })),
  );

describe("a ticket that fits", () => {
  it("is one conversation, untouched", () => {
    const whole = inOrder(425);
    expect(continueConversation(whole, [new Map()])).toEqual([whole]);
  });

  it("stays one where an older version wrote it as one", () => {
    const whole = inOrder(600);
    expect(continueConversation(whole, [written(keysOf(whole))])).toEqual([whole]);
  });

  it("goes on where an older version was killed before it was too long: what was only meant binds nothing", () => {
    const keys = keysOf(inOrder(600));
    const meant = [...written(keys).values()].map(
      (step) => [step.step, { ...step, state: "intended" }] as const,
    );
    const known: Applied = new Map([...meant, ...written(keys.slice(0, 100))]);
    const chain = continueConversation(inOrder(600), [known]);
    expect(chain.map((one) => keysOf(one).length)).toEqual([425, 175]);
  });

  it("goes on where it was full, once something is added", () => {
    const whole = inOrder(601);
    const [first, second] = continueConversation(whole, [written(keysOf(inOrder(600)))]);
    expect(first && keysOf(first)).toHaveLength(600);
    expect(second && keysOf(second)).toEqual(["note:600"]);
  });
});

describe("the room for messages", () => {
  it("counts the traces that a move leaves itself, and leaves some for later", () => {
    for (const attributes of [0, 7, 35, 60, 250]) {
      const names = Array.from({ length: attributes }, (_item, at) => [`A${at}__c`, "x"] as const);
      const room = roomFor({ attributes: Object.fromEntries(names) });
      // Messages, attributes, assignments, states, links; then ten deltas of four changes.
      expect(room + attributes + 6 + 40).toBeLessThanOrEqual(500);
      expect(room).toBeGreaterThan(150);
    }
  });

  it("hardly depends on a single attribute, so that a run cuts as the one before it", () => {
    const roomOf = (count: number) =>
      roomFor({ attributes: Object.fromEntries(Array.from({ length: count }, (_item, at) => [`${at}`, 1])) });
    expect(new Set(Array.from({ length: 60 }, (_item, at) => roomOf(at))).size).toBeLessThan(5);
  });
});

describe("a ticket that is too long", () => {
  const whole: DesiredConversation = { ...inOrder(1000), state: "snoozed", snoozedUntil: START + 9 };
  const chain = continueConversation(whole, []);
  const [first, second, third] = chain as readonly [
    DesiredConversation,
    DesiredConversation,
    DesiredConversation,
  ];

  it("goes on in further conversations, in order of time", () => {
    expect(chain.map((one) => keysOf(one).length)).toEqual([425, 425, 150]);
    expect(chain.flatMap(keysOf)).toEqual(keysOf(whole));
  });

  it("leaves its state to the last one, and closes those before", () => {
    expect(chain.map(({ state }) => state)).toEqual(["closed", "closed", "snoozed"]);
    expect(first.snoozedUntil).toBeUndefined();
    expect(third.snoozedUntil).toBe(START + 9);
  });

  it("bears the same requester, company, people and attributes throughout, and says where it belongs", () => {
    for (const one of [second, third]) {
      expect(one).toMatchObject({ contact: whole.contact, attributes: whole.attributes });
      expect([one.company, one.teamId, one.adminId]).toEqual([whole.company, whole.teamId, whole.adminId]);
      expect(one.createdAt).toBe(whole.createdAt);
    }
    expect(second.body).toBe("[Ticket #1000, continued: part 2]");
    expect(chain.map(({ title }) => title)).toEqual([
      "Printer on fire",
      "Printer on fire (part 2)",
      "Printer on fire (part 3)",
    ]);
    const long = continueConversation({ ...whole, title: "x".repeat(255) }, []);
    expect(long.map(({ title }) => title.length)).toEqual([255, 255, 255]);
  });

  it("is linked both ways, in notes that only the team sees", () => {
    const linksOf = ({ parts }: DesiredConversation) => parts.flatMap(({ link }) => link?.id ?? []);
    expect(chain.map(linksOf)).toEqual([
      ["1000/continued/2"],
      ["1000", "1000/continued/3"],
      ["1000/continued/2"],
    ]);
    expect(first.parts.at(-1)).toMatchObject({ key: "goes-on", messageType: "note" });
    expect(second.parts[0]).toMatchObject({ key: "continues", messageType: "note", createdAt: START });
    expect(numberOfContinued(second.source)).toBe(2);
    expect(ticketIdOf(second.source.id)).toBe("1000");
    expect(numberOfContinued({ type: "contact", id: "unknown:5" })).toBeUndefined();
  });

  it("is proved note by note: another id or another address in one of them is a difference", () => {
    const seen = observeLinked(second);
    const wrong = (observed: ObservedConversation) =>
      compareObserved(second, observed, resolve)
        .filter(({ verdict }) => verdict !== "same")
        .map(({ source, field, verdict }) => [source.id, field, verdict]);
    expect(wrong(seen)).toEqual([]);
    const swap = (from: string, to: string) => ({
      ...seen,
      parts: seen.parts.map((part) => ({ ...part, body: part.body.replace(from, to) })),
    });
    expect(wrong(swap("conversation ticket-1000<", "conversation ticket-7<"))).toEqual([
      ["1000", "continued[2].parts[continues].body", "different"],
    ]);
    expect(wrong(swap('href="ticket-1000"', 'href="ticket-7"'))).toEqual([
      ["1000", "continued[2].parts[continues].link", "missing"],
    ]);
  });
});

/** As Intercom would show it, its links filled in. */
function observeLinked(one: DesiredConversation): ObservedConversation {
  const parts = one.parts.map((part) => {
    const { link } = part;
    const { body } = nameLink(part, resolve);
    return link ? { ...part, body: body.replace("cutover:conversation", resolve(link)) } : part;
  });
  return observe({ ...one, parts });
}

const LIMIT = 4;
const minute = fc.integer({ min: 0, max: 50 });
const steps = fc.array(
  fc.record({ add: fc.array(minute, { maxLength: 9 }), writes: fc.oneof(fc.nat(20), fc.constant(999)) }),
  { minLength: 1, maxLength: 6 },
);

it("loses no message, writes none twice, keeps order, and never moves a written one, whatever is added when", () => {
  fc.assert(
    fc.property(steps, (history) => {
      let messages: readonly number[] = [];
      let applied: readonly Applied[] = [];
      const home = new Map<string, number>();
      /** What a run writes before it is killed; the journal keeps its intents. */
      const write = (whole: DesiredConversation, most: number): number => {
        let left = most;
        const known = [...applied];
        for (const [place, one] of continueConversation(whole, known, LIMIT).entries()) {
          const operations = diffDesired(one, known[place] ?? new Map());
          const done = operations.slice(0, left);
          const intended = operations.slice(done.length, left === 0 ? 0 : undefined);
          const meant = afterWriting(new Map(), intended, { state: "intended" });
          known[place] = new Map([...meant, ...afterWriting(known[place] ?? new Map(), done)]);
          left -= done.length;
        }
        applied = known.map((one) => one ?? new Map());
        return most - left;
      };
      const check = () => {
        for (const [place, one] of applied.entries()) {
          for (const { step, state } of one.values()) {
            if (state !== "done" || !step.startsWith("part:note")) continue;
            expect(home.get(step) ?? place).toBe(place);
            home.set(step, place);
          }
        }
      };
      for (const { add, writes } of history) {
        messages = [...messages, ...add];
        write(withMessages(messages), writes);
        check();
      }
      const whole = withMessages(messages);
      write(whole, Number.MAX_SAFE_INTEGER);
      check();
      expect([...home.keys()].sort()).toEqual(
        keysOf(whole)
          .map((key) => `part:${key}`)
          .sort(),
      );
      const chain = continueConversation(whole, applied, LIMIT);
      expect(chain.flatMap(keysOf).toSorted()).toEqual(keysOf(whole).toSorted());
      for (const one of chain) {
        expect(keysOf(one).length).toBeLessThanOrEqual(LIMIT);
        const times = one.parts.map(({ createdAt }) => createdAt);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
      expect(write(whole, Number.MAX_SAFE_INTEGER)).toBe(0);
    }),
    { numRuns: 500 },
  );
});
