// The guide's small parts: suggestions, cells that run nothing, secrets that people typed into texts.
import { describe, expect, it } from "vitest";
import { mark } from "../../../src/engine/rebuild-guide/markdown.ts";
import { suggestStep, suggestTrigger } from "../../../src/engine/rebuild-guide/suggest-feature.ts";
import { maskSecrets } from "../../../src/engine/source/drop-secrets.ts";

describe("a suggestion", () => {
  it.each([
    ["Status has been: Waiting on Client for 2 days", "unresponsive"],
    ["SLA status: Resolve by, 30 minutes before", "SLA on the team"],
    ["New ticket with summary containing: Backup failed", "opens a new conversation"],
    ["Priority is changed to: Priority 1 - Critical", "Conversation data changed"],
    ["The moon is full", "no trigger"],
  ])("for “%s” names %s", (condition, expected) => {
    expect(suggestTrigger({ name: "x", condition })).toContain(expected);
  });

  it("warns of messages that reach customers, and keeps those to colleagues inside", () => {
    expect(suggestStep({ kind: "Email", to: "Contact", sets: {} })).toContain("really reaches them");
    expect(suggestStep({ kind: "Email", to: "Dispatch", sets: {} })).toContain("internal note");
    expect(suggestStep({ kind: "Update", sets: { boardStatus: "Closed" } })).toContain("Close");
    expect(suggestStep({ kind: "Play a tune", sets: {} })).toBe("to be rebuilt by hand");
  });
});

describe("customer text in Markdown", () => {
  it("stays on its line and brings no markup along", () => {
    expect(mark("a\n# b | <img src=x> [l](u) & `c`")).toBe(
      "a \\# b \\| \\<img src=x\\> \\[l\\](u) &amp; \\`c\\`",
    );
  });
});

describe("a secret in a text", () => {
  it.each([
    ["password: abc123, then go", "password: [dropped by Cutover], then go"],
    ["Passwort: abc123", "Passwort: [dropped by Cutover]"],
    ["PWD=abc123;user=x", "PWD=[dropped by Cutover];user=x"],
    ['{"token": "abc"}', '{"token": "[dropped by Cutover]"}'],
    ["Authorization: Bearer abcdefghij", "Authorization: Bearer [dropped by Cutover]"],
    [
      "see https://u:p@host/x?api_key=k&y=1",
      "see https://[dropped by Cutover]@host/x?api_key=[dropped by Cutover]&y=1",
    ],
  ])("is taken out of “%s”", (given, expected) => {
    expect(maskSecrets(given)).toBe(expected);
  });

  it("is not seen where there is none", () => {
    const text = "Please reset the password of the user and tell them.";
    expect(maskSecrets(text)).toBe(text);
  });
});
