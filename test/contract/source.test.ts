// What every extraction from ConnectWise promises, tried against the stand-in over HTTP.
import { afterEach, describe, expect, it } from "vitest";
import { seededRandom } from "../../sandbox/http/faults.ts";
import { type Drill, MIGRATION, startDrill } from "../support/connectwise-drill.ts";
import { notesByTicket } from "../support/memory-staging.ts";

const drills: Drill[] = [];
async function drill(...options: Parameters<typeof startDrill>): Promise<Drill> {
  const started = await startDrill(...options);
  drills.push(started);
  return started;
}
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
});

const idsOf = (records: readonly { readonly id: string | number }[]) => records.map(({ id }) => String(id));
const byNumber = (ids: readonly string[]) => [...new Set(ids)].sort((a, b) => Number(a) - Number(b));

describe("an extraction", () => {
  it("brings every ticket of both lists once, with all of its notes", async () => {
    const { sandbox, staging, extract, exceptions } = await drill();
    const result = await extract();
    const { tenant } = sandbox;
    const expected = byNumber([...idsOf(tenant.tickets), ...idsOf(tenant.projectTickets)]);
    expect(idsOf(staging.all(MIGRATION, "ticket"))).toEqual(expected);
    const notes = notesByTicket(staging, MIGRATION);
    for (const id of expected) {
      expect([...(notes.get(id) ?? [])].map((note) => note.id).sort()).toEqual(
        idsOf(tenant.notesOf(Number(id))).sort(),
      );
    }
    expect(exceptions).toEqual([]);
    expect(result).toMatchObject({ mode: "full", exceptions: 0 });
    expect(result.arrived.ticket).toBe(expected.length);
    expect(sandbox.requests.writes).toBe(0);
  });

  it("brings every company with its sites, every contact, and the time entries that hang on tickets", async () => {
    const { sandbox, staging, extract } = await drill();
    await extract();
    const { tenant } = sandbox;
    expect(idsOf(staging.all(MIGRATION, "contact"))).toEqual(byNumber(idsOf(tenant.contacts)));
    const onTickets = tenant.timeEntries.filter(({ chargeToType }) => chargeToType.endsWith("Ticket"));
    expect(idsOf(staging.all(MIGRATION, "timeEntry"))).toEqual(byNumber(idsOf(onTickets)));
    for (const company of staging.all(MIGRATION, "company")) {
      const sites = tenant.sites.filter(({ company: of }) => String(of.id) === company.id);
      expect(idsOf(company.sites)).toEqual(company.deleted ? [] : idsOf(sites));
    }
    expect(idsOf(staging.all(MIGRATION, "company"))).toEqual(byNumber(idsOf(tenant.companies)));
  });

  it("asks one call for an ordinary ticket's notes and two for a merged or bundled one's", async () => {
    const { sandbox, extract } = await drill();
    await extract();
    const { byPattern } = sandbox.requests;
    const service = byPattern["GET /service/tickets/{id}/notes"] ?? 0;
    expect(service).toBeLessThanOrEqual(sandbox.tenant.tickets.length * 1.05);
    expect(byPattern["GET /service/tickets/{id}/allNotes"] ?? 0).toBeLessThan(20);
  });

  it.each([
    ["429s", { kind: "status", status: 429, headers: { "Retry-After": "0" }, rate: 0.08 }],
    ["500s that are time-outs", { kind: "status", status: 500, body: { message: "Timeout" }, rate: 0.08 }],
    ["connections that break before the answer", { kind: "reset", rate: 0.08 }],
    ["answers that are lost", { kind: "lost-answer", rate: 0.08 }],
    ["web pages of a proxy", { kind: "status", status: 502, rate: 0.08 }],
  ] as const)("brings the same in spite of %s", async (_what, fault) => {
    const calm = await drill({ tickets: 60 });
    await calm.extract();
    const rough = await drill({ tickets: 60 });
    rough.sandbox.faults.inject(fault);
    await rough.extract();
    expect(rough.sandbox.faults.hits[fault.kind]).toBeGreaterThan(5);
    expect(rough.staging.hashes(MIGRATION)).toEqual(calm.staging.hashes(MIGRATION));
    expect(rough.exceptions).toEqual([]);
  });

  it("stages no secret of the tenant", async () => {
    const { sandbox, staging, extract } = await drill({ tickets: 120 });
    await extract();
    const dump = staging.dump();
    expect(sandbox.tenant.plantedSecrets.length).toBeGreaterThan(3);
    expect(sandbox.tenant.plantedSecrets.filter((secret) => dump.includes(secret))).toEqual([]);
  });

  it("goes on where it was aborted, at any moment, and ends with the same", async () => {
    const whole = await drill({ tickets: 60 });
    await whole.extract();
    const random = seededRandom(3);
    const broken = await drill({ tickets: 60 });
    for (let round = 0; round < 4; round += 1) {
      const abort = new AbortController();
      let left = Math.floor(random() * 60);
      const stopped = new Error("stopped");
      await broken
        .extract({
          signal: abort.signal,
          onProgress: () => {
            left -= 1;
            if (left < 0) abort.abort(stopped);
          },
        })
        .catch((error: unknown) => expect(error).toBe(stopped));
    }
    await broken.extract();
    expect(broken.staging.hashes(MIGRATION)).toEqual(whole.staging.hashes(MIGRATION));
    expect(broken.exceptions).toEqual([]);
  });

  it("does not read notes again that were read before the abort", async () => {
    const { sandbox, extract, staging } = await drill({ tickets: 60 });
    const abort = new AbortController();
    await extract({
      signal: abort.signal,
      notesAtOnce: 4,
      onProgress: ({ type, done }) => {
        if (type === "notes" && done >= 40) abort.abort(new Error("stopped"));
      },
    }).catch(() => undefined);
    const before = await staging.count(MIGRATION, "notes");
    expect(before).toBeGreaterThanOrEqual(39);
    sandbox.requests.reset();
    await extract();
    const asked = sandbox.requests.byPattern["GET /service/tickets/{id}/notes"] ?? 0;
    expect(asked).toBeLessThanOrEqual(sandbox.tenant.tickets.length - before + 2);
  });

  it("reads on the second call only what changed, and sees new tickets, notes and hours", async () => {
    const { sandbox, extract, staging, clock } = await drill({ tickets: 80 });
    await extract();
    clock.ms += 10 * 24 * 3_600_000;
    await extract();
    clock.ms += 3_600_000;
    const [closed] = sandbox.tenant.tickets.filter(({ closedFlag }) => closedFlag);
    const id = closed?.id ?? 0;
    const note = sandbox.tenant.addNote(id, { text: "One more thing", by: "contact" });
    const entry = sandbox.tenant.addTimeEntry(id, { actualHours: 1.5 });
    const added = sandbox.tenant.addTicket({ summary: "Brand new" });
    sandbox.requests.reset();
    const result = await extract();
    expect(result.mode).toBe("refresh");
    expect(result.arrived.ticket).toBe(2);
    expect(result.changed).toMatchObject({ ticket: 2, notes: 2, timeEntry: 1, company: 0 });
    const [bundle] = await staging.loadBundles(MIGRATION, [String(id)]);
    expect(bundle?.notes.map((one) => one.id)).toContain(String(note.id));
    expect(bundle?.timeEntries.map((one) => one.id)).toContain(String(entry.id));
    expect(idsOf(staging.all(MIGRATION, "ticket"))).toContain(String(added.id));
    const open = sandbox.tenant.tickets.filter(({ closedFlag }) => !closedFlag).length;
    const notesCalls = sandbox.requests.byPattern["GET /service/tickets/{id}/notes"] ?? 0;
    expect(notesCalls).toBeLessThanOrEqual(open + 5);
  });

  it("marks on the second call what was deleted in ConnectWise, and nothing else", async () => {
    const { sandbox, extract, staging, exceptions } = await drill();
    await extract();
    const before = await staging.count(MIGRATION, "ticket");
    const [, gone] = sandbox.tenant.tickets;
    const id = gone?.id ?? 0;
    sandbox.tenant.deleteTicket(id);
    sandbox.tenant.addTicket({ summary: "Brand new" });
    await extract();
    expect(idsOf(staging.all(MIGRATION, "ticket"))).not.toContain(String(id));
    expect(idsOf(staging.all(MIGRATION, "notes"))).not.toContain(String(id));
    expect(staging.all(MIGRATION, "timeEntry").map(({ ticketId }) => ticketId)).not.toContain(String(id));
    expect(await staging.count(MIGRATION, "ticket")).toBe(before);
    expect(exceptions).toEqual([]);
  });

  it("takes nothing as deleted when most of it is gone at once", async () => {
    const { sandbox, extract, staging, exceptions } = await drill();
    await extract();
    const before = await staging.count(MIGRATION, "ticket");
    for (const { id } of sandbox.tenant.tickets.slice(0, 50)) sandbox.tenant.deleteTicket(id);
    await extract();
    expect(await staging.count(MIGRATION, "ticket")).toBe(before);
    expect(exceptions.map(({ code, source }) => `${code} ${source.type}`)).toContain("source_shrunk ticket");
  });

  it("can read chosen tickets only, with their people, and leaves the full extraction to be done", async () => {
    const { sandbox, extract, staging, exceptions } = await drill();
    const chosen = sandbox.tenant.tickets.slice(10, 14).map(({ id }) => String(id));
    const result = await extract({ onlyTickets: [...chosen, "999999", "1) or (id>0"] });
    expect(result.mode).toBe("sample");
    expect(idsOf(staging.all(MIGRATION, "ticket"))).toEqual(chosen);
    const bundles = await staging.loadBundles(MIGRATION, chosen);
    for (const { ticket, notes } of bundles) {
      expect(notes).toHaveLength(sandbox.tenant.notesOf(Number(ticket.id)).length);
    }
    expect(exceptions.map(({ source, code }) => [source.id, code])).toEqual([
      ["999999", "not_found"],
      ["1) or (id>0", "not_found"],
    ]);
    expect((await extract()).mode).toBe("full");
    expect(await staging.count(MIGRATION, "ticket")).toBeGreaterThan(chosen.length);
  });
});
