// Reading everything back: a clean load has no discrepancy, and every tampering is named by record and field.
import { afterEach, expect, it } from "vitest";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";

let drill: LoadDrill | undefined;
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
});

/** What is verified was written a while ago: it can be read at once. */
async function loaded(tickets: number): Promise<LoadDrill> {
  drill = await startLoadDrill({ tickets, intercom: { habits: { unreadable: { reads: 0, forMs: 0 } } } });
  await drill.provision();
  await drill.load();
  return drill;
}

it("finds nothing to complain about after a clean load, and writes nothing", async () => {
  const { intercom, reconcile, writes } = await loaded(40);
  const before = writes();
  const asked = intercom.requests;
  const certificate = await reconcile();
  // One a record, and a few for the workspace and its definitions.
  const records = Object.values(certificate.objects).reduce((sum, { found }) => sum + found, 0);
  expect(intercom.requests - asked).toBeLessThanOrEqual(records + 12);
  expect(certificate.discrepancies).toEqual([]);
  expect(certificate.objects.conversation).toEqual({ expected: 40, found: 40, same: 40, discrepant: 0 });
  expect(certificate.objects.company.found).toBe(3);
  expect(certificate.partsCompared).toBeGreaterThan(80);
  expect(certificate.workspace.name).toBe("Sandbox workspace");
  expect(writes()).toBe(before);
  expect(intercom.notificationsSent).toBe(0);
  const again = await reconcile();
  expect(again.observedHash).toBe(certificate.observedHash);
  expect(again.desiredHash).toBe(certificate.desiredHash);
});

it("names what was tampered with by record and field, and changes its digest", async () => {
  const { intercom, reconcile } = await loaded(9);
  const clean = await reconcile();
  const [first, second, third, fourth] = intercom.state.conversations.values();
  if (!first || !second || !third || !fourth) throw new Error("Nothing was loaded.");
  const ticketOf = (one: typeof first) => String(one.custom_attributes.Source_Ticket_ID__c);
  first.title = "Something else";
  second.custom_attributes.Priority__c = "P9";
  const [lostPart] = third.parts.splice(0, 1);
  intercom.state.removeConversation(fourth, true);
  const certificate = await reconcile();
  const named = certificate.discrepancies.map((one) => [one.source.id, one.field, one.verdict]);
  expect(named).toContainEqual([ticketOf(first), "title", "different"]);
  expect(named).toContainEqual([ticketOf(second), "attributes.Priority__c", "different"]);
  expect(lostPart && named.some(([id, , verdict]) => id === ticketOf(third) && verdict === "missing")).toBe(
    true,
  );
  expect(named.filter(([id]) => id === ticketOf(fourth))).toEqual([[ticketOf(fourth), "record", "missing"]]);
  expect(certificate.observedHash).not.toBe(clean.observedHash);
  expect(certificate.desiredHash).toBe(clean.desiredHash);
});

it("takes no offence at what people wrote after the import", async () => {
  const { intercom, reconcile } = await loaded(6);
  const [first] = intercom.state.conversations.values();
  intercom.addAgentReply(first?.id ?? "");
  expect((await reconcile()).discrepancies).toEqual([]);
});

it("shows every field of a sample with its source value, its rule and its verdict", async () => {
  drill = await startLoadDrill({ tickets: 30 });
  await drill.provision();
  const choice = await drill.chooseSample();
  expect(choice.ticketIds).toHaveLength(30);
  const ticketIds = choice.ticketIds.slice(0, 5);
  await drill.load({ scope: { kind: "sample", ticketIds } });
  const diff = await drill.fieldDiff(ticketIds, choice.coverage);
  expect(diff).toMatchObject({ tickets: 5, discrepancies: 0, coverage: 1 });
  const priority = diff.rows.find((row) => row.field === "attributes.Priority__c");
  expect(priority).toMatchObject({
    verdict: "same",
    sourceValue: expect.any(String),
    rule: expect.any(String),
  });
  expect(diff.rows.find((row) => row.field === "title")?.sourceValue).toContain("Ticket number");
});
