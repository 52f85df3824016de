// Grades follow from counts, rights and odd cases, and each says why.
import { describe, expect, it } from "vitest";
import type { CustomFieldSurvey, OddCase, RightsReport } from "../../../../src/engine/model/survey.ts";
import { assembleEstimate } from "../../../../src/engine/stages/survey/estimate.ts";
import { assembleGrade, type GradeInput } from "../../../../src/engine/stages/survey/grade.ts";

const counts = { board: 4, member: 12, company: 80, contact: 2_000, ticket: 20_000, timeEntry: 30_000 };
const rights = (level: "All" | "My" | "None" = "All", module = "Contacts"): RightsReport => ({
  modules: [
    { module: "Service tickets", level: "All", needed: "All", enough: true },
    { module, level, needed: "All", enough: level === "All" },
  ],
});
const field = (id: string, more: Partial<CustomFieldSurvey> = {}): CustomFieldSurvey => ({
  id,
  caption: `Field ${id}`,
  object: "ticket",
  type: "Text",
  options: [],
  fillRate: 0.5,
  samples: ["x"],
  ...more,
});
const input = (more: Partial<GradeInput> = {}): GradeInput => {
  const these = more.counts ?? counts;
  return {
    counts: these,
    rights: rights(),
    boards: [{ id: "1", name: "Help Desk", tickets: 20_000, readable: true }],
    customFields: [field("1"), field("2")],
    oddCases: [],
    estimate: assembleEstimate({
      counts: these,
      notesPerTicket: true,
      averageNotes: 4,
      mergedShare: 0.02,
      filledCustomFields: 2,
    }),
    ...more,
  };
};
const axis = (name: string, more: Partial<GradeInput> = {}) =>
  assembleGrade(input(more)).axes.find((one) => one.axis === name);
const oddCase = (code: string, count: number): OddCase => ({ code, count, sentence: "" });

describe("the grade of a source", () => {
  it("is an A for a tidy desk with all rights", () => {
    const { overall, axes } = assembleGrade(input());
    expect(overall).toBe("A");
    expect(axes.map(({ axis: name }) => name)).toEqual(["objects", "fields", "timeline", "api", "volume"]);
    for (const { reason } of axes) expect(reason).toMatch(/^[A-Z0-9].*\.$/);
  });

  it("falls on objects with the share of records that need a rule", () => {
    expect(axis("objects", { oddCases: [oddCase("contacts_without_email", 600)] })?.grade).toBe("C");
    expect(axis("objects", { oddCases: [oddCase("tickets_without_contact", 16_000)] })?.grade).toBe("F");
    expect(axis("objects", { counts: { ...counts, ticket: 0 } })?.grade).toBe("F");
  });

  it("falls on fields when texts are too long for an attribute, and fails when there are too many", () => {
    const long = field("3", { samples: ["y".repeat(300)] });
    expect(axis("fields", { customFields: [field("1"), field("2"), long] })?.grade).toBe("C");
    const many = Array.from({ length: 230 }, (_, at) => field(String(at)));
    expect(axis("fields", { customFields: many })?.grade).toBe("F");
    expect(axis("fields", { customFields: many.map((one) => ({ ...one, fillRate: 0 })) })?.grade).toBe("A");
  });

  it("names the right that is short, and fails when tickets, contacts or companies can't be read", () => {
    const short = axis("api", { rights: rights("My", "Time entries") });
    expect(short?.grade).toBe("D");
    expect(short?.reason).toContain("Time entries (My)");
    expect(axis("api", { rights: rights("None") })?.grade).toBe("F");
    const closed = axis("api", { boards: [{ id: "2", name: "Sales", tickets: 0, readable: false }] });
    expect(closed?.grade).toBe("C");
    expect(closed?.reason).toContain("“Sales”");
  });

  it("is never more than one above the worst axis", () => {
    expect(assembleGrade(input({ rights: rights("None") })).overall).toBe("D");
    expect(assembleGrade(input({ rights: rights("My") })).overall).toBe("C");
  });

  it("says of more than two million records that they are scoped individually", () => {
    const huge = { ...counts, ticket: 1_500_000, timeEntry: 900_000 };
    const volume = axis("volume", { counts: huge });
    expect(volume?.grade).toBe("F");
    expect(volume?.reason).toContain("scoped individually");
  });
});
