// Companies and contacts: native fields, attributes of both, and what can't be kept.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  transformCompany,
  transformContact,
  whyContactLeftOut,
} from "../../../src/engine/transform/index.ts";
import { aCompany, aContact, aContext, aFieldMap } from "../../support/builders.ts";

describe("a company", () => {
  it("is upserted by its ConnectWise id, with its attributes", () => {
    expect(transformCompany(aCompany(), aContext())).toMatchObject({
      companyId: "connectwise:5",
      name: "Acme Dental",
      website: "https://acme.example",
      attributes: { Account_Source_ID__c: "5", Account_Other_Sites__c: "Warehouse: 2 Dock Rd, Tacoma" },
      alterations: [],
    });
  });
});

describe("a contact", () => {
  it("carries its own and its company's fields", () => {
    const desired = transformContact(aContact(), aContext());
    expect(desired).toMatchObject({
      externalId: "connectwise:20",
      email: "ada@acme.example",
      name: "Ada Jones",
      companies: [{ type: "company", id: "5" }],
    });
    expect(desired.attributes).toMatchObject({
      Source_Contact_ID__c: "20",
      Source_Company_ID__c: "5",
      Company_Name__c: "Acme Dental",
      Territory__c: "Seattle",
      Title__c: "Office Manager",
      Other_Sites__c: "Warehouse: 2 Dock Rd, Tacoma",
    });
  });

  it("moves without an e-mail, and says when an address is none", () => {
    const { email, ...rest } = aContact();
    expect(email).toBeDefined();
    expect(transformContact(rest, aContext())).not.toHaveProperty("email");
    const odd = transformContact(aContact({ email: "call me" }), aContext());
    expect(odd.alterations).toContainEqual(expect.objectContaining({ field: "email", what: "dropped" }));
  });

  it("is left out when another contact with its e-mail stands for it, or by policy", () => {
    const shared = aContext({ canonicalContact: () => "20" });
    const into = { type: "contact", id: "20" };
    expect(whyContactLeftOut(aContact({ id: "21" }), shared)).toEqual({ why: "merged", into });
    expect(whyContactLeftOut(aContact({ id: "20" }), shared)).toBeUndefined();
    const map = aFieldMap();
    const strict = { ...map, policies: { ...map.policies, includeInactiveContacts: false } };
    expect(whyContactLeftOut(aContact({ inactive: true }), aContext({ map: strict }))).toEqual({
      why: "inactive",
    });
    expect(whyContactLeftOut(aContact({ inactive: true }), aContext())).toBeUndefined();
  });

  it("never throws, whatever its texts", () => {
    const text = fc.string({ unit: "binary", maxLength: 300 });
    const context = aContext();
    fc.assert(
      fc.property(text, text, text, (name, email, phone) => {
        const desired = transformContact(aContact({ firstName: name, email, phone, title: phone }), context);
        expect(JSON.stringify(desired).isWellFormed()).toBe(true);
        expect(
          JSON.stringify(transformCompany(aCompany({ name, website: email }), context)).isWellFormed(),
        ).toBe(true);
      }),
    );
  });
});
