// Who is who, what was asked, what a menu means, and texts within limits.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clip, escapeMrkdwn, joinWithin } from "../../../src/bot/blocks/limits.ts";
import { certainRows, doubtfulRows } from "../../../src/bot/cards/map-rows.ts";
import { parseClickValue, parseRowChoice, printRowChoice } from "../../../src/bot/conversation/action-ids.ts";
import { assembleChanges } from "../../../src/bot/conversation/map-choice.ts";
import { parseIncoming } from "../../../src/bot/listeners/incoming.ts";
import { parseQuestion } from "../../../src/bot/listeners/parse-question.ts";
import { createKeyedMutex } from "../../../src/bot/slack/keyed-mutex.ts";
import { type RoleFacts, resolveRole } from "../../../src/bot/slack/roles.ts";
import { applyChange } from "../../../src/engine/field-map/change.ts";
import { en } from "../../../src/words/en.ts";
import * as models from "../bot/cards/read-models.ts";

describe("roles by (team, user)", () => {
  const dana = { team: "TC", user: "U1" };
  const alex = { team: "TH", user: "U2" };
  const known = { teamId: "TC", isStranger: false, isRestricted: false };
  const base = { actor: dana, person: known, homeTeam: "TH", customer: dana, accountManagers: [alex] };
  const role = (facts: Partial<RoleFacts>) => resolveRole({ ...base, ...facts }, en).role;

  test("the same user id in another team is another person", () => {
    expect(role({})).toBe("customer");
    expect(role({ actor: { ...dana, team: "TX" } })).toBe("stranger");
    expect(role({ actor: { ...alex, team: "TC" } })).toBe("observer");
    expect(role({ actor: alex })).toBe("account-manager");
  });

  test("colleagues of the customer and of the app's team observe; others are strangers", () => {
    expect(role({ actor: { team: "TC", user: "U9" } })).toBe("observer");
    expect(role({ actor: { team: "TH", user: "U9" } })).toBe("observer");
    expect(role({ actor: { team: "TX", user: "U9" } })).toBe("stranger");
  });

  test("before a customer is named, anybody but strangers and guests may become it", () => {
    const other = { actor: { team: "TX", user: "U9" }, customer: null } as const;
    expect(role(other)).toBe("observer");
    expect(role({ ...other, person: { ...known, isStranger: true } })).toBe("stranger");
    expect(role({ ...other, person: { ...known, isRestricted: true } })).toBe("stranger");
    expect(role({ ...other, person: undefined })).toBe("stranger");
  });
});

describe("questions", () => {
  test.each([
    ["<@U0> where are we?", { about: "status" }],
    ["status", { about: "status" }],
    ["Where is ticket #123456?", { about: "ticket", ticketId: "123456" }],
    ["where 42", { about: "ticket", ticketId: "42" }],
    ["", { about: "start" }],
    ["hello there", { about: "start" }],
    ["help", { about: "help" }],
    ["start", { about: "start" }],
    ["what failed and why?", { about: "exceptions" }],
    ["I approve the plan, roll it out", { about: "unknown" }],
  ])("%j", (text, question) => {
    expect(parseQuestion(text)).toEqual(question);
  });

  test("any text is one of them, quickly", () => {
    fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => Boolean(parseQuestion(text).about)));
  });
});

describe("what comes over the wire", () => {
  test("a damaged or foreign value of a button is none", () => {
    for (const value of [undefined, "", "{", "[]", '{"m":"1","s":"nowhere"}', '{"m":"1","s":"terms","x":1}'])
      expect(parseClickValue(value)).toBeUndefined();
    expect(parseClickValue('{"m":"1","s":"terms","h":"x"}')).toEqual({ m: "1", s: "terms", h: "x" });
  });

  test("any payload is either understood or left alone", () => {
    fc.assert(
      fc.property(fc.object(), (body) => {
        const incoming = parseIncoming(body);
        return incoming === undefined || typeof incoming.key === "string";
      }),
    );
  });

  test("the same click has one key, another click another", () => {
    const click = (ts: string) =>
      parseIncoming({
        type: "block_actions",
        user: { id: "U1", team_id: "T1" },
        team: { id: "T0" },
        container: { message_ts: "1.1" },
        actions: [{ action_id: "terms.agree", action_ts: ts }],
      })?.key;
    expect(click("1")).toBe(click("1"));
    expect(click("1")).not.toBe(click("2"));
  });
});

describe("the map's menus", () => {
  const map = models.aFieldMap(models.ordinary);
  const around = {
    map,
    revision: 3,
    admins: models.admins(models.ordinary),
    teams: models.teams(models.ordinary),
    defaults: map.fields,
  };
  const row = (k: "status" | "board" | "member" | "field", c: string, r = 3) => ({ r, k, i: 0, c });

  test.each([
    [row("status", "closed"), (after: typeof map) => after.statuses[0]?.state, "closed"],
    [row("board", "leave"), (after: typeof map) => after.boards[0]?.migrate, false],
    [row("board", "none"), (after: typeof map) => after.boards[0]?.team, null],
    [row("board", "team:801"), (after: typeof map) => after.boards[0]?.team?.id, "801"],
    [row("member", "admin:902"), (after: typeof map) => after.members[0]?.admin?.id, "902"],
    [row("member", "fallback"), (after: typeof map) => after.members[0]?.admin, null],
    [row("field", "note"), (after: typeof map) => after.fields[0]?.target, { kind: "note" }],
    [row("field", "drop"), (after: typeof map) => after.fields[0]?.target, null],
  ])("$k → $c changes that row", (choice, look, expected) => {
    const changes = assembleChanges(around, choice);
    expect(look((changes ?? []).reduce(applyChange, map))).toEqual(expected);
  });

  test("a field that was left out becomes its attribute again, whatever was chosen before", () => {
    const usual = map.fields[0]?.target;
    for (const [first, then] of [
      ["drop", "attribute"],
      ["note", "attribute"],
    ] as const) {
      const once = (assembleChanges(around, row("field", first)) ?? []).reduce(applyChange, map);
      expect(once.fields[0]?.target).not.toEqual(usual);
      const again = assembleChanges({ ...around, map: once }, row("field", then)) ?? [];
      expect(again.reduce(applyChange, once).fields[0]?.target).toEqual(usual);
    }
  });

  test("a menu of an older map, and a choice that was never offered, change nothing", () => {
    expect(assembleChanges(around, row("status", "closed", 2))).toBeNull();
    expect(assembleChanges(around, row("member", "admin:1"))).toBeNull();
    expect(assembleChanges(around, { ...row("board", "none"), i: 99 })).toBeNull();
  });

  test("every row is either asked about or listed, and none twice", () => {
    const rows = [...doubtfulRows(map), ...certainRows(map)].map(({ kind, index }) => `${kind}${index}`);
    const all = map.fields.length + map.statuses.length + map.boards.length + map.members.length;
    expect(new Set(rows).size).toBe(all);
    expect(rows).toHaveLength(all);
  });

  test("a choice survives its way through Slack", () => {
    const choice = { r: 12, k: "board", i: 7, c: "team:a|b" } as const;
    expect(parseRowChoice(printRowChoice(choice))).toEqual(choice);
    expect(parseRowChoice("x|board|1|none")).toBeUndefined();
  });
});

describe("texts", () => {
  test("are clipped within the limit, never inside a character, and never empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const clipped = clip(text, max);
        expect(clipped.length).toBeGreaterThan(0);
        expect(clipped.length).toBeLessThanOrEqual(Math.max(1, max));
        expect(/[\ud800-\udbff](?![\udc00-\udfff])/.test(clipped.replace(/…$/, ""))).toBe(
          /[\ud800-\udbff](?![\udc00-\udfff])/.test(text.trim().slice(0, clipped.length)) &&
            !clipped.endsWith("…"),
        );
      }),
    );
  });

  test("from data never open a tag in mrkdwn", () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>]/.test(escapeMrkdwn(text))));
  });

  test("are joined by whole lines", () => {
    expect(joinWithin(["aaa", "bbb", "ccc"], 8)).toBe("aaa\nbbb");
  });
});

test("one thing at a time for each key, in order, though one fails", async () => {
  const withLock = createKeyedMutex();
  const done: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = withLock("a", async () => {
    await gate;
    done.push("a1");
    throw new Error("a1 failed");
  });
  const second = withLock("a", async () => void done.push("a2"));
  await withLock("b", async () => void done.push("b1"));
  release();
  await expect(first).rejects.toThrow("a1 failed");
  await second;
  expect(done).toEqual(["b1", "a1", "a2"]);
});
