// A delta tells its own diff from the journal: new, changed, closed and deleted tickets, messages, people, and conflicts.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeltaSummary } from "../../src/engine/model/reports/delta-summary.ts";
import { loadDeltaSummary, summarizeDelta } from "../../src/engine/use-cases/delta/delta-summary.ts";
import { telling } from "../../src/words/en/telling.ts";
import { ONE_DATABASE } from "../support/database.ts";
import { HOUR, OPERATOR, startWeek, type Week, type WeekCutover } from "./week-drill.ts";

describe.each([ONE_DATABASE])("on %s", (database) => {
  let week: Week;
  let cutover: WeekCutover;
  let migrationId: string;
  let open: readonly number[];
  beforeAll(async () => {
    week = await startWeek({ tickets: 90, database });
    cutover = await week.cutover();
    const { tickets, odd } = week.connectwise.tenant;
    const strange = new Set(Object.values(odd));
    open = tickets
      .filter(({ id, contact, recordType }) => contact && recordType === "ServiceTicket" && !strange.has(id))
      .slice(0, 6)
      .map(({ id }) => id);
    for (const id of open) setState(id, false);
    const prepared = await cutover.prepare();
    migrationId = prepared.migrationId;
    await cutover.operator.apply(migrationId, prepared.planHash, OPERATOR);
  });
  afterAll(() => week?.stop());

  /** Catches up an hour later. */
  async function catchUp(): Promise<DeltaSummary> {
    week.clock.ms += HOUR;
    const { delta } = await cutover.operator.delta(migrationId, OPERATOR);
    if (!delta) throw new Error("The delta told nothing.");
    expect(await loadDeltaSummary(cutover.deps, migrationId)).toEqual(delta);
    return delta;
  }
  function setState(id: number, closed: boolean): void {
    const { tickets, statuses, updateTicket } = week.connectwise.tenant;
    const ticket = tickets.find((one) => one.id === id);
    const found = statuses.find(
      ({ board, closedStatus }) => board.id === ticket?.board.id && closedStatus === closed,
    );
    if (!found) throw new RangeError(`ticket ${id} has no such status`);
    updateTicket(id, { status: { id: found.id, name: found.name }, closedFlag: closed });
  }
  const changeOf = ({ changes }: DeltaSummary, id: number | undefined) =>
    changes.find(({ ticketId }) => ticketId === String(id));
  const conversationOf = (id: number | undefined) => {
    const found = [...cutover.intercom.state.conversations.values()].find(
      (one) => one.custom_attributes.Source_Ticket_ID__c === String(id),
    );
    if (!found) throw new Error(`ticket ${id} is not there`);
    return found;
  };

  it("tells what came, what changed and how, and what is closed or gone, by ticket", async () => {
    const { tenant } = week.connectwise;
    const [noted, closing, gone, edited] = open as [number, number, number, number];
    week.clock.ms += HOUR;
    tenant.addNote(noted, { text: "Any news?", by: "contact" });
    tenant.addNote(noted, { text: "Ordered.", by: "internal" });
    tenant.addTimeEntry(noted, { actualHours: 0.5, notes: "Called." });
    setState(closing, true);
    tenant.deleteTicket(gone);
    const last = tenant.notesOf(edited).at(-1);
    if (last) tenant.editNote(edited, last.id, "Corrected: the other printer.");
    const fresh = tenant.addTicket({ summary: "A monitor flickers" });

    const delta = await catchUp();
    expect(delta.tickets).toEqual({ new: 1, changed: 3, closed: 1, deleted: 1 });
    expect(delta).toMatchObject({ notes: 2, timeEntries: 1, edited: 1, conflicts: { list: [] } });
    expect(changeOf(delta, fresh.id)).toMatchObject({ kind: "new", title: "A monitor flickers" });
    expect(changeOf(delta, noted)).toMatchObject({
      ...{ kind: "changed", notes: 2, timeEntries: 1, edited: 0 },
      conversationId: conversationOf(noted).id,
    });
    expect(changeOf(delta, noted)).not.toHaveProperty("state");
    expect(changeOf(delta, closing)).toMatchObject({ kind: "changed", state: "closed" });
    expect(changeOf(delta, gone)).toMatchObject({ kind: "deleted" });
    expect(changeOf(delta, edited)).toMatchObject({ kind: "changed", edited: 1, notes: 0 });
    expect(delta.changes.map(({ ticketId }) => ticketId)).toEqual(
      [...delta.changes.map(({ ticketId }) => ticketId)].sort((a, b) => Number(a) - Number(b)),
    );
  });

  it("tells a run's own writes, whatever the clock of the machine said that began it", async () => {
    const { tenant } = week.connectwise;
    week.clock.ms += HOUR;
    tenant.addNote(open[0] ?? 0, { text: "Still waiting.", by: "contact" });
    const delta = await catchUp();
    const run = await cutover.deps.store.runs.find(delta.runId);
    week.clock.ms += HOUR;
    tenant.addNote(open[0] ?? 0, { text: "Came today.", by: "contact" });
    await catchUp();
    if (!run) throw new Error("The run is gone.");
    const fast = { ...run, startedAt: new Date(week.clock.ms + 24 * HOUR).toISOString() };
    const { changes, notes } = await summarizeDelta(cutover.deps, fast);
    expect({ changes, notes }).toEqual({ changes: delta.changes, notes: 1 });
  });

  it("tells nothing of a delta that found nothing", async () => {
    const delta = await catchUp();
    expect(delta).toMatchObject({ notes: 0, timeEntries: 0, edited: 0, articles: 0, changes: [] });
    expect(delta.tickets).toEqual({ new: 0, changed: 0, closed: 0, deleted: 0 });
    expect(delta.contacts).toEqual({ new: 0, changed: 0 });
  });

  it("does not call a closed ticket closed again for a late note", async () => {
    const [, closing] = open as [number, number];
    week.clock.ms += HOUR;
    week.connectwise.tenant.addNote(closing, { text: "Works, thanks.", by: "contact" });
    const delta = await catchUp();
    expect(changeOf(delta, closing)).toMatchObject({ notes: 1 });
    expect(changeOf(delta, closing)).not.toHaveProperty("state");
    expect(delta.tickets).toMatchObject({ changed: 1, closed: 0 });
  });

  it("tells people apart: a new contact, a changed one, a changed company", async () => {
    const { tenant } = week.connectwise;
    const [company] = tenant.companies.filter(({ deletedFlag }) => !deletedFlag);
    const person = tenant.contacts.find(({ inactiveFlag }) => !inactiveFlag);
    if (!company || !person) throw new RangeError("nobody is there");
    week.clock.ms += HOUR;
    tenant.addContact({ firstName: "Robin", company: { id: company.id, name: company.name } });
    tenant.updateContact(person.id, { title: "Head of Operations" });
    tenant.updateCompany(company.id, { website: "https://moved.example" });
    const delta = await catchUp();
    expect(delta.contacts.new).toBe(1);
    expect(delta.contacts.changed).toBeGreaterThan(0);
    expect(delta.companies).toEqual({ new: 0, changed: 1 });
  });

  it.each([
    ["keep", "kept", /was kept/],
    ["overwrite", "overwritten", /was overwritten/],
  ] as const)(
    "lists what changed on both sides under %s, with what was decided",
    async (policy, decided, what) => {
      const contested = open[policy === "keep" ? 4 : 5];
      if (contested === undefined) throw new RangeError("too few open tickets");
      if (policy === "overwrite") await overwrite();
      cutover.intercom.addAgentReply(conversationOf(contested).id);
      week.clock.ms += HOUR;
      setState(contested, true);
      const delta = await catchUp();
      expect(delta.conflicts.policy).toBe(policy);
      const own = delta.conflicts.list.filter(({ ticketId }) => ticketId === String(contested));
      expect(own.map((one) => ({ ...one, what: telling.say(one.what) }))).toEqual([
        { ticketId: String(contested), decided, what: expect.stringMatching(what) },
      ]);
      expect(conversationOf(contested).state).toBe(policy === "keep" ? "open" : "closed");
    },
  );

  /** Another map is another plan: it is carried out in full before deltas go on. */
  async function overwrite(): Promise<void> {
    const map = await cutover.operator.exportMap(migrationId);
    const policies = { ...map.policies, conflicts: "overwrite" };
    const { useMap: takeMap } = cutover.operator;
    await takeMap(migrationId, { ...map, policies }, OPERATOR);
    const { hash } = await cutover.operator.plan(migrationId);
    await cutover.operator.apply(migrationId, hash, OPERATOR);
  }
});
