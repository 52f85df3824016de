// Who can't act is never chosen and never acts: bots, and teammates without an inbox seat.
import { describe, expect, it } from "vitest";
import { requireActors } from "../../../src/engine/desired/require-actors.ts";
import { assembleDefaultMap, type FieldMap, validateMap } from "../../../src/engine/field-map/index.ts";
import type { Admin } from "../../../src/engine/model/observed.ts";
import { findBarredMembers, transformConversation } from "../../../src/engine/transform/index.ts";
import { assembleOfflineProposal } from "../../../src/llm/offline/offline-proposer.ts";
import { ADMINS, aContext, aFieldMap, aSurvey, aTicket, TEAMS } from "../../support/builders.ts";

const BOT: Admin = { id: "1", name: "Operator", email: "operator+x@intercom.io", barred: "bot" };
const seatless = (admin: Admin | undefined): Admin => {
  if (!admin) throw new Error("There is no such admin.");
  return { ...admin, barred: "no-seat" };
};
const [priya, marcus] = ADMINS;
const withFallback = (id: string, name: string): FieldMap => {
  const map = aFieldMap();
  return { ...map, policies: { ...map.policies, fallbackAdmin: { id, name } } };
};

describe("the drafts of a map", () => {
  it.each([
    ["the default one", assembleDefaultMap],
    [
      "the offline proposer's",
      (survey: ReturnType<typeof aSurvey>, admins: readonly Admin[]) =>
        assembleOfflineProposal({ survey, admins, teams: TEAMS }).map,
    ],
  ])("name nobody who can't act: %s", (_name, draft) => {
    const map = draft(aSurvey(), [BOT, seatless(priya), ...ADMINS.slice(1)], TEAMS);
    expect(map.policies.fallbackAdmin?.id).toBe(marcus?.id);
    expect(map.members.map(({ admin }) => admin?.id)).not.toContain(priya?.id);
    expect(map.members.map(({ reason }) => reason).join()).toContain("no inbox seat");
  });

  it("have no fallback at all where nobody can act", () => {
    expect(assembleDefaultMap(aSurvey(), [BOT, seatless(priya)], TEAMS).policies.fallbackAdmin).toBeNull();
  });
});

describe("a map that names one who can't act", () => {
  const issuesOf = (map: FieldMap, admins: readonly Admin[]) =>
    validateMap(map, { survey: aSurvey(), admins, teams: TEAMS, existing: [] }).filter(
      ({ code }) => code === "barred_admin",
    );

  it("is refused when it is the fallback, with what to do", () => {
    const admins = [BOT, ...ADMINS];
    const [issue] = issuesOf(withFallback("1", "Operator"), admins);
    expect(issue).toMatchObject({ severity: "error" });
    expect(issue?.sentence).toContain("Choose another fallback admin");
    expect(() => requireActors(withFallback("1", "Operator"), admins)).toThrow(/fallback_admin_barred/);
    expect(() => requireActors(withFallback("9", "Nobody"), admins)).toThrow(/fallback_admin_missing/);
    expect(() => requireActors(aFieldMap(), [BOT])).toThrow(/no_admins/);
    expect(() => requireActors(aFieldMap(), admins)).not.toThrow();
  });

  it("is told of for a member: the fallback admin writes, and the plan says so", () => {
    const admins = [seatless(priya), ...ADMINS.slice(1)];
    const map = withFallback(marcus?.id ?? "", marcus?.name ?? "");
    expect(issuesOf(map, admins)).toMatchObject([{ severity: "warning", row: "member:150" }]);
    expect(findBarredMembers(map, admins)).toEqual([expect.stringContaining("Priya Raman")]);
    expect(findBarredMembers(map, ADMINS)).toEqual([]);
    const conversation = transformConversation(aTicket().build(), aContext({ map, admins }));
    expect(conversation.adminId).toBe(marcus?.id);
    expect(JSON.stringify(conversation)).not.toContain(`"${priya?.id}"`);
  });

  it("never lets the token's own admin act when that one can't", () => {
    const map = { ...aFieldMap(), policies: { ...aFieldMap().policies, fallbackAdmin: null } };
    const admins = [BOT, seatless(priya), ...ADMINS.slice(1)];
    const context = aContext({ map, admins, workspaceAdminId: priya?.id ?? "" });
    expect(context.fallbackAdminId).toBe(marcus?.id);
  });
});
