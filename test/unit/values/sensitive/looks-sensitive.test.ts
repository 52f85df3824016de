// What values give away, whatever their field is called.
import { describe, expect, it } from "vitest";
import {
  givesSecretAway,
  valueSensitivity,
} from "../../../../src/engine/values/sensitive/looks-sensitive.ts";

describe("values", () => {
  it.each([
    ["Hunter2!summer"],
    ["tG7xPq2LmZ9wBv4K"],
    ["Kennwort: Sommer"],
    ["ring the bell\npw = letmein"],
    ["user: admin / pass: letmein"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIE"],
    ["https://svc:letmein@nas.example/share"],
    ["otpauth://totp/x?secret=JBSWY3DPEHPK3PXP"],
    ["123456-234567-345678-456789-567890-678901-789012-890123"],
    ["VK7JG-NPHTM-C97JM-9MPGT-3V66T"],
  ])("that look like secrets are told: %s", (value) => {
    expect(valueSensitivity([value])).toBe("secret");
  });

  it.each([
    ["DE89 3704 0044 0532 0130 00"],
    ["4111 1111 1111 1111"],
    ["123-45-6789"],
    ["756.1234.5678.97"],
    ["12345678Z"],
  ])("that are numbers of persons or banks are told: %s", (value) => {
    expect(valueSensitivity([value])).toBe("personal");
  });

  it.each([
    [["DESKTOP-4F7K2Q", "NB-0042"]],
    [["carla@client.example", "https://acme.example/x?y=1#Z"]],
    [["Windows 11 Pro 23H2", "2024-03-04T14:05:00Z", "10.0.0.1"]],
    [["3f2504e0-4f89-11d3-9a0c-0305e82c3301", "C:\\Users\\Carla1"]],
    [["€12.50", "+44 20 7946 0958", "1,234.5", "50%"]],
    [["v2.1.0-RC1", "MacBookPro18,3", "PO#4711", "Q3/2024"]],
    [["DE89 3704 0044 0532 0130 01", "4111 1111 1111 1112"]],
    [["", "  "]],
    [["The password was reset", "He asked for a token"]],
  ])("that are ordinary stay so: %j", (values) => {
    expect(valueSensitivity(values)).toBeUndefined();
  });

  it("prove little where few of them look so, but where one gives a secret away", () => {
    expect(valueSensitivity(["Hunter2!summer", "blue", "green"])).toBeUndefined();
    expect(valueSensitivity(["Passwort: Sommer", "blue", "green"])).toBe("secret");
    expect(givesSecretAway("blue")).toBe(false);
  });
});
