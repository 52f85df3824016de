// A move into workspaces that behave as published, or as suspected: nothing lost, nothing doubled, nothing called different.
import { afterEach, describe, expect, it } from "vitest";
import type { Habits } from "../../sandbox/intercom/habits.ts";
import type { SourceNote } from "../../src/engine/model/source/source.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { type LoadRecords, makeLoadRecords } from "./load-records.ts";

let drill: LoadDrill;
afterEach(() => drill.stop());

async function moved(tickets: number, habits: Partial<Habits> = {}): Promise<LoadDrill> {
  drill = await startLoadDrill({ tickets, inMemory: true, intercom: { habits } });
  await drill.provision();
  expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
  return drill;
}

/** Every third ticket is closed. */
const CLOSED = "1002";
type Bundle = LoadRecords["bundles"][number];
const changed = (records: LoadRecords, id: string, change: (bundle: Bundle) => Bundle): LoadRecords => ({
  ...records,
  bundles: records.bundles.map((bundle) => (bundle.ticket.id === id ? change(bundle) : bundle)),
});
const conversationOf = (id: string) => {
  const found = [...drill.intercom.state.conversations.values()].find(
    (one) => one.custom_attributes.Source_Ticket_ID__c === id,
  );
  if (!found) throw new Error(`Ticket ${id} has no conversation.`);
  return found;
};
const later = (bundle: Bundle, more: Partial<SourceNote> = {}): Bundle => {
  const [opening] = bundle.notes;
  if (!opening) throw new Error("It has no note.");
  const when = new Date(Date.parse(bundle.ticket.lastUpdated ?? "") + 3_600_000).toISOString();
  const note = {
    ...opening,
    id: `${bundle.ticket.id}8`,
    text: "Thanks, it works again.",
    dateCreated: when,
    ...more,
  };
  return { ...bundle, ticket: { ...bundle.ticket, lastUpdated: when }, notes: [...bundle.notes, note] };
};

describe("a customer's answer on a closed conversation (row 1)", () => {
  it.each([true, false])(
    "is recognized whatever its part is called (as `open`: %s), also when its answer was lost",
    async (repliesReopenAsOpenParts) => {
      await moved(6, { repliesReopenAsOpenParts });
      drill.intercom.faults.inject({ kind: "lost-answer", method: "POST", path: "/reply$", times: 1 });
      await drill.stage(changed(drill.records, CLOSED, (bundle) => later(bundle)));
      expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
      const { parts, state } = conversationOf(CLOSED);
      expect(parts.filter(({ body }) => body?.includes("it works again"))).toHaveLength(1);
      expect(state).toBe("closed");
      expect((await drill.reconcile()).discrepancies).toEqual([]);
      expect(await drill.load()).toMatchObject({ writes: 0 });
      expect((await drill.rollback()).kept).toEqual([]);
    },
  );

  it("that a person's work followed is kept by a rollback, and nothing else is", async () => {
    await moved(6);
    const { id, contactId } = conversationOf(CLOSED);
    await drill.intercom.fetch(
      new Request(`${drill.intercom.url}/conversations/${id}/reply`, {
        method: "POST",
        headers: { authorization: `Bearer ${drill.intercom.token}`, "content-type": "application/json" },
        body: JSON.stringify({
          message_type: "comment",
          type: "user",
          intercom_user_id: contactId,
          body: "Again!",
        }),
      }),
      {},
    );
    expect(conversationOf(CLOSED).parts.at(-1)?.part_type).toBe("open");
    const { kept } = await drill.rollback();
    expect(kept.filter(({ kind }) => kind === "conversation").map((one) => one.destinationId)).toEqual([id]);
  });
});

describe("an assignment of a closed conversation (row 2)", () => {
  it.each(["owner", "nobody"] as const)("leaves it closed: %s", async (to) => {
    await moved(6);
    await drill.stage(
      changed(drill.records, CLOSED, (bundle) => {
        const { owner: _owner, ...unowned } = bundle.ticket;
        return {
          ...bundle,
          ticket: to === "nobody" ? unowned : { ...unowned, owner: { id: "999", name: "X" } },
        };
      }),
    );
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(conversationOf(CLOSED).state).toBe("closed");
    expect((await drill.reconcile()).discrepancies).toEqual([]);
    expect(await drill.load()).toMatchObject({ writes: 0 });
  });
});

describe("a workspace's own ways of showing (rows 9, 11, 13)", () => {
  it.each<Partial<Habits>>([
    { unreadable: { reads: 3, forMs: 60_000 } },
    { namedEntities: true },
    { companyLookup: "one" },
    { companyLookup: "list" },
    { attributeParts: false },
    { operator: false },
  ])("are no difference: %j", async (habits) => {
    await moved(9, habits);
    expect((await drill.reconcile()).discrepancies).toEqual([]);
    expect((await drill.rollback()).kept).toEqual([]);
  });
});

describe("what a workspace assigns unasked (row 12)", () => {
  it.each<Partial<Habits>>([
    { defaultAssigneeId: "901" },
    { assignsOnReply: true },
    { defaultCompany: true },
    { defaultAssigneeId: "901", assignsOnReply: true, defaultCompany: true },
  ])("is taken away again, or named as the workspace's own: %j", async (habits) => {
    drill = await startLoadDrill({ tickets: 6, inMemory: true, intercom: { habits } });
    const unowned = (records: LoadRecords): LoadRecords => ({
      ...records,
      bundles: records.bundles.map((bundle) => {
        const { owner: _owner, company: _company, ...ticket } = bundle.ticket;
        return { ...bundle, ticket };
      }),
    });
    await drill.stage(unowned(drill.records));
    await drill.provision();
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect((await drill.reconcile()).discrepancies).toEqual([]);
    // A technician answers: who answers would get it.
    const author = { kind: "member", id: "150", name: "Priya Raman" } as const;
    await drill.stage(unowned(changed(drill.records, CLOSED, (bundle) => later(bundle, { author }))));
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(conversationOf(CLOSED)).toMatchObject({ admin_assignee_id: null, state: "closed" });
    expect((await drill.reconcile()).discrepancies).toEqual([]);
  });

  it("is left to people who were assigned since: that is no conflict, for nothing changed in ConnectWise", async () => {
    await moved(6);
    const unowned = (bundle: Bundle): Bundle => {
      const { owner: _owner, ...ticket } = bundle.ticket;
      return { ...bundle, ticket };
    };
    const open = "1000";
    await drill.stage(changed(drill.records, open, unowned));
    await drill.load();
    const conversation = conversationOf(open);
    conversation.admin_assignee_id = "901";
    drill.intercom.addAgentReply(conversation.id, { adminId: "901" });
    const author = { kind: "member", id: "150", name: "Priya Raman" } as const;
    await drill.stage(changed(drill.records, open, (bundle) => later(unowned(bundle), { author })));
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(conversationOf(open).admin_assignee_id).toBe("901");
  });
});

describe("a workspace in which no move can be proved (rows 8 and 10)", () => {
  it.each<Partial<Habits>>([
    { ignoresTimesOf: ["contact"] },
    { ignoresTimesOf: ["contact", "admin", "note"] },
    { stripsTagsFromText: true },
  ])("loses and doubles nothing all the same, says so, and gives all of it back: %j", async (habits) => {
    drill = await startLoadDrill({ tickets: 9, inMemory: true, intercom: { habits } });
    await drill.provision();
    drill.intercom.faults.inject({
      kind: "lost-answer",
      method: "POST",
      path: "/reply$|/conversations$",
      rate: 0.3,
    });
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    drill.intercom.faults.clear();
    const messages = makeLoadRecords(9).bundles.reduce(
      (sum, one) => sum + one.notes.length + one.timeEntries.length,
      0,
    );
    const said = [...drill.intercom.state.conversations.values()];
    expect(said).toHaveLength(9);
    const parts = said.flatMap((one) => one.parts.filter(({ body }) => body !== null));
    // Openings are no parts, and some notes tell who stands behind a shared e-mail.
    expect(parts.length).toBeGreaterThanOrEqual(messages - 9);
    const keys = said.flatMap((one) =>
      one.parts.filter(({ body }) => body !== null).map(({ body }) => `${one.id} ${body}`),
    );
    // The twins of the source are two, not three.
    expect(keys.length - new Set(keys).size).toBe(3);
    expect((await drill.reconcile()).discrepancies.length).toBeGreaterThan(0);
    expect((await drill.rollback()).kept).toEqual([]);
    expect(drill.intercom.state.conversations.size).toBe(0);
  });
});
