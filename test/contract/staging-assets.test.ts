// Configurations in the staged extract: by the contact that uses them, and on the tickets that they hang on.
import { expect, it } from "vitest";
import { contextOf, loadContacts, loadContextBase } from "../../src/engine/desired/context.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import type { SourceStaging } from "../../src/engine/store/repositories.ts";
import { transformContact } from "../../src/engine/transform/index.ts";
import {
  ADMINS,
  aCompany,
  aConfiguration,
  aContact,
  aFieldMap,
  anAgreement,
  aProject,
  aTicket,
  RUN_AT,
  TEAMS,
} from "../support/builders.ts";
import { describeOnEachStore } from "../support/database.ts";
import { createMemoryStaging } from "../support/memory-staging.ts";

const AT = new Date("2026-01-01T00:00:00Z");

const stores = { memory: createMemoryStaging, database: makeStaging };

describeOnEachStore<SourceStaging>("staged configurations", stores, (store) => {
  it("are found by their contact in the order of their ids, without deleted ones", async () => {
    const staging = store();
    const { contact: _, ...alone } = aConfiguration({ id: "9" });
    const of20 = ["10", "2", "3"].map((id) => aConfiguration({ id }));
    const of21 = aConfiguration({ id: "4", contact: { id: "21" } });
    await staging.putRecords("m1", "configuration", [...of20, of21, alone], AT);
    await staging.markDeleted("m1", [{ type: "configuration", id: "3" }], AT);
    const found = await staging.loadConfigurationsOf("m1", ["20", "21", "22"]);
    expect([...found].map(([contact, own]) => [contact, own.map(({ id }) => id)])).toEqual(
      expect.arrayContaining([
        ["20", ["2", "10"]],
        ["21", ["4"]],
      ]),
    );
    expect(found.size).toBe(2);
    expect(await staging.loadConfigurationsOf("m1", [])).toEqual(new Map());
    expect(await staging.loadConfigurationsOf("m2", ["20"])).toEqual(new Map());
  });

  it("come with the tickets that they hang on; a link to a deleted one is no link", async () => {
    const staging = store();
    const { ticket } = aTicket().build();
    await staging.putRecords("m3", "ticket", [ticket, { ...ticket, id: "1001" }], AT);
    await staging.putRecords("m3", "configuration", [aConfiguration()], AT);
    const links = [
      { id: "1000", configurationIds: ["5000", "5999"] },
      { id: "1001", configurationIds: ["5999"] },
    ];
    await staging.putRecords("m3", "ticketConfigurations", links, AT);
    const [first, second] = await staging.loadBundles("m3", ["1000", "1001"]);
    expect(first?.configurations).toEqual([aConfiguration()]);
    expect(second).not.toHaveProperty("configurations");
  });

  it("of contacts that share an e-mail stand on the one that stands for them, with its company's agreement", async () => {
    const staging = store();
    await staging.putRecords("m4", "company", [aCompany()], AT);
    await staging.putRecords("m4", "contact", [aContact(), aContact({ id: "21" })], AT);
    const used = [
      aConfiguration(),
      aConfiguration({ id: "5001", serialNumber: "SN200", contact: { id: "21" } }),
    ];
    await staging.putRecords("m4", "configuration", used, AT);
    await staging.putRecords("m4", "agreement", [anAgreement()], AT);
    await staging.putRecords("m4", "project", [aProject()], AT);
    const base = await loadContextBase({
      staging,
      migrationId: "m4",
      map: aFieldMap(),
      sourceSystem: "connectwise",
      admins: ADMINS,
      teams: TEAMS,
      workspaceAdminId: "900",
      runAt: RUN_AT,
    });
    const records = await loadContacts(base, ["20"]);
    const desired = transformContact(aContact(), contextOf(base, records));
    expect(desired.attributes).toMatchObject({
      Configuration_Serial__c: "SN100, SN200",
      Agreement_Type__c: "Managed Services - Gold",
    });
    expect(base.context.projectById.get("40")?.name).toBe("Office move");
  });
});
