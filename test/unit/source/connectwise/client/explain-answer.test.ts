// Each refusal of ConnectWise says what a person can do, and by its class what the program may do.
import { describe, expect, it } from "vitest";
import { AbortError, AskError, RetryError, SkipError } from "../../../../../src/engine/errors.ts";
import { explainAnswer } from "../../../../../src/engine/source/connectwise/client/explain-answer.ts";
import { explained } from "../../../../support/in-words.ts";

const answer = (status: number, body?: unknown, html = false) => ({
  status,
  headers: {},
  body,
  html,
  requestId: "r9",
});

describe("a refusal of ConnectWise", () => {
  it.each([
    [401, AskError, "credentials_refused"],
    [403, AskError, "right_missing"],
    [404, SkipError, "not_offered"],
    [405, SkipError, "not_offered"],
    [501, SkipError, "not_offered"],
    [301, AskError, "redirected"],
    [407, AskError, "proxy_answered"],
    [400, AbortError, "request_refused"],
    [500, RetryError, "server_trouble"],
    [408, RetryError, "server_trouble"],
  ] as const)("with status %i is a %o, %s", (status, kind, code) => {
    const error = explainAnswer(answer(status, { code: "X", message: "Because." }), "service/tickets");
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ code, requestId: "r9" });
    expect(explained(error).message).toMatch(/^[A-Z].*[.”]$/);
    expect(explained(error).remedy.length).toBeGreaterThan(20);
  });

  it("with status 404 says that a record is gone, and of a list only that this server lacks it", () => {
    expect(explainAnswer(answer(404), "service/tickets/17")).toMatchObject({ code: "not_found" });
    expect(explainAnswer(answer(404), "system/documents/5/download")).toMatchObject({ code: "not_found" });
    for (const list of ["service/tickets/17/allNotes", "service/tickets", "service/tickets/17/notes"]) {
      const error = explainAnswer(answer(404), list);
      expect(error).toMatchObject({ code: "not_offered" });
      expect(Object.values(explained(error)).join(" ")).not.toContain("deleted");
    }
  });

  it("with status 401 names both the keys and the client id", () => {
    const { remedy } = explained(explainAnswer(answer(401), "x"));
    expect(remedy).toContain("keys");
    expect(remedy).toContain("client id");
  });

  it("names the API host when the web client's address was given", () => {
    const error = explainAnswer(answer(403, { code: "Security", message: "SSL is required." }), "x");
    expect(error).toMatchObject({ code: "api_host_needed" });
    expect(explained(error).remedy).toContain("https://api-");
  });

  it("says that a proxy answered when a web page with 403 or 502 comes", () => {
    expect(explained(explainAnswer(answer(502, undefined, true), "x")).message).toContain("web page");
  });
});
