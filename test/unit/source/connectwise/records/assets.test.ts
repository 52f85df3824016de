// Configurations, agreements and projects as they cross the border: odd rows, missing parts, secrets.
import { describe, expect, it } from "vitest";
import { dropNulls } from "../../../../../src/engine/source/connectwise/client/border.ts";
import {
  mapAgreement,
  mapConfiguration,
  mapProject,
} from "../../../../../src/engine/source/connectwise/records/map-assets.ts";
import {
  additionRow,
  agreementRow,
  configurationRow,
  phaseRow,
  projectRow,
} from "../../../../../src/engine/source/connectwise/records/schema-assets.ts";

const configuration = (row: object) => mapConfiguration(configurationRow.parse(dropNulls({ id: 5, ...row })));

describe("a configuration", () => {
  it("needs nothing but its id", () => {
    expect(configuration({})).toEqual({
      id: "5",
      name: "Configuration 5",
      active: true,
      questions: [],
      customFields: [],
    });
  });

  it("keeps answered questions in their order, whatever type the answer has", () => {
    const { questions } = configuration({
      questions: [
        { question: "Second", answer: 12, fieldType: "Number", sequenceNumber: 2 },
        { question: "First", answer: true, fieldType: "Checkbox", sequenceNumber: 1 },
        { question: "Never answered", answer: null, fieldType: "Text", sequenceNumber: 3 },
        { question: "Odd", answer: { nested: "x" }, fieldType: "Text", sequenceNumber: 4 },
      ],
    });
    expect(questions).toEqual([
      { question: "First", answer: "true" },
      { question: "Second", answer: "12" },
    ]);
  });

  it.each([
    ["Anything", "Password"],
    ["BIOS password", "Text"],
    ["Door_Code", "Text"],
    ["SafeCombination", "Text"],
    ["WLAN-Schlüssel", "Text"],
    ["Kennwort des Admins", "Text"],
    ["Door PIN", "Number"],
    ["API key of the firewall", "TextArea"],
    ["WLAN passphrase", null],
  ])("drops the answer to “%s” of type %s", (question, fieldType) => {
    const asked = [{ question, fieldType, answer: "s3cret" }];
    expect(JSON.stringify(configuration({ questions: asked }))).not.toContain("s3cret");
  });

  it("keeps none of the fields that are not asked for, such as links with a login in them", () => {
    const row = { managementLink: "https://u:s3cret@rmm", remoteLink: "x", vendorNotes: "y" };
    expect(Object.keys(configuration(row)).sort()).toEqual([
      "active",
      "customFields",
      "id",
      "name",
      "questions",
    ]);
  });

  it("was last seen when it was updated or backed up, whichever is later, and has no parent 0", () => {
    const seen = configuration({
      lastBackupDate: "2026-02-01T00:00:00Z",
      parentConfigurationId: 0,
      _info: { lastUpdated: "2026-01-01T00:00:00Z" },
    });
    expect(seen).toMatchObject({ lastSeen: "2026-02-01T00:00:00Z", lastUpdated: "2026-01-01T00:00:00Z" });
    expect(seen).not.toHaveProperty("parentConfigurationId");
    expect(seen).not.toHaveProperty("lastBackupDate");
  });
});

describe("an agreement", () => {
  it("that never ends has no end, whatever date the row carries", () => {
    const row = agreementRow.parse({ id: 7, endDate: "2027-01-01", noEndingDateFlag: true });
    expect(mapAgreement(row, [])).toEqual({ id: "7", name: "Agreement 7", cancelled: false, additions: [] });
  });

  it("names its additions by product, else by description, and knows the cancelled ones", () => {
    const rows = [
      { id: 1, product: { id: 3, identifier: "SEAT" }, quantity: 2, unitPrice: 10 },
      { id: 2, description: "Backup", cancelledDate: "2025-01-01T00:00:00Z" },
      { id: 3 },
    ].map((row) => additionRow.parse(row));
    expect(mapAgreement(agreementRow.parse({ id: 7 }), rows).additions).toEqual([
      { id: "1", product: "SEAT", quantity: 2, unitPrice: 10, cancelled: false },
      { id: "2", product: "Backup", cancelled: true },
      { id: "3", product: "Addition 3", cancelled: false },
    ]);
  });
});

describe("a project", () => {
  it("has phases with their place and milestones", () => {
    const phases = [
      { id: 1, description: "Pilot", wbsCode: "2", markAsMilestoneFlag: true, parentPhase: { id: 9 } },
    ];
    const project = mapProject(
      projectRow.parse({ id: 4, status: { id: 2, name: "Closed" }, closedFlag: true }),
      phases.map((row) => phaseRow.parse(row)),
    );
    expect(project).toEqual({
      id: "4",
      name: "Project 4",
      status: "Closed",
      closed: true,
      phases: [{ id: "1", name: "Pilot", wbsCode: "2", milestone: true, parentPhaseId: "9" }],
    });
  });
});
