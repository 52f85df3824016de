// A ticket of a thousand notes: continued in linked conversations, read back whole, added to, and taken back.
import { expect, it } from "vitest";
import type { Certificate } from "../../src/engine/model/reports/certificate.ts";
import { plan } from "../../src/engine/stages/plan/plan.ts";
import { previewFieldDiff } from "../../src/engine/stages/sample/preview.ts";
import type { Dependencies } from "../../src/engine/use-cases/dependencies.ts";
import { findTicketLink, listTicketLinks } from "../../src/engine/use-cases/reports/reports.ts";
import { whereIs } from "../../src/engine/use-cases/reports/status.ts";
import { describeOnOneDatabase } from "../support/database.ts";
import { print } from "../support/in-words.ts";
import { aLongNote, conversationsOf, LONG, longRecords } from "./continued-drill.ts";
import { hurriedClock, type LoadDrill, startLoadDrill } from "./load-drill.ts";

const NOTES = 1000;

const planOf = (drill: LoadDrill) =>
  plan({
    ...{ destination: drill.destination(), journal: drill.journal, staging: drill.staging },
    ...{ migrationId: drill.migrationId, environment: "production", scope: { kind: "all" }, map: drill.map },
    ...{ source: { system: "connectwise", key: "k", title: "Acme" }, clock: hurriedClock, warnings: [] },
  });

/** Tickets are counted as tickets. */
const ofTickets = ({ objects }: Certificate) => objects.conversation;

describeOnOneDatabase("a ticket with a thousand notes", (database) => {
  it("is moved, proved to the last message, added to, and rolled back", async () => {
    const drill = await startLoadDrill({
      ...{ tickets: 3, records: longRecords(NOTES) },
      database: { database: database(), drop: async () => undefined },
    });
    const { intercom, journal, migrationId } = drill;
    try {
      const before = intercom.stateHash();
      await drill.provision();
      const planned = await planOf(drill);
      expect(planned.objects.conversation).toMatchObject({ create: 3 });
      expect(
        print(planned.losses)
          .map(({ sentence }) => sentence)
          .join("\n"),
      ).toContain("1 conversation with more messages than programs can read back from one");
      const loaded = await drill.load();
      expect(loaded).toMatchObject({ kind: "done", exceptions: 0 });
      expect(loaded.writes).toBe(planned.operations);

      const [first, second, third, ...none] = conversationsOf(intercom);
      if (!first || !second || !third) throw new Error("It was not continued.");
      expect(none).toEqual([]);
      expect([first, second, third].map(({ state }) => state)).toEqual(["closed", "closed", "open"]);
      expect([first, second, third].map(({ title }) => title)).toEqual([
        "Ticket number 1000",
        "Ticket number 1000 (part 2)",
        "Ticket number 1000 (part 3)",
      ]);
      for (const { total } of [first, second, third]) expect(total).toBeLessThanOrEqual(500);
      expect(first.messages.at(-1)).toContain(`conversation/${second.id}">conversation ${second.id}</a>`);
      expect(second.messages[0]).toContain(`conversation/${first.id}">conversation ${first.id}</a>`);
      expect(second.messages.at(-1)).toContain(`>conversation ${third.id}</a>`);
      expect(intercom.notificationsSent).toBe(0);

      const proved = await drill.reconcile();
      expect(proved.discrepancies).toEqual([]);
      expect(ofTickets(proved)).toEqual({ expected: 3, found: 3, same: 3, discrepant: 0, continued: 2 });
      const { rows, tickets } = await drill.fieldDiff([LONG], 1);
      expect(tickets).toBe(1);
      expect(rows.filter(({ source }) => source.type === "ticket" && source.id !== LONG)).toEqual([]);
      expect(
        rows.filter(({ field }) => /^(continued\[\d\]\.)?parts\[note:.*\]\.body$/.test(field)),
      ).toHaveLength(
        // What the ticket had before, but for its opening.
        NOTES + 4,
      );
      expect(rows.filter(({ reason }) => reason?.code === "older_parts_unread")).toEqual([]);

      const scope = { migrationId, environment: "production" } as const;
      const links = await journal.listTicketLinks(scope, undefined, 10);
      expect(links.map(({ ticketId }) => ticketId)).toEqual([LONG, "1001", "1002"]);
      const deps = {
        journal,
        store: {
          staging: drill.staging,
          connections: { load: async () => undefined },
          documents: { latestPlan: async () => undefined },
        },
      } as unknown as Dependencies;
      const [named, ordinary] = await listTicketLinks(deps, migrationId, undefined, 10);
      expect(named?.continued?.map(({ conversationId }) => conversationId)).toEqual([second.id, third.id]);
      expect(named?.continued?.[0]?.url).toContain(`/conversation/${second.id}`);
      expect(await findTicketLink(deps, migrationId, LONG)).toEqual(named);
      expect(ordinary).not.toHaveProperty("continued");
      expect(await whereIs(deps, migrationId, LONG)).toMatchObject({
        ...{ ticketId: LONG, conversationId: first.id, continued: [second.id, third.id] },
      });

      const writes = drill.writes();
      expect(await drill.load({ runId: "run-2" })).toMatchObject({ kind: "done", writes: 0, exceptions: 0 });
      expect(drill.writes()).toBe(writes);
      expect(await planOf(drill)).toMatchObject({
        operations: 0,
        objects: { conversation: { unchanged: 3 } },
      });

      // One is dated before all of them, one after.
      await drill.stage(longRecords(NOTES, [aLongNote("hindsight", 5), aLongNote("the end", 99_999)]));
      expect(await drill.load({ runId: "run-3" })).toMatchObject({ kind: "done", writes: 2, exceptions: 0 });
      const after = conversationsOf(intercom);
      expect(after.map(({ messages }) => messages.length)).toEqual([
        first.messages.length,
        second.messages.length,
        third.messages.length + 2,
      ]);
      expect(after[2]?.messages.slice(-2).join()).toMatch(/hindsight.*the end/);
      const again = await drill.reconcile();
      expect(again.discrepancies).toEqual([]);
      expect(again.partsCompared).toBe(proved.partsCompared + 2);

      intercom.state.removeConversation(intercom.state.conversations.get(second.id) as never, true);
      const short = await drill.reconcile();
      expect(short.discrepancies).toEqual([
        expect.objectContaining({
          source: { type: "ticket", id: LONG },
          field: "continued[2].record",
          verdict: "missing",
        }),
      ]);
      expect(ofTickets(short)).toEqual({ expected: 3, found: 2, same: 2, discrepant: 1, continued: 2 });

      const { kept } = await drill.rollback();
      expect(kept).toEqual([]);
      expect(intercom.stateHash()).toBe(before);
    } finally {
      await drill.stop();
    }
  }, 180_000);
});

it("shows in a sample before anything is written what its conversations will be", async () => {
  const drill = await startLoadDrill({ tickets: 3, records: longRecords(500), inMemory: true });
  const diff = await previewFieldDiff({
    ...{ destination: drill.destination(), journal: drill.journal, staging: drill.staging },
    migrationId: drill.migrationId,
    ...{ map: drill.map, sourceSystem: "connectwise", runAt: Math.floor(Date.now() / 1000) },
    ...{ clock: hurriedClock, ticketIds: [LONG], coverage: 1 },
  });
  expect(diff.tickets).toBe(1);
  expect(diff.rows.map(({ field }) => field)).toContain("continued[2].title");
  expect(diff.rows.filter(({ verdict }) => verdict !== "same" && verdict !== "altered")).toEqual([]);
  await drill.stop();
});
