// SLA goals: a closed ticket's as its list says, an open one's asked of the ticket itself.
import { afterEach, expect, it } from "vitest";
import { type Drill, MIGRATION, startDrill } from "../support/connectwise-drill.ts";

const drills: Drill[] = [];
async function drill(): Promise<Drill> {
  const started = await startDrill({ tickets: 60 });
  drills.push(started);
  return started;
}
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
});

const goalsOf = ({ staging }: Drill) =>
  new Map(staging.all(MIGRATION, "ticket").map(({ id, slaBreachTime }) => [id, slaBreachTime]));

it("are those of ConnectWise, fresh for open tickets, at a request each", async () => {
  const one = await drill();
  await one.extract();
  const { tickets } = one.sandbox.tenant;
  const goals = goalsOf(one);
  for (const { id, resolutionGoalUTC } of tickets) expect(goals.get(String(id))).toBe(resolutionGoalUTC);
  const open = tickets.filter(
    ({ closedFlag, sla, recordType }) => !closedFlag && sla && recordType === "ServiceTicket",
  );
  expect(open.length).toBeGreaterThan(3);
  expect(one.sandbox.requests.byPattern["GET /service/tickets/{id}"]).toBe(open.length);
});

it("are told as missing once where an open ticket can't be asked, and the list's stand", async () => {
  const one = await drill();
  one.sandbox.faults.inject({ kind: "status", status: 403, path: "/service/tickets/\\d+$" });
  await one.extract();
  expect(one.exceptions.map(({ source, code }) => [source.id, code])).toEqual([
    ["*/service level", "source_unreadable"],
  ]);
  expect([...goalsOf(one).values()].filter(Boolean).length).toBeGreaterThan(50);
});
