// The default map: the mapping table for standard fields, complete lists, and a map that passes its own checks.
import { describe, expect, it } from "vitest";
import {
  assembleDefaultMap,
  attributesOfMap,
  fieldMap,
  validateMap,
} from "../../../src/engine/field-map/index.ts";
import { ADMINS, aSurvey, TEAMS } from "../../support/builders.ts";

const map = assembleDefaultMap(aSurvey(), ADMINS, TEAMS);
const definitions = attributesOfMap(map);
const typeOf = (model: string, name: string) =>
  definitions.find((one) => one.model === model && one.name === name)?.type;

describe("the default map", () => {
  it("is a valid document without errors against both sides", () => {
    expect(fieldMap.parse(map)).toEqual(map);
    const around = { survey: aSurvey(), admins: ADMINS, teams: TEAMS, existing: [] };
    expect(validateMap(map, around).filter((issue) => issue.severity === "error")).toEqual([]);
  });

  it("has the mapping table's names and types", () => {
    expect(typeOf("conversation", "SLA_Tier__c")).toBe("list");
    expect(typeOf("conversation", "SLA_Breach_Time__c")).toBe("datetime");
    expect(typeOf("conversation", "SLA_Business_Hours__c")).toBe("boolean");
    expect(typeOf("conversation", "Billable_Hours__c")).toBe("decimal");
    expect(typeOf("conversation", "Priority__c")).toBe("list");
    expect(typeOf("conversation", "Source_Ticket_ID__c")).toBe("string");
    expect(typeOf("contact", "Source_Contact_ID__c")).toBe("string");
    expect(typeOf("contact", "Source_Company_ID__c")).toBe("string");
    for (const model of ["contact", "conversation"]) {
      expect(typeOf(model, "Source_System__c")).toBe("string");
      expect(typeOf(model, "Original_Create_Date__c")).toBe("datetime");
      expect(typeOf(model, "Source_Last_Modified__c")).toBe("datetime");
    }
  });

  it("uses no name on contacts and companies both", () => {
    const names = (model: string) => definitions.filter((one) => one.model === model).map((one) => one.name);
    expect(names("company").filter((name) => names("contact").includes(name))).toEqual([]);
  });

  it("offers every priority and SLA of the survey in its lists", () => {
    const options = (name: string) => definitions.find((one) => one.name === name)?.options;
    expect(options("Priority__c")).toEqual(["Priority 1 - Critical", "Priority 3 - Normal Response"]);
    expect(options("SLA_Tier__c")).toEqual(["Gold 24x7", "Silver"]);
  });

  it("matches boards by their very name, members by e-mail, and leaves unreadable boards", () => {
    expect(map.boards[0]).toMatchObject({ team: { id: "70", name: "Help Desk" }, decided: true });
    expect(map.members.map((row) => row.admin?.id)).toEqual(["900", undefined]);
    const locked = aSurvey({ boards: [{ id: "9", name: "HR", tickets: 0, readable: false }] });
    expect(assembleDefaultMap(locked, ADMINS, TEAMS).boards[0]?.migrate).toBe(false);
  });
});
