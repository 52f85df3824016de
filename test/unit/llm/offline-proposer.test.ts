// The built-in proposer: what it knows it says with confidence, what it doesn't it asks.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldMap, validateMap } from "../../../src/engine/field-map/index.ts";
import type { CustomFieldSurvey } from "../../../src/engine/model/survey.ts";
import { assembleOfflineProposal, makeOfflineProposer } from "../../../src/llm/offline/offline-proposer.ts";
import { proposeCustomField } from "../../../src/llm/offline/propose-custom-field.ts";
import { proposeStatus } from "../../../src/llm/offline/propose-status.ts";
import { bestMatch, similarity } from "../../../src/llm/offline/similarity.ts";
import { ADMINS, aSurvey, TEAMS } from "../../support/builders.ts";

const status = (name: string, closed = false) =>
  proposeStatus({ boardId: "1", id: "1", name, closed, seen: 1 });
const field = (overrides: Partial<CustomFieldSurvey>) =>
  proposeCustomField(
    { id: "12", caption: "Thing", object: "ticket", type: "Text", options: [], samples: [], ...overrides },
    new Set(),
  );
const typeOf = (overrides: Partial<CustomFieldSurvey>) => {
  const { target } = field(overrides);
  return target?.kind === "attribute" ? target.type : target?.kind;
};

describe("statuses", () => {
  it.each([
    ["New", "open"],
    ["In Progress", "open"],
    ["In Bearbeitung", "open"],
    ["Re-opened", "open"],
    ["Not completed", "open"],
    ["Scheduled", "snoozed"],
    ["Waiting on Client", "snoozed"],
    ["Waiting on vendor", "snoozed"],
    ["Warten auf Kunde", "snoozed"],
    ["On Hold", "snoozed"],
    ["Completed - No Email", "closed"],
    ["Erledigt", "closed"],
    ["Geschlossen", "closed"],
  ])("%s is %s by its name", (name, state) => {
    expect(status(name).state).toBe(state);
  });

  it("go by the closed flag first", () => {
    expect(status("Waiting on Client", true)).toMatchObject({ state: "closed", confidence: 0.98 });
  });

  it("are asked when name and flag disagree, or the name tells nothing", () => {
    expect(status("Completed").confidence).toBeLessThan(0.75);
    expect(status("With Microsoft").confidence).toBeLessThan(0.75);
  });
});

describe("custom fields", () => {
  it("go by ConnectWise's type", () => {
    expect(typeOf({ type: "Checkbox" })).toBe("boolean");
    expect(typeOf({ type: "Date" })).toBe("datetime");
    expect(typeOf({ type: "Currency" })).toBe("decimal");
    expect(typeOf({ type: "Number", samples: ["1", "20"] })).toBe("decimal");
    expect(typeOf({ options: ["A", "B"] })).toBe("list");
    expect(typeOf({ type: "TextArea" })).toBe("note");
  });

  it("keep a vendor's ticket number as text, however numeric it looks", () => {
    expect(typeOf({ caption: "Vendor Ticket Number", samples: ["1", "2", "3"] })).toBe("string");
  });

  it("go by the shape of their values where the type says nothing", () => {
    expect(typeOf({ caption: "Warranty until", samples: ["2026-01-01", "2027-02-03", "2025-05-05"] })).toBe(
      "datetime",
    );
    expect(typeOf({ samples: ["yes", "no"] })).toBe("boolean");
    expect(typeOf({ samples: ["x".repeat(300)] })).toBe("note");
  });

  it("never move a password", () => {
    expect(field({ type: "Password" })).toMatchObject({ target: null, decided: true });
  });

  it("ask before they move a secret that stands in a plain field", () => {
    const secret = field({ caption: "Router password", samples: ["hunter2"] });
    expect(secret).toMatchObject({ target: null, decided: false });
    expect(secret.confidence).toBeLessThan(0.75);
    expect(field({ caption: "Password reset done", samples: ["yes", "no"] }).target).not.toBeNull();
    expect(field({ caption: "MFA", samples: ["ja", "nein"] }).target).not.toBeNull();
  });

  it("stay text where a sampled value could not be read as the type", () => {
    expect(typeOf({ type: "Number", samples: ["1,5", "2"] })).toBe("string");
    expect(typeOf({ type: "Date", samples: ["soon"] })).toBe("string");
  });

  it("get names that are free", () => {
    const used = new Set(["priority__c"]);
    const base = { caption: "Priority", object: "ticket", type: "Text", options: [], samples: [] } as const;
    const names = ["1", "2"].map((id) => proposeCustomField({ ...base, id }, used).target);
    expect(names).toMatchObject([{ name: "Priority_1__c" }, { name: "Priority_2__c" }]);
  });
});

describe("teams and admins", () => {
  const propose = (boards: readonly string[], teams: readonly string[]) =>
    assembleOfflineProposal({
      survey: aSurvey({
        boards: boards.map((name, id) => ({ id: String(id), name, tickets: 1, readable: true })),
      }),
      admins: ADMINS,
      teams: teams.map((name, id) => ({ id: String(id + 1), name })),
    }).map.boards;

  it("match a board to the team of nearly the same name", () => {
    expect(propose(["Helpdesk Board"], ["Sales", "Help Desk"])[0]).toMatchObject({ team: { id: "2" } });
  });

  it("ask when two teams are alike, and when the workspace has teams that no board became", () => {
    const [board] = propose(["Support"], ["Support East", "Support West"]);
    expect(board?.team).toEqual({ name: "Support" });
    expect(board?.confidence).toBeLessThan(0.75);
    expect(propose(["NOC"], ["Sales"])[0]).toMatchObject({ team: { name: "NOC" }, confidence: 0.7 });
    expect(propose(["NOC"], [])[0]).toMatchObject({ team: { name: "NOC" }, confidence: 0.8 });
  });

  it("offer the team that an abbreviation stands for, and ask", () => {
    const [row] = propose(["NOC"], ["Network Operations Center", "Sales"]);
    expect(row).toMatchObject({ team: { id: "1" }, decided: false });
    expect(row?.confidence).toBeLessThan(0.75);
  });

  it("ask which team works for boards that bear customers' names", () => {
    const rows = propose(["Harbor Dental", "Miller & Sons LLC", "Ashford", "Bluewater"], ["Support"]);
    for (const row of rows) {
      expect(row.team).toEqual({ id: "1", name: "Support" });
      expect(row.confidence).toBeLessThan(0.75);
    }
  });

  const members = (names: readonly string[], admins: readonly string[]) =>
    assembleOfflineProposal({
      survey: aSurvey({ members: names.map((name, id) => ({ id: String(id), name, inactive: false })) }),
      admins: admins.map((name, id) => ({ id: String(id), name })),
      teams: TEAMS,
    }).map.members;

  it("match a member by name where one admin alone is like it", () => {
    expect(members(["Tom Okafor"], ["Thomas Meyer", "Tom  Okafor"])[0]?.admin?.id).toBe("1");
  });

  it("take no namesake for another person: one letter makes a difference, an accent does not", () => {
    expect(members(["Maria Garcia"], ["Marta Garcia"])[0]?.admin).toBeNull();
    expect(members(["Jörg Müller"], ["Mueller, Joerg"])[0]?.admin?.id).toBe("0");
  });

  it("ask instead of guessing between two of the same name", () => {
    const [member] = members(["Tom Okafor"], ["Tom Okafor", "Tom Okafor"]);
    expect(member?.admin).toBeNull();
    expect(member?.confidence).toBeLessThan(0.75);
  });

  it("never take an admin who is another member's by e-mail", () => {
    const twins = [
      { id: "1", name: "Priya Raman", email: "priya@msp.example", inactive: false },
      { id: "2", name: "Priya Raman", inactive: false },
    ];
    const { map } = assembleOfflineProposal({
      survey: aSurvey({ members: twins }),
      admins: ADMINS,
      teams: TEAMS,
    });
    expect(map.members.map((row) => row.admin?.id)).toEqual(["900", undefined]);
  });
});

describe("similarity", () => {
  it("knows the same name in other spelling, and different names", () => {
    expect(similarity("Help Desk", "helpdesk")).toBe(1);
    expect(similarity("Müller, Jörg", "Jorg Muller")).toBe(1);
    expect(similarity("Sales", "Managed Services")).toBeLessThan(0.6);
  });

  it("is symmetric and between 0 and 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const score = similarity(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBeCloseTo(score, 9);
      }),
    );
  });

  it("finds no best among none", () => {
    expect(bestMatch("x", [], String)).toBeUndefined();
  });
});

describe("the whole proposal", () => {
  it("is a valid map without errors, says what it guessed, and repeats itself exactly", async () => {
    const survey = aSurvey({
      customFields: [
        {
          id: "11",
          caption: "Vendor Ticket Number",
          object: "ticket",
          type: "Text",
          options: [],
          samples: ["A-1"],
        },
        {
          id: "21",
          caption: "Contract tier",
          object: "company",
          type: "Text",
          options: ["Gold", "Silver"],
          samples: [],
        },
        { id: "31", caption: "VIP", object: "contact", type: "Checkbox", options: [], samples: ["true"] },
      ],
    });
    const input = { survey, admins: ADMINS, teams: TEAMS };
    const { map, notes } = await makeOfflineProposer().propose(input);
    expect(fieldMap.parse(map)).toEqual(map);
    expect(validateMap(map, { ...input, existing: [] }).filter((one) => one.severity === "error")).toEqual(
      [],
    );
    expect(notes).toHaveLength(2);
    expect(assembleOfflineProposal(input).map).toEqual(map);
  });

  it("stays a valid map for hostile captions, samples and options", () => {
    const text = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 4 }),
        fc.array(text, { maxLength: 4 }),
        (caption, options, samples) => {
          const custom = ["company", "contact", "ticket"] as const;
          const customFields = custom.map((object, id) => ({
            id: String(id),
            object,
            caption,
            type: "Text",
            options,
            samples,
          }));
          const { map } = assembleOfflineProposal({
            survey: aSurvey({ customFields }),
            admins: ADMINS,
            teams: TEAMS,
          });
          expect(fieldMap.safeParse(map).success).toBe(true);
        },
      ),
    );
  });
});
