// A preflight: on a clean pair nothing is invented; each trouble is found by the check that looks for it, and by no other.
import { expect, it } from "vitest";
import { AskError } from "../../src/engine/errors.ts";
import type { CheckReport } from "../../src/engine/model/preflight.ts";
import type { WorkspaceProfile } from "../../src/engine/model/profile.ts";
import { de } from "../../src/words/de.ts";
import { en } from "../../src/words/en.ts";
import { ADMINS, aFieldMap } from "../support/builders.ts";
import { describeOnOneDatabase } from "../support/database.ts";
import { type PreflightDrill, startPreflightDrill } from "./preflight-drill.ts";

type Options = Parameters<typeof startPreflightDrill>[1];

describeOnOneDatabase("a preflight", (database) => {
  const drill = async (work: (drill: PreflightDrill) => Promise<void>, options?: Options) => {
    const started = await startPreflightDrill(database(), options);
    try {
      await work(started);
      expect(started.broken).toEqual([]);
    } finally {
      await started.stop();
    }
  };
  const troubles = (checks: ReadonlyMap<string, CheckReport>) =>
    [...checks.values()].filter(({ result }) => result !== "passed");

  it("finds nothing on a clean pair, says of each check what it saw, and writes nothing", () =>
    drill(async ({ ask, production, staging, source }) => {
      const before = [production.stateHash(), staging.stateHash()];
      const checks = await ask();
      expect(troubles(checks)).toEqual([]);
      expect(checks.size).toBeGreaterThan(15);
      for (const { name, finding } of checks.values()) {
        for (const words of [en, de]) {
          expect(words.finding(finding).message).toMatch(/^[A-ZÄÖÜ0-9].*\.$/s);
          expect(words.checkNames[name]).toBeDefined();
        }
      }
      expect([production.stateHash(), staging.stateHash()]).toEqual(before);
      expect(source.requests.writes).toBe(0);
    }));

  it.each<[string, Options]>([
    ["source-rights", { source: { rights: { Contacts: "My" } } }],
    ["source-rights", { source: { rights: { "Service Tickets": "None" } } }],
  ])("%s fails where a list may be shortened", (name, options) =>
    drill(async ({ ask }) => {
      const checks = await ask();
      expect(checks.get(name)?.result).toBe("failed");
    }, options),
  );

  it("only warns of rights that a move can do without", () =>
    drill(
      async ({ ask }) => {
        expect((await ask()).get("source-rights")?.result).toBe("warning");
      },
      { source: { rights: { Agreements: "None" } } },
    ));

  it("finds a list that is shorter than its count", () =>
    drill(async ({ ask, context }) => {
      const { source } = context;
      const checks = await ask({
        source: {
          ...source,
          count: async (type) => (await source.count(type)) + (type === "member" ? 3 : 0),
        },
      });
      expect(troubles(checks).map(({ name }) => name)).toEqual(["source-lists"]);
      const told = checks.get("source-lists")?.finding;
      expect(told && en.finding(told).message).toMatch(/\d+ of \d+ members/);
    }));

  it.each([
    [45, "warning"],
    [-45, "warning"],
    [400, "failed"],
    [-3600, "failed"],
  ])("finds clocks that are %i seconds apart: %s", (seconds, result) =>
    drill(async ({ ask, context: { production, source } }) => {
      const look = async () => {
        const askedAt = new Date();
        return { askedAt, serverTime: new Date(askedAt.getTime() + seconds * 1000) };
      };
      const destination = {
        ...production.destination,
        look: async () => ({ ...(await production.destination.look()), ...(await look()) }),
      };
      const checks = await ask({ source: { ...source, look }, production: { ...production, destination } });
      expect(checks.get("clock")?.result).toBe(result);
      expect(checks.get("source-clock")?.result).toBe(result);
    }),
  );

  it("finds two active attributes of one name", () =>
    drill(async ({ ask, production }) => {
      const twin = (id: number) => ({
        ...{ id, name: "Severity", description: "", data_type: "string" as const, required: false },
        ...{ visible_to_team_ids: [], multiline: false, reference: null, options: [], archived: false },
        ...{ created_at: 1, updated_at: 1 },
      });
      for (const id of [901, 902]) production.state.conversationAttributes.set(id, twin(id));
      const checks = await ask();
      expect(troubles(checks).map(({ name }) => name)).toEqual(["attribute-twins"]);
      expect(checks.get("attribute-twins")?.result).toBe("failed");
    }));

  it("finds that 250 attributes are not enough, and a name that is taken by another type", () =>
    drill(async ({ ask, context: { production } }) => {
      const map = aFieldMap();
      const taken = map.fields.find(
        ({ target }) => target?.kind === "attribute" && target.model === "contact",
      );
      const name = taken?.target?.kind === "attribute" ? taken.target.name : "";
      await production.destination.write({
        kind: "create-attribute",
        definition: { model: "contact", name, type: "boolean", options: [] },
      });
      expect((await ask()).get("attribute-room")).toMatchObject({
        result: "failed",
        finding: { code: "attributes_refused" },
      });
      const fetchAttributes = async () =>
        Array.from({ length: 249 }, (_, n) => ({
          ...{ id: `${n}`, model: "company" as const, name: `A${n}`, type: "string" as const },
          ...{ options: [], archived: false, custom: true },
        }));
      const destination = { ...production.destination, fetchAttributes };
      const full = await ask({ production: { ...production, destination } });
      expect(full.get("attribute-room")?.result).toBe("failed");
    }));

  it("finds names that Intercom refuses for contacts and companies, and takes them for conversations", () =>
    drill(async ({ ask }) => {
      const [rule] = aFieldMap().fields.filter(({ target }) => target?.kind === "attribute");
      if (!rule) throw new Error("The map has no attribute.");
      const named = async (model: "contact" | "company" | "conversation", name: string) => {
        const target = { kind: "attribute" as const, model, name, type: "string" as const, options: [] };
        return (await ask({ map: aFieldMap({ fields: [{ ...rule, target }] }) })).get("attribute-names")
          ?.result;
      };
      for (const name of ["Site #", "A/B", "Cost (net)", "who?", "R&D", "v1.2", "it's"]) {
        expect([name, await named("contact", name)]).toEqual([name, "failed"]);
      }
      for (const name of ["Original_Create_Date__c", "Büro 2", "Rate $", "Sub-type"]) {
        expect([name, await named("company", name)]).toEqual([name, "passed"]);
      }
      expect(await named("conversation", "Site #")).toBe("passed");
    }));

  it("finds e-mails that several users bear, in any case of letters", () =>
    drill(async ({ ask, context, production }) => {
      const [one] = await context.source.fetchSample("contact", 50);
      const email = one?.email ?? "";
      await context.production.destination.write({
        ...{ kind: "create-contact", externalId: "other:1", role: "user", attributes: {} },
        email: email.toUpperCase(),
      });
      const [known] = production.state.contacts.values();
      if (!known) throw new Error("No contact was made.");
      production.state.contacts.set("twin", { ...known, id: "twin", external_id: "other:2" });
      const checks = await ask();
      expect(troubles(checks).map(({ name }) => name)).toEqual(["shared-emails"]);
    }));

  it("names teams that are missing, and a fallback who has left", () =>
    drill(
      async ({ ask }) => {
        const map = aFieldMap();
        const policies = { ...map.policies, fallbackAdmin: { id: "77", name: "Gone Girl" } };
        const checks = await ask({ map: { ...map, policies } });
        expect(checks.get("teams")?.result).toBe("warning");
        expect(checks.get("seats")).toMatchObject({ result: "failed", finding: { args: { why: "gone" } } });
      },
      { production: { teams: [] } },
    ));

  it.each([
    [
      "a fallback without a seat",
      [
        ["900", false],
        ["901", true],
      ],
      "failed",
      "admin_cannot_act",
    ],
    [
      "a member without a seat",
      [
        ["900", true],
        ["901", false],
      ],
      "warning",
      "admin_cannot_act",
    ],
    [
      "nobody with a seat",
      [
        ["900", false],
        ["901", false],
      ],
      "failed",
      "nobody_can_act",
    ],
    [
      "everybody with one",
      [
        ["900", true],
        ["901", true],
      ],
      "passed",
      "seats_taken",
    ],
  ] as const)("finds who can't act: %s", (_what, seats, result, code) =>
    drill(
      async ({ ask, context }) => {
        const map = aFieldMap();
        const policies = { ...map.policies, fallbackAdmin: { id: "900", name: "Priya Raman" } };
        const [member] = map.members;
        if (!member) throw new Error("The map has no member.");
        const members = [{ ...member, admin: { id: "901", name: "Marcus Bell" } }];
        const checks = await ask({ map: { ...map, policies, members } });
        expect(checks.get("seats")).toMatchObject({ result, finding: { code } });
        expect(await context.production.destination.fetchAdmins()).toHaveLength(3);
      },
      {
        production: {
          admins: ADMINS.map(({ id, name, email = "" }) => ({
            ...{ id, name, email },
            seat: seats.some(([of, has]) => of === id && has),
          })),
        },
      },
    ),
  );

  it("never lets a bot stand in for people", () =>
    drill(async ({ ask, context }) => {
      const bot = (await context.production.destination.fetchAdmins()).find(({ barred }) => barred === "bot");
      if (!bot) throw new Error("The workspace lists no bot.");
      const map = aFieldMap();
      const policies = { ...map.policies, fallbackAdmin: { id: bot.id, name: bot.name } };
      const seats = (await ask({ map: { ...map, policies } })).get("seats");
      expect(seats).toMatchObject({ result: "failed", finding: { args: { why: "bot" } } });
    }));

  it.each([
    [0.7, "warning"],
    [0.99, "failed"],
  ])("finds that other apps take %f of the quota: %s", (share, result) =>
    drill(
      async ({ ask, production }) => {
        production.addOtherAppTraffic(0);
        production.consume(Math.floor(1666 * share));
        expect((await ask()).get("quota")?.result).toBe(result);
      },
      { production: { windowMs: 600_000 } },
    ),
  );

  it("finds staging that is production", () =>
    drill(async ({ ask, context: { production } }) => {
      expect((await ask({ staging: production })).get("staging-apart")?.result).toBe("failed");
    }));

  it("tells of what canaries saw: numbers that remain, defaults, and workspaces that differ", () =>
    drill(async ({ ask, context }) => {
      await context.profiles.save(aProfile("real", { metricsRemain: true }));
      const first = await ask();
      expect(first.get("deletion")?.result).toBe("warning");
      expect(first.get("workspace-profile")?.result).toBe("passed");
      await context.profiles.save(aProfile("real", { defaults: { adminId: "900" } }));
      expect((await ask()).get("workspace-profile")).toMatchObject({
        finding: { code: "workspace_assigns" },
      });
      await context.profiles.save(aProfile("test", { asHtml: "kept" }));
      expect((await ask()).get("workspace-profile")).toMatchObject({
        result: "warning",
        finding: { code: "workspaces_differ", args: { fields: ["asHtml", "defaults.admin"] } },
      });
      await context.profiles.save(aProfile("real", {}));
      await context.profiles.save(aProfile("test", {}));
    }));

  it("finds a place for files that takes none, and a disk that is full", () =>
    drill(async ({ ask, context }) => {
      const files = {
        ...(context.files as NonNullable<typeof context.files>),
        put: async () => {
          throw new AskError({ code: "disk_full", args: { directory: "files" } });
        },
      };
      const machine = { database: "postgres", freeBytes: async () => 1000 };
      const checks = await ask({ files, machine });
      expect(troubles(checks).map(({ name, result }) => `${name} ${result}`)).toEqual([
        "file-store failed",
        "database failed",
      ]);
    }));

  it("says what could not be asked, whichever system is silent, and goes on with the others", () =>
    drill(async ({ ask, source, production }) => {
      source.faults.inject({ kind: "status", path: "mySecurity", status: 400, body: { code: "Odd" } });
      production.faults.inject({ kind: "status", path: "/teams", status: 403 });
      const checks = await ask();
      expect(checks.get("source-rights")).toMatchObject({
        result: "warning",
        finding: { code: "rights_untold" },
      });
      expect(checks.get("teams")).toMatchObject({ result: "warning", finding: { code: "could_not_ask" } });
      expect(troubles(checks)).toHaveLength(2);
    }));
});

const aProfile = (workspaceId: string, more: Partial<WorkspaceProfile>): WorkspaceProfile => ({
  ...{ workspaceId, askedAt: "2026-11-20T12:00:00.000Z", runId: "run-1" },
  times: { opening: true, contact: true, admin: true, note: true },
  texts: { opening: "kept", contact: "kept", admin: "kept", note: "kept" },
  asHtml: "escaped",
  partTypes: { replyOnClosed: "open", assignmentOnClosed: "assign_and_reopen" },
  reopens: { reply: true, assignment: true },
  ...{ defaults: {}, lostAttributes: [], readLagMs: 10, metricsRemain: false, ...more },
});
