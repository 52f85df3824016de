// What hangs around tickets: configurations and agreements on contacts, projects and configurations on conversations.
import { describe, expect, it } from "vitest";
import {
  transformContact,
  transformConversation,
  transformTicket,
} from "../../../src/engine/transform/index.ts";
import {
  aConfiguration,
  aContact,
  aContext,
  anAgreement,
  aProject,
  aTicket,
} from "../../support/builders.ts";

const withConfigurations = (...configurations: readonly Parameters<typeof aConfiguration>[0][]) =>
  aContext({ configurationsOf: (id) => (id === "20" ? configurations.map(aConfiguration) : []) });

describe("a contact's configurations", () => {
  it("become type, serial number and the day they were last seen", () => {
    const { attributes, alterations } = transformContact(aContact(), withConfigurations({}));
    expect(attributes).toMatchObject({
      Configuration_Type__c: "Managed Workstation",
      Configuration_Serial__c: "SN100",
      Configuration_Last_Seen__c: "2025-11-05T06:00:00Z",
    });
    expect(alterations).toEqual([]);
  });

  it("are joined by commas, each type once, those in use first, and the newest day counts", () => {
    const context = withConfigurations(
      { id: "1", serialNumber: "OLD", active: false, configurationType: { id: "9", name: "Printer" } },
      { id: "2", serialNumber: "NEW", lastSeen: "2025-12-24T00:00:00Z" },
      { id: "3", serialNumber: "  " },
    );
    expect(transformContact(aContact(), context).attributes).toMatchObject({
      Configuration_Type__c: "Managed Workstation, Printer",
      Configuration_Serial__c: "NEW, OLD",
      Configuration_Last_Seen__c: "2025-12-24T00:00:00Z",
    });
  });

  it("are listed as altered when they are too many for an attribute", () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ id: String(at), serialNumber: `SERIAL-${at}` }));
    const { attributes, alterations } = transformContact(aContact(), withConfigurations(...many));
    expect(String(attributes.Configuration_Serial__c)).toHaveLength(255);
    expect(alterations).toEqual([
      expect.objectContaining({ field: "attributes.Configuration_Serial__c", what: "truncated" }),
    ]);
  });

  it("leave no attribute where there is none", () => {
    const { attributes } = transformContact(aContact(), aContext());
    expect(Object.keys(attributes).filter((name) => /Configuration|Agreement/.test(name))).toEqual([]);
  });
});

describe("a company's agreements", () => {
  const context = (...agreements: readonly Parameters<typeof anAgreement>[0][]) =>
    aContext({ agreementsOf: (id) => (id === "5" ? agreements.map(anAgreement) : []) });

  it("stand on its contacts with type, dates, service level and the amount as text", () => {
    expect(transformContact(aContact(), context({})).attributes).toMatchObject({
      Agreement_Type__c: "Managed Services - Gold",
      Agreement_Start_Date__c: "2024-01-01T00:00:00Z",
      Agreement_End_Date__c: "2027-01-01T00:00:00Z",
      Agreement_SLA_Tier__c: "Gold 24x7",
      Agreement_Amount__c: "5,220.00 (Monthly); 2 additions, 3,000.00",
    });
  });

  it("are one that counts, the newest in force, and the others as text", () => {
    const { attributes } = transformContact(
      aContact(),
      context(
        { id: "70", name: "Old one", startDate: "2025-06-01T00:00:00Z", status: "Expired" },
        { id: "71", name: "Current", agreementType: { id: "6", name: "Silver" } },
        { id: "72", name: "Stopped", startDate: "2025-07-01T00:00:00Z", cancelled: true },
      ),
    );
    expect(attributes.Agreement_Type__c).toBe("Silver");
    expect(attributes.Other_Agreements__c).toBe(
      "Stopped (2025-07-01 to 2027-01-01, Cancelled); Old one (2025-06-01 to 2027-01-01, Expired)",
    );
  });

  it("have no end where they never end", () => {
    const { endDate: _, ...endless } = anAgreement();
    const { attributes } = transformContact(aContact(), aContext({ agreementsOf: () => [endless] }));
    expect(attributes).not.toHaveProperty("Agreement_End_Date__c");
  });

  it("stand on the contact that stands in for a missing one, too", () => {
    const bundle = aTicket().build();
    const { contact: _, ...ticket } = bundle.ticket;
    expect(transformTicket({ ...bundle, ticket }, context({})).placeholder?.attributes).toMatchObject({
      Agreement_Type__c: "Managed Services - Gold",
    });
  });
});

describe("a ticket", () => {
  it("names its project with phase and number, completed where the ticket has the id only", () => {
    const bundle = aTicket({
      recordType: "ProjectTicket",
      project: { id: "40" },
      phase: { id: "401", name: "Pilot" },
      wbsCode: "2.1",
    }).build();
    const { attributes } = transformConversation(bundle, aContext({ projects: [aProject()] }));
    expect(attributes).toMatchObject({
      Project__c: "Office move (40)",
      Project_ID__c: "40",
      Project_Phase__c: "Pilot",
      Project_WBS_Code__c: "2.1",
    });
  });

  it("has an internal note of the configurations that hang on it, escaped", () => {
    const configurations = [aConfiguration({ name: "<b>WS</b>-1" })];
    const { parts } = transformConversation(
      { ...aTicket().withNotes(2).build(), configurations },
      aContext(),
    );
    const note = parts.find(({ key }) => key === "configurations");
    expect(note).toMatchObject({ messageType: "note" });
    expect(note?.body).toContain("&lt;b&gt;WS&lt;/b&gt;-1, Managed Workstation, serial number SN100");
  });

  it("says the same of a configuration that only reported again", () => {
    const noteOf = (lastSeen: string) =>
      transformConversation(
        { ...aTicket().build(), configurations: [aConfiguration({ lastSeen, lastUpdated: lastSeen })] },
        aContext(),
      ).parts.find(({ key }) => key === "configurations");
    expect(noteOf("2025-11-01T00:00:00Z")).toEqual(noteOf("2025-12-01T00:00:00Z"));
  });

  it("has no such note without configurations", () => {
    const { parts } = transformConversation(aTicket().build(), aContext());
    expect(parts.map(({ key }) => key)).not.toContain("configurations");
  });
});
