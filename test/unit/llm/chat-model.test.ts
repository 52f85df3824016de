// A model behind the chat: what it is told, and what of its answer may reach a proposal.
import { expect, test } from "vitest";
import type { FieldMap } from "../../../src/engine/field-map/schema.ts";
import { assembleChanges, hidePeople } from "../../../src/llm/chat/ask-correction.ts";
import type { Correctable } from "../../../src/llm/chat/correction.ts";
import { makeUnderstand } from "../../../src/llm/chat/understand.ts";

const row = { confidence: 0.9, reason: "", origin: "offline", decided: false } as const;
const map: FieldMap = {
  version: 1,
  fields: [],
  statuses: [{ boardId: "1", statusId: "2", name: "Parked", state: "open", ...row }],
  boards: [{ boardId: "1", name: "Service Desk", migrate: true, team: null, ...row }],
  members: [{ memberId: "7", name: "Tom Okafor", admin: null, ...row }],
  policies: { existingContact: "fill", fallbackAdmin: null, snoozeDays: 7, includeInactiveContacts: true },
};
const about: Correctable = {
  map,
  admins: [{ id: "901", name: "Priya Raman" }],
  teams: [{ id: "801", name: "Service" }],
  captions: {},
};
const nothing = { statuses: [], boards: [], members: [], fields: [] };

test("people are signs to the model, whatever their names hold", () => {
  expect(hidePeople("give tom okafor's tickets to Priya Raman", about)).toBe("give M0's tickets to A0");
  const odd = { ...about, admins: [{ id: "1", name: "a.b(c" }] };
  expect(hidePeople("ask a.b(c", odd)).toBe("ask A0");
});

test("only ids that exist become changes", () => {
  const answer = {
    ...nothing,
    statuses: [
      { boardId: "1", statusId: "2", state: "snoozed" as const },
      { boardId: "9", statusId: "2", state: "closed" as const },
    ],
    boards: [
      { boardId: "1", action: "team" as const, teamId: "801" },
      { boardId: "1", action: "team" as const, teamId: "404" },
      { boardId: "404", action: "leave-out" as const, teamId: "" },
    ],
    members: [
      { member: "M0", admin: "A0" },
      { member: "M5", admin: "A0" },
      { member: "Tom Okafor", admin: "901" },
    ],
    fields: [{ id: "ticket:secret", action: "leave-out" as const }],
  };
  expect(assembleChanges(answer, about)).toEqual([
    { kind: "set-status", boardId: "1", statusId: "2", state: "snoozed" },
    { kind: "set-board-team", boardId: "1", team: { id: "801", name: "Service" } },
    { kind: "set-member-admin", memberId: "7", admin: { id: "901", name: "Priya Raman" } },
  ]);
});

test("a model is asked only where plain rules end, and may leave everything as it was", async () => {
  const change = { kind: "set-board-migrate", boardId: "1", migrate: false } as const;
  const asked: string[] = [];
  const understand = makeUnderstand({
    ask: async (text) => {
      asked.push(text);
      return text.includes("desk") ? { changes: [change], unclear: [] } : undefined;
    },
  });
  const load = async () => about;
  expect((await understand("close Parked", load)).kind).toBe("correction");
  expect(asked).toEqual([]);
  expect(await understand("our desk people want nothing of theirs over there", load)).toEqual({
    kind: "correction",
    correction: { changes: [change], unclear: [] },
  });
  expect((await understand("the weather is rather nice today", load)).kind).toBe("question");
});
