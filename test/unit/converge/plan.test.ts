// A plan says what a map implies, and its hash stands for exactly what an approval is about.
import { describe, expect, it } from "vitest";
import { assemblePlan, diffDesired, makePlanTally, planHash } from "../../../src/engine/converge/index.ts";
import { SkipError } from "../../../src/engine/errors.ts";
import { attributesOfMap } from "../../../src/engine/field-map/attributes.ts";
import type { FieldMap } from "../../../src/engine/field-map/schema.ts";
import type { AttributeDefinition } from "../../../src/engine/model/desired.ts";
import { transformConversation } from "../../../src/engine/transform/index.ts";
import { aContext, aFieldMap, aTicket, TEAMS } from "../../support/builders.ts";
import { print } from "../../support/in-words.ts";

const identity = {
  mapHash: "m",
  scope: { kind: "all" },
  environment: "production",
  sourceKey: "s",
  workspaceId: "w",
} as const;

function plan(
  map: FieldMap = aFieldMap(),
  existing: readonly (AttributeDefinition & { archived: boolean })[] = [],
) {
  const tally = makePlanTally(attributesOfMap(map).filter((one) => one.type === "list"));
  const tickets = [aTicket().withNotes(2), aTicket({ id: "1001", priority: { id: "99", name: "Urgent!" } })];
  for (const ticket of tickets) {
    const desired = transformConversation(ticket.build(), aContext({ map }));
    tally.add(desired, diffDesired(desired, new Map()), false);
  }
  tally.exclude("conversation");
  tally.skip(new SkipError({ code: "invalid_created_at", args: { of: "ticket", ticketId: "7", dated: "" } }));
  return assemblePlan({
    map,
    scope: { kind: "all" },
    environment: "production",
    source: { key: "s", title: "ConnectWise PSA" },
    workspace: { id: "w", name: "Acme" },
    teams: TEAMS,
    existing,
    tally: tally.result(),
    rate: 10,
    plannedAt: new Date("2026-01-01T00:00:00Z"),
    warnings: ["Two members have no admin."],
  });
}

describe("a plan's hash", () => {
  it("changes with map, scope, environment, source and workspace", () => {
    const others = [
      { ...identity, mapHash: "n" },
      { ...identity, scope: { kind: "sample", ticketIds: ["1"] } },
      { ...identity, environment: "staging" },
      { ...identity, sourceKey: "t" },
      { ...identity, workspaceId: "x" },
    ] as const;
    expect(new Set([identity, ...others].map(planHash)).size).toBe(6);
  });

  it("doesn't depend on the order of a sample", () => {
    const sample = (ticketIds: readonly string[]) =>
      planHash({ ...identity, scope: { kind: "sample", ticketIds } });
    expect(sample(["2", "1"])).toBe(sample(["1", "2", "2"]));
  });
});

describe("a plan", () => {
  it("counts records, requests, exclusions and losses", () => {
    const { objects, operations, losses, attributesToCreate } = plan();
    expect(objects.conversation).toEqual({ create: 2, update: 0, unchanged: 0, excluded: 1 });
    expect(operations).toBe(9 + attributesToCreate.length);
    expect(losses.map((loss) => [loss.field, loss.records])).toContainEqual(["conversation.body", 1]);
    expect(losses.map((loss) => loss.what)).toContain("invalid_created_at");
  });

  it("widens a list by the values that occur, so that none is dropped", () => {
    const priority = plan().attributesToCreate.find((one) => one.name === "Priority__c");
    expect(priority?.options).toContain("Urgent!");
  });

  it("adopts attributes that exist, and warns where they don't fit", () => {
    const existing = [
      { model: "conversation", name: "Priority__c", type: "list", options: ["High"], archived: false },
      { model: "conversation", name: "Board__c", type: "integer", options: [], archived: false },
      { model: "conversation", name: "Impact__c", type: "string", options: [], archived: true },
    ] as const;
    const { attributesToAdopt, attributesToCreate, warnings } = plan(aFieldMap(), existing);
    expect(attributesToAdopt.map((one) => one.name)).toEqual(["Priority__c", "Board__c"]);
    expect(attributesToCreate.map((one) => one.name)).toContain("Impact__c");
    expect(print(warnings).join(" ")).toContain("Board__c exists with type integer");
    expect(print(warnings).join(" ")).toContain("these options are added to it");
  });

  it("names the teams that people must create, for boards that move", () => {
    const map = aFieldMap();
    const board = (name: string, migrate: boolean) => ({
      ...map.boards[0],
      boardId: name,
      name,
      migrate,
      team: { name },
    });
    const boards = [...map.boards, board("NOC", true), board("Old", false)] as FieldMap["boards"];
    expect(plan({ ...map, boards }).teamsToCreate).toEqual(["NOC"]);
  });
});
