// A survey of the stand-in's tenant, over HTTP: what it finds and what it says.
import { afterEach, describe, expect, it } from "vitest";
import { survey } from "../../../../src/engine/stages/survey/survey.ts";
import { type Drill, startDrill, TENANT_NOW } from "../../../support/connectwise-drill.ts";
import { print } from "../../../support/in-words.ts";

const drills: Drill[] = [];
async function surveyOf(...options: Parameters<typeof startDrill>) {
  const drill = await startDrill(...options);
  drills.push(drill);
  const found = await survey({ source: drill.source(), clock: () => TENANT_NOW });
  return { found, sandbox: drill.sandbox };
}
afterEach(async () => {
  for (const drill of drills.splice(0)) await drill.close();
});

describe("a survey", () => {
  it("counts what is there, each ticket of two lists once", async () => {
    const { found, sandbox } = await surveyOf();
    const { tenant } = sandbox;
    const ids = new Set([...tenant.tickets, ...tenant.projectTickets].map(({ id }) => id));
    expect(found.counts).toMatchObject({ board: 4, company: 12, contact: 60, ticket: ids.size });
    expect(found.counts.timeEntry).toBe(
      tenant.timeEntries.filter(({ chargeToType }) => chargeToType.endsWith("Ticket")).length,
    );
    const service = found.boards.find(({ name }) => name === "Help Desk");
    expect(service?.tickets).toBe(tenant.tickets.filter(({ board }) => board.name === "Help Desk").length);
    expect(sandbox.requests.writes).toBe(0);
  });

  it("finds the custom fields of each object with their fill and samples, and never a password", async () => {
    const { found, sandbox } = await surveyOf({ tickets: 120 });
    const cause = found.customFields.find(({ caption }) => caption === "Root cause");
    expect(cause).toMatchObject({ object: "ticket", type: "Text" });
    expect(cause?.options).toContain("Gremlins");
    expect(cause?.fillRate).toBeGreaterThan(0.1);
    expect(cause?.samples.length).toBeGreaterThan(1);
    expect(found.customFields.filter(({ type }) => type === "Password")).toEqual([]);
    const text = JSON.stringify(found);
    expect(sandbox.tenant.plantedSecrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it("tells the odd cases of the desk in sentences", async () => {
    const { found } = await surveyOf();
    const codes = found.oddCases.map(({ code }) => code);
    for (const code of [
      "contacts_without_email",
      "tickets_without_contact",
      "merged_tickets",
      "child_tickets",
      "unknown_owners",
      "project_tickets",
      "repeated_status_names",
      "open_though_completed",
      "inactive_members",
    ]) {
      expect(codes).toContain(code);
    }
    for (const { sentence, count } of found.oddCases) {
      // What stays in ConnectWise can't always be counted, and says so.
      if (sentence.includes("not counted")) continue;
      expect(sentence).toMatch(/^(About )?[\d,]+ .*\.$/);
      expect(count).toBeGreaterThan(0);
    }
  });

  it("names tickets to look at, of the case that they are an example of", async () => {
    const { found, sandbox } = await surveyOf();
    const merged = found.oddCases.find(({ code }) => code === "merged_tickets");
    expect(merged?.tickets).toEqual([String(sandbox.tenant.odd.mergedTicket)]);
    for (const { tickets = [] } of found.oddCases) expect(tickets.length).toBeLessThanOrEqual(25);
  });

  it("warns of rights that shrink results, and of boards that are closed to it", async () => {
    const { found } = await surveyOf({
      rights: { Contacts: "My" },
      // One answers 403, the other is counted and shows nothing.
      forbiddenBoards: ["Sales", 3],
    });
    expect(found.boards.find(({ name }) => name === "Managed Services")?.readable).toBe(false);
    expect(found.rights.modules.find(({ module }) => module === "Contacts")).toMatchObject({
      level: "My",
      enough: false,
    });
    expect(found.boards.find(({ name }) => name === "Sales")).toMatchObject({ readable: false, tickets: 0 });
    expect(print(found).warnings.some((warning) => warning.includes("Contacts is My"))).toBe(true);
    expect(print(found).warnings.some((warning) => warning.includes("“Sales”"))).toBe(true);
    expect(found.grade.axes.find(({ axis }) => axis === "api")?.grade).toBe("D");
  });

  it("goes on without what may not be read at all", async () => {
    const { found } = await surveyOf({ rights: { "Time Entry": "None", "Member Maintenance": "None" } });
    expect(found.counts.timeEntry).toBe(0);
    expect(found.warnings.length).toBeGreaterThan(1);
  });
});
