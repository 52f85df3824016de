// A rollback keeps people's work: exported before anything is deleted, readable, and nothing of it lost on a second try.
import { afterEach, expect, it } from "vitest";
import type { Destination } from "../../src/engine/destination/port.ts";
import type { EditedConversation } from "../../src/engine/model/reports/later-edits.ts";
import { describeWork } from "../../src/engine/proof/describe-work.ts";
import { countTouched } from "../../src/engine/stages/rollback/later-edits.ts";
import { rollback } from "../../src/engine/stages/rollback/rollback.ts";
import { hurriedClock, type LoadDrill, startLoadDrill } from "./load-drill.ts";

let drill: LoadDrill | undefined;
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
});

async function loaded(tickets: number): Promise<LoadDrill> {
  drill = await startLoadDrill({ tickets });
  await drill.provision();
  await drill.load();
  return drill;
}

interface Kept {
  readonly work: EditedConversation[];
  /** How many deletions had been asked for when the work was handed over. */
  deletedBefore: number | undefined;
}

async function rollBack(of: LoadDrill, force: boolean, keep: Kept, destination?: Destination) {
  let deletions = 0;
  const real = destination ?? of.destination();
  return rollback({
    destination: {
      ...real,
      write: (action, signal) => {
        if (action.kind.startsWith("delete-")) deletions += 1;
        return real.write(action, signal);
      },
    },
    ...{ journal: of.journal, clock: hurriedClock, force },
    scope: { migrationId: of.migrationId, environment: "production" },
    keepLaterEdits: async (found) => {
      keep.deletedBefore ??= deletions;
      keep.work.push(...found);
    },
  });
}

const aKeep = (): Kept => ({ work: [], deletedBefore: undefined });

it.each([false, true])(
  "exports replies and notes before anything is deleted (insisting: %s)",
  async (force) => {
    const of = await loaded(20);
    const before = of.intercom.summary().counts;
    const [first, second] = [...of.intercom.state.conversations.values()];
    if (!first || !second) throw new Error("Nothing was loaded.");
    const [ticket] = [String(first.custom_attributes.Source_Ticket_ID__c)];
    of.intercom.addAgentReply(first.id, { body: "I will *call* you\n# tomorrow" });
    of.intercom.addAgentReply(first.id, { body: "Done." });
    of.intercom.addAgentReply(second.id, { body: "Another one" });
    const kept = aKeep();
    const result = await rollBack(of, force, kept);

    expect(kept.deletedBefore).toBe(0);
    expect(kept.work.map((one) => one.conversationId).sort()).toEqual([first.id, second.id].sort());
    const mine = kept.work.find((one) => one.conversationId === first.id);
    expect(mine).toMatchObject({ ticketId: ticket, title: `Ticket number ${ticket}` });
    expect(mine?.messages.map(({ text }) => text)).toEqual(["I will *call* you\n# tomorrow", "Done."]);
    expect(mine?.messages[0]?.author).toMatchObject({ kind: "admin", name: "Priya Raman" });
    expect(before.conversations).toBe(20);
    // Kept where nobody insists, gone where somebody does: its words are safe either way.
    expect([...of.intercom.state.conversations.keys()].sort()).toEqual(
      force ? [] : [first.id, second.id].sort(),
    );
    expect(result.deleted.conversation).toBe(force ? 20 : 18);
  },
);

it("hands over nothing of its own: closes, assignments and imported notes are no people's work", async () => {
  const of = await loaded(12);
  const kept = aKeep();
  await rollBack(of, false, kept);
  expect(kept.work).toEqual([]);
});

it("finds what is written between two tries, too", async () => {
  const of = await loaded(12);
  const [first] = of.intercom.state.conversations.values();
  if (!first) throw new Error("Nothing was loaded.");
  of.intercom.addAgentReply(first.id, { body: "Before the first try" });
  const kept = aKeep();
  const real = of.destination();
  let left = 4;
  const dying: Destination = {
    ...real,
    async write(action, signal) {
      left -= 1;
      if (left < 0) throw new Error("killed");
      return real.write(action, signal);
    },
  };
  await expect(rollBack(of, true, kept, dying)).rejects.toThrow("killed");
  expect(kept.work.map((one) => one.conversationId)).toEqual([first.id]);
  const still = [...of.intercom.state.conversations.values()].at(-1);
  if (!still) throw new Error("Everything was deleted at the first try.");
  of.intercom.addAgentReply(still.id, { body: "Between the tries" });
  const again = aKeep();
  await rollBack(of, true, again);
  const texts = again.work.flatMap(({ messages }) => messages.map(({ text }) => text));
  expect(texts).toContain("Between the tries");
  expect(of.intercom.state.conversations.size).toBe(0);
});

it("counts what people touched for a preview, and stops when the time is over", async () => {
  const of = await loaded(40);
  const scope = { migrationId: of.migrationId, environment: "production" } as const;
  const tools = { journal: of.journal, destination: of.destination() };
  for (const one of [...of.intercom.state.conversations.values()].slice(0, 3))
    of.intercom.addAgentReply(one.id);
  expect(await countTouched(tools, scope, () => false)).toEqual({ conversations: 3, looked: 40 });
  let asked = 0;
  const some = await countTouched(tools, scope, () => {
    asked += 1;
    return asked > 10;
  });
  expect(some.looked).toBeGreaterThan(0);
  expect(some.looked).toBeLessThan(40);
});

it("reads well, and obeys nothing that a customer wrote", () => {
  const text = describeWork({
    exportedAt: "2026-01-03T08:30:00.000Z",
    workspace: { id: "w", name: "Acme" },
    conversations: [
      {
        conversationId: "7",
        ticketId: "1007",
        title: "A [link](http://x) *title*",
        messages: [
          {
            ...{ id: "p1", partType: "comment", html: "" },
            author: { kind: "admin", id: "900", name: "Priya" },
            at: "2026-01-02T10:00:00.000Z",
            text: "# no heading\n<script>\n1. no list",
          },
        ],
      },
    ],
  });
  expect(text).toContain("## Ticket 1007: A \\[link\\](http://x) \\*title\\*");
  expect(text).toContain("**Priya**, 2026-01-02T10:00:00.000Z (comment)");
  expect(text).toContain("> \\# no heading\n> \\<script\\>\n> 1\\. no list");
});
