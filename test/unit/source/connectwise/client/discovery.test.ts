// What people type as their site, as the address of the API.
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../../src/engine/errors.ts";
import { readSite } from "../../../../../src/engine/source/connectwise/client/discovery.ts";

describe("the site", () => {
  it.each([
    ["na.myconnectwise.net", "https://api-na.myconnectwise.net"],
    ["https://API-EU.myconnectwise.net/v4_6_release/", "https://api-eu.myconnectwise.net"],
    [" https://psa.msp.example/login ", "https://psa.msp.example"],
    ["psa.msp.example:8443", "https://psa.msp.example:8443"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  ])("%s is %s", (typed, site) => {
    expect(readSite(typed)).toBe(site);
  });

  it.each(["", "ftp://x.example", "not a site", "https://user:secret@x.example"])(
    "%s is refused",
    (typed) => {
      expect(() => readSite(typed)).toThrow(InputError);
    },
  );

  it("never repeats what was typed, which may hold a password", () => {
    expect(() => readSite("https://user:secret@x.example")).toThrow(/^(?!.*secret)/);
  });
});
