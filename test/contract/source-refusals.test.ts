// What an extraction says when ConnectWise refuses: rights, boards, credentials, a codebase that moves.
import { afterEach, describe, expect, it } from "vitest";
import { AskError } from "../../src/engine/errors.ts";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import { type Drill, MIGRATION, startDrill, UNPACED } from "../support/connectwise-drill.ts";
import { explained, linesOf } from "../support/in-words.ts";

const drills: Drill[] = [];
async function drill(...options: Parameters<typeof startDrill>): Promise<Drill> {
  const started = await startDrill(...options);
  drills.push(started);
  return started;
}
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
});

describe("what can't be read", () => {
  it("is reported as a hole when a right is “My”, never passed as whole", async () => {
    const { extract, exceptions } = await drill({ rights: { Contacts: "My" } });
    await extract();
    expect(exceptions).toHaveLength(1);
    expect(exceptions[0]).toMatchObject({ code: "source_hole", source: { type: "contact", id: "*" } });
    expect(linesOf(exceptions)[0]).toMatch(/counts 60 .* could be read: \d+ are missing/);
  });

  it("is reported when a board is closed to the API member, and the other boards come", async () => {
    const { sandbox, extract, exceptions, staging } = await drill({ forbiddenBoards: ["Managed Services"] });
    await extract();
    const readable = sandbox.tenant.tickets.filter(({ board }) => board.name !== "Managed Services");
    expect(staging.all(MIGRATION, "ticket").filter(({ board }) => board?.name !== "Projects")).toHaveLength(
      readable.filter(({ board }) => board.name !== "Projects").length,
    );
    expect(exceptions.map(({ code }) => code)).toContain("source_hole");
  });

  it("leaves out project tickets, and says so, when the right to them is missing", async () => {
    const { sandbox, extract, exceptions, staging } = await drill({ rights: { "Project Tickets": "None" } });
    await extract();
    expect(exceptions[0]).toMatchObject({
      code: "source_unreadable",
      source: { type: "ticket", id: "project-tickets" },
    });
    expect(await staging.count(MIGRATION, "ticket")).toBe(sandbox.tenant.tickets.length);
  });
});

describe("the credentials", () => {
  it.each([401, 404] as const)("are refused with what to do, when wrong ones answer %i", async (status) => {
    const { sandbox } = await drill({ wrongCredentials: status, tickets: 60 });
    const secret = "veryPrivateKey123";
    const source = createConnectWiseSource(
      { url: sandbox.url, ...sandbox.credentials, privateKey: secret },
      UNPACED,
    );
    const error: unknown = await source.identify().catch((failure: unknown) => failure);
    await source.close();
    expect(error).toBeInstanceOf(AskError);
    expect(error).toMatchObject({ code: "credentials_refused" });
    expect(explained(error as AskError).message).toBe("ConnectWise does not accept these credentials.");
    expect(explained(error as AskError).remedy).toContain("API Members");
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(secret);
  });

  it("name an unknown company as such", async () => {
    const { sandbox } = await drill({ tickets: 60 });
    const source = createConnectWiseSource(
      { url: sandbox.url, ...sandbox.credentials, company: "nobody" },
      UNPACED,
    );
    const error: unknown = await source.identify().catch((failure: unknown) => failure);
    await source.close();
    expect(error).toBeInstanceOf(AskError);
    expect(error).toMatchObject({ code: "company_unknown" });
  });

  it("outlive a codebase that moves in the middle", async () => {
    const { sandbox, extract, staging } = await drill({ tickets: 60 });
    let moved = false;
    const options = { ...UNPACED, pacing: { ...UNPACED.pacing, now: () => clock } };
    let clock = 0;
    const source = createConnectWiseSource({ url: sandbox.url, ...sandbox.credentials }, options);
    await extract({
      source,
      onProgress: ({ type }) => {
        clock += 30_000;
        if (type !== "ticket" || moved) return;
        sandbox.moveCodebase("v2026_5");
        moved = true;
      },
    });
    await source.close();
    expect(moved).toBe(true);
    expect(await staging.count(MIGRATION, "notes")).toBe(await staging.count(MIGRATION, "ticket"));
  });
});
