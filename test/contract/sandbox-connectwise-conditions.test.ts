// Conditions mean in the stand-in what the developer guide says they mean.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import type { Ticket } from "../../sandbox/tenant/records.ts";
import { ask, list, startSmall } from "./sandbox-connectwise-client.ts";

let cw: ConnectWiseSandbox;
beforeAll(async () => {
  cw = await startSmall({}, { tickets: 400 });
});
afterAll(() => cw.stop());

const CASES: readonly (readonly [condition: string, meaning: (ticket: Ticket) => boolean])[] = [
  ["id>10100 and id<=10200", (t) => t.id > 10_100 && t.id <= 10_200],
  ['board/name="Help Desk"', (t) => t.board.name === "Help Desk"],
  ["board/name = 'help desk'", (t) => t.board.name === "Help Desk"],
  ['board/name != "Help Desk" AND closedFlag = False', (t) => t.board.name !== "Help Desk" && !t.closedFlag],
  ["status/id in (101, 102,103)", (t) => [101, 102, 103].includes(t.status.id)],
  ["status/id not in (101,102)", (t) => ![101, 102].includes(t.status.id)],
  ['summary contains "vpn"', (t) => /vpn/i.test(t.summary)],
  ['summary like "Printer*"', (t) => /^printer/i.test(t.summary)],
  ['summary like "[[]RMM]*"', (t) => t.summary.startsWith("[RMM]")],
  ['not (summary contains "a" or summary contains "e")', (t) => !/[ae]/i.test(t.summary)],
  ["owner = null", (t) => t.owner === undefined],
  ["priority != null and item/id != null", (t) => Boolean(t.priority) && t.item !== undefined],
  ["lastUpdated > [2025-06-01T00:00:00Z]", (t) => t._info.lastUpdated > "2025-06-01T00:00:00Z"],
  ["_info/dateEntered < [2024-06-01T00:00:00Z]", (t) => t._info.dateEntered < "2024-06-01T00:00:00Z"],
  ["id=10001 or id=10002 and closedFlag=true and id=1", (t) => t.id === 10_001],
  ["(id=10001 or id=10002) and id!=10001", (t) => t.id === 10_002],
];

describe("conditions", () => {
  for (const [conditions, meaning] of CASES) {
    it(`understand ${conditions}`, async () => {
      const expected = cw.tenant.tickets.filter(meaning).map((ticket) => ticket.id);
      expect(expected.length).toBeGreaterThan(0);
      const found = await list(cw, "/service/tickets", { conditions, pageSize: 1000, fields: "id" });
      expect(found.map((ticket) => ticket.id)).toEqual(expected);
    });
  }

  for (const conditions of [
    "id>>3",
    "id >",
    '"Help Desk" = board/name',
    "id in ()",
    "(id=1",
    "id=1 id=2",
    "lastUpdated > [soon]",
    "colour = 1",
    "id = 'x",
  ]) {
    it(`answer 400 in ConnectWise's shape to ${conditions}`, async () => {
      const { status, body } = await ask(cw, "/service/tickets", { query: { conditions } });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        code: "InvalidObject",
        message: expect.any(String),
        errors: [{ field: "conditions" }],
      });
    });
  }

  it("reach into lists by childConditions only", async () => {
    const childConditions =
      'communicationItems/value like "office@*" and communicationItems/communicationType="Email"';
    const contacts = await list(cw, "/company/contacts", { childConditions, pageSize: 1000 });
    const expected = cw.tenant.contacts.filter((c) =>
      c.communicationItems?.some((i) => /^office@/i.test(i.value) && i.communicationType === "Email"),
    );
    expect(contacts.map((contact) => contact.id)).toEqual(expected.map((contact) => contact.id));
    expect(expected.length).toBeGreaterThan(0);
  });

  it("reach custom fields by customFieldConditions", async () => {
    const customFieldConditions = 'caption="Vendor Ticket Number" AND value != null';
    const { body } = await ask(cw, "/service/tickets/count", { query: { customFieldConditions } });
    const expected = cw.tenant.tickets.filter((t) =>
      t.customFields.some((f) => f.id === 11 && f.value !== undefined),
    );
    expect(body).toEqual({ count: expected.length });
  });

  it("can be posted to /search when they are too long for a URL", async () => {
    const conditions = `id in (${Array.from({ length: 500 }, (_, at) => 10_000 + at).join(",")})`;
    expect((await ask(cw, "/service/tickets", { query: { conditions } })).status).toBe(414);
    const { status, body } = await ask(cw, "/service/tickets/search", {
      method: "POST",
      json: { conditions },
      query: { pageSize: 1000 },
    });
    expect([status, (body as unknown[]).length]).toEqual([
      200,
      cw.tenant.tickets.filter((t) => t.id < 10_500).length,
    ]);
  });

  it("refuse a query parameter that isn't one", async () => {
    const { status, body } = await ask(cw, "/service/tickets", { query: { condition: "id>1" } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field: "condition" }] });
  });
});
