// A canary before a run: it learns how the workspace keeps things, is silent, and leaves nothing behind, whatever happens.
import { expect, it, vi } from "vitest";
import type { Habits } from "../../sandbox/intercom/habits.ts";
import type { AttributeDefinition } from "../../src/engine/model/desired.ts";
import { plainTextOf } from "../../src/engine/model/profile.ts";
import { describeOnOneDatabase } from "../support/database.ts";
import { intercomSpecExists, makeIntercomRequestValidator } from "../support/intercom-spec-validator.ts";
import { type CanaryDrill, startCanaryDrill } from "./canary-drill.ts";

const ATTRIBUTES: readonly AttributeDefinition[] = [
  { model: "conversation", name: "Text", type: "string", options: [] },
  { model: "conversation", name: "Whole", type: "integer", options: [] },
  { model: "conversation", name: "Part", type: "decimal", options: [] },
  { model: "conversation", name: "Yes", type: "boolean", options: [] },
  { model: "conversation", name: "When", type: "datetime", options: [] },
  { model: "conversation", name: "One", type: "list", options: ["A", "B"] },
  { model: "contact", name: "Office", type: "string", options: [] },
];

describeOnOneDatabase("a canary", (database) => {
  const drill = async (
    work: (drill: CanaryDrill) => Promise<void>,
    options?: Parameters<typeof startCanaryDrill>[1],
  ) => {
    const started = await startCanaryDrill(database(), options);
    try {
      await work(started);
    } finally {
      await started.stop();
    }
  };
  const isEmpty = ({ intercom }: CanaryDrill) => {
    const { conversations, contacts } = intercom.summary().counts;
    return conversations + contacts === 0;
  };

  it("learns that a clean workspace keeps times, words and files, and takes itself away", () =>
    drill(async (canary) => {
      const profile = await canary.ask();
      expect(profile).toMatchObject({
        times: { opening: true, contact: true, admin: true, note: true },
        texts: { opening: "kept", contact: "kept", admin: "kept", note: "kept" },
        asHtml: "escaped",
        files: { picture: { nameKept: true }, document: { place: "attachment", nameKept: true } },
        reopens: { reply: true },
        defaults: {},
        metricsRemain: true,
      });
      expect(profile.outbound).toBeUndefined();
      expect(isEmpty(canary)).toBe(true);
      expect(canary.intercom.notificationsSent).toBe(0);
    }));

  it.skipIf(!intercomSpecExists)("asks for nothing that Intercom's description does not know", () =>
    drill(async (canary) => {
      await canary.ask();
      for (const definition of ATTRIBUTES) {
        await canary.tools.destination.write({ kind: "create-attribute", definition });
      }
      await (await canary.late({ attributes: ATTRIBUTES })).end();
      const validator = makeIntercomRequestValidator();
      expect(canary.intercom.recorded.flatMap((one) => validator.checkRequest(one))).toEqual([]);
      expect(canary.intercom.recorded.length).toBeGreaterThan(25);
      expect(isEmpty(canary)).toBe(true);
    }),
  );

  it("stops where a bot answers at once", () =>
    drill(
      async (canary) => {
        await expect(canary.ask()).rejects.toMatchObject({ code: "outbound_detected", recovery: "abort" });
        expect(isEmpty(canary)).toBe(true);
      },
      { automations: true, mayNotify: true },
    ));

  it.each(["opening", "contact", "admin", "note"] as const)(
    "stops where the original time of %s is lost, and names whose",
    (author) =>
      drill(
        async (canary) => {
          const error = await canary.ask().catch((thrown: unknown) => thrown);
          expect(error).toMatchObject({ code: "times_not_kept", saying: { args: { of: [author] } } });
          expect(canary.kept[0]?.times).toMatchObject({ [author]: false });
          expect(isEmpty(canary)).toBe(true);
        },
        { habits: { ignoresTimesOf: [author] } },
      ),
  );

  it("stops where words are lost in whatever form they are sent", () =>
    drill(
      async (canary) => {
        const error = await canary.ask().catch((thrown: unknown) => thrown);
        const of = ["opening", "contact"];
        expect(error).toMatchObject({ code: "texts_not_kept", saying: { args: { of } } });
        expect(canary.kept[0]?.texts).toMatchObject({ opening: "tags-lost", contact: "tags-lost" });
        expect(isEmpty(canary)).toBe(true);
      },
      { habits: { stripsTagsFromText: true } },
    ));

  it("goes on where words are kept in another form, and says which", () =>
    drill(
      async (canary) => {
        const profile = await canary.ask();
        expect(profile.texts.contact).not.toBe("kept");
        expect(plainTextOf(profile)).toBe("html");
      },
      { habits: { takesTextAsHtml: true } },
    ));

  it.each<[string, Partial<Habits>, object]>([
    ["a default assignee", { defaultAssigneeId: "9002" }, { defaults: { adminId: "9002" } }],
    ["whoever replies as assignee", { assignsOnReply: true }, { assignedOnReply: "9001" }],
    ["altered names of files", { fileNames: "altered" }, { files: { document: { nameKept: false } } }],
    ["images in the text", { images: "body" }, { texts: { contact: "kept" } }],
    ["letters as named entities", { namedEntities: true }, { texts: { opening: "kept", note: "kept" } }],
    ["replies that reopen", { repliesReopenAsOpenParts: true }, { partTypes: { replyOnClosed: "open" } }],
    ["assignments that reopen", { assigningReopens: true }, { reopens: { assignment: true } }],
    ["assignments that don't", { assigningReopens: false }, { reopens: { assignment: false } }],
  ])("bears %s, and tells", (_what, habits, learned) =>
    drill(
      async (canary) => {
        expect(await canary.ask()).toMatchObject(learned);
        expect(isEmpty(canary)).toBe(true);
      },
      { habits },
    ),
  );

  it("notices beside the run what fires late, stops it once, and is gone at its end", () =>
    drill(async (canary) => {
      const fired: string[] = [];
      const late = await canary.late({ looksMs: [1, 2, 3, 4], onFired: ({ code }) => fired.push(code) });
      const [id = ""] = canary.intercom.state.conversations.keys();
      answerAsBot(canary, id);
      await expect(late.end()).rejects.toMatchObject({ code: "outbound_detected" });
      expect(fired).toEqual(["outbound_detected"]);
      expect(isEmpty(canary)).toBe(true);
    }));

  it.each<[string, string, (canary: CanaryDrill) => void]>([
    ["a seat is taken", "seat", ({ intercom }) => intercom.state.admins.delete("9002")],
    ["an attribute is archived", "attribute", ({ intercom }) => archive(intercom, "Text")],
    ["a second attribute of one name is made", "twin", ({ intercom }) => intercom.addTwinAttribute("Text")],
    [
      "a default assignee is set",
      "default",
      ({ intercom }) => intercom.setHabits({ defaultAssigneeId: "9003" }),
    ],
  ])("notices beside the run that %s, names it, and is gone at its end", (_what, what, change) =>
    drill(async (canary) => {
      for (const definition of ATTRIBUTES) {
        await canary.tools.destination.write({ kind: "create-attribute", definition });
      }
      const fired: unknown[] = [];
      const late = await canary.late({
        ...{ attributes: ATTRIBUTES, actorIds: ["9002"], looksMs: Array.from({ length: 400 }, () => 0) },
        onFired: ({ saying }) => fired.push(saying),
      });
      change(canary);
      await vi.waitFor(() => expect(fired).toHaveLength(1), { timeout: 20_000, interval: 20 });
      expect(fired).toMatchObject([{ code: "workspace_changed", args: { what } }]);
      await expect(late.end()).rejects.toMatchObject({ code: "workspace_changed", recovery: "ask" });
      expect(isEmpty(canary)).toBe(true);
    }),
  );

  it("tries every attribute, and learns how many parts each leaves", () =>
    drill(async (canary) => {
      for (const definition of ATTRIBUTES) {
        await canary.tools.destination.write({ kind: "create-attribute", definition });
      }
      const late = await canary.late({ attributes: ATTRIBUTES });
      expect(late.learned.lostAttributes).toEqual([]);
      expect(late.learned.partsPerAttribute).toBeTypeOf("number");
      await late.end();
      expect(isEmpty(canary)).toBe(true);
    }));

  it("stops where an attribute is refused, or was archived", () =>
    drill(async (canary) => {
      const error = await canary.late({ attributes: ATTRIBUTES }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "canary_refused", recovery: "ask" });
      expect(isEmpty(canary)).toBe(true);
    }));

  it.each([
    ["a conversation", "/conversations/\\d+$"],
    ["a contact", "/contacts/"],
  ])("says so with the ids where Intercom does not let it delete %s", (_what, path) =>
    drill(async (canary) => {
      const heal = canary.intercom.faults.inject({ kind: "status", method: "DELETE", path, status: 403 });
      const error = await canary.ask().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "canary_not_deleted", recovery: "ask" });
      const left = [...canary.intercom.state.contacts.keys(), ...canary.intercom.state.conversations.keys()];
      const said = JSON.stringify((error as { saying: unknown }).saying);
      for (const id of left) expect(said).toContain(id);
      heal();
      await canary.ask();
      expect(isEmpty(canary)).toBe(true);
    }),
  );

  it("is found and removed by the next start after a kill at any of its writes", () =>
    drill(async (canary) => {
      let leftBehind = 0;
      for (const writes of [0, 1, 2, 3, 5, 8, 12, 15]) {
        await expect(canary.ask(canary.dying(writes))).rejects.toThrow("killed");
        if (!isEmpty(canary)) leftBehind += 1;
      }
      expect(leftBehind).toBeGreaterThan(4);
      await canary.ask();
      expect(isEmpty(canary)).toBe(true);
    }));

  it("bears lost answers, cut connections and busy servers", () =>
    drill(async (canary) => {
      const { faults } = canary.intercom;
      faults.inject({ kind: "lost-answer", rate: 0.1 });
      faults.inject({ kind: "reset", rate: 0.1 });
      faults.inject({ kind: "status", status: 502, rate: 0.1 });
      const profile = await canary.ask();
      expect(profile.times).toEqual({ opening: true, contact: true, admin: true, note: true });
      faults.clear();
      await canary.ask();
      expect(isEmpty(canary)).toBe(true);
    }));
});

function archive({ state }: CanaryDrill["intercom"], name: string): void {
  const found = state.conversationAttributeByName.get(name);
  if (!found) throw new Error(`No attribute ${name}.`);
  found.archived = true;
  state.conversationAttributeByName.delete(name);
}

function answerAsBot({ intercom }: CanaryDrill, id: string): void {
  intercom.state.conversations.get(id)?.parts.push({
    ...{ id: "late", part_type: "comment", body: "<p>We will be back soon.</p>", state: "open" },
    ...{ created_at: intercom.state.now(), author: { type: "bot", id: "9000" } },
    ...{ assigned_to: null, attachments: [] },
  });
}
