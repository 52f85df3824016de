// What ConnectWise has and a move leaves there is said, one line a kind, with its count where one can be had.
import { afterEach, describe, expect, it } from "vitest";
import { describeLeftBehind, listLeftBehind } from "../../src/engine/stages/survey/left-behind.ts";
import { survey } from "../../src/engine/stages/survey/survey.ts";
import { de } from "../../src/words/de.ts";
import { type Drill, startDrill, TENANT_NOW } from "../support/connectwise-drill.ts";

const drills: Drill[] = [];
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
});

async function surveyed(prepare: (drill: Drill) => void = () => undefined) {
  const drill = await startDrill({ tickets: 40 });
  drills.push(drill);
  prepare(drill);
  const made = await survey({ source: drill.source(), clock: () => TENANT_NOW, sampleSize: 10 });
  return { drill, lines: listLeftBehind(made.oddCases) };
}

describe("what a move leaves in ConnectWise", () => {
  it("is counted, kind by kind", async () => {
    const { drill, lines } = await surveyed();
    const { tenant } = drill.sandbox;
    for (const [count, name] of [
      [tenant.opportunities.length, "opportunities"],
      [tenant.expenses.length, "expenses"],
      [tenant.products.length, "products"],
      [tenant.invoices.length, "invoices"],
      [tenant.appointments.length, "appointments"],
    ] as const) {
      expect(lines.filter((line) => line.startsWith(`${count} ${name}`))).toHaveLength(1);
    }
  });

  it("is named without a number where none can be had, and not at all where there is none", async () => {
    const { lines } = await surveyed(({ sandbox }) => {
      sandbox.faults.inject({ kind: "status", status: 403, path: "/sales/opportunities/count$" });
      sandbox.faults.inject({ kind: "status", status: 500, path: "/expense/entries/count$" });
      sandbox.faults.inject({
        kind: "status",
        status: 200,
        body: { count: 0 },
        path: "/finance/invoices/count$",
      });
      sandbox.faults.inject({
        kind: "status",
        status: 200,
        body: { count: 1 },
        path: "/sales/orders/count$",
      });
    });
    expect(lines).toContainEqual(
      expect.stringMatching(/^Opportunities stay in ConnectWise and are not counted/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^Expenses stay in ConnectWise and are not counted/));
    expect(lines).toContainEqual(expect.stringMatching(/^1 sales order stays in ConnectWise/));
    expect(lines.join()).not.toContain("nvoices");
    for (const kind of ["Survey results", "Audit trails", "Notes of companies", "Documents of companies"]) {
      expect(lines.filter((line) => line.startsWith(kind))).toHaveLength(1);
    }
  });

  it("is said in German, too", async () => {
    const { lines } = await surveyed();
    const one = describeLeftBehind({ kind: "opportunities", count: 1 }).sentence;
    for (const line of [...lines, one]) expect(de.say(line)).not.toBe(line);
  });
});
