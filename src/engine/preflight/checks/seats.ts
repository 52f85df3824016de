// Whether those who are to act can: only teammates with an inbox seat write, assign and close; a bot never does.
import type { Admin } from "../../model/observed.ts";
import {
  type Check,
  type ConnectedWorkspace,
  type Finding,
  ofIntercom,
  ofStaging,
  type PreflightContext,
} from "../check.ts";

async function judge({ destination }: ConnectedWorkspace, map: PreflightContext["map"]): Promise<Finding> {
  const admins = await destination.fetchAdmins();
  const able = admins.filter(({ barred }) => barred === undefined);
  if (able.length === 0) return { result: "failed", code: "nobody_can_act" };
  const fallback = map?.policies.fallbackAdmin;
  if (fallback) {
    const found = find(admins, fallback);
    const why = found ? found.barred : "gone";
    const args = { name: fallback.name, fallback: true };
    if (why) return { result: "failed", code: "admin_cannot_act", args: { ...args, why } };
  }
  // Their tickets go to the fallback, which the plan says.
  for (const { admin } of map?.members ?? []) {
    const found = admin ? find(admins, admin) : undefined;
    if (!admin || !found?.barred) continue;
    const args = { name: admin.name, why: found.barred, fallback: false };
    return { result: "warning", code: "admin_cannot_act", args };
  }
  return { result: "passed", code: "seats_taken", args: { admins: able.length } };
}

/** By id; another workspace knows the same person by name. */
const find = (admins: readonly Admin[], { id, name }: { readonly id: string; readonly name: string }) =>
  admins.find((one) => one.id === id) ?? admins.find((one) => one.name === name);

export const seats: Check = {
  name: "seats",
  system: ofIntercom,
  run: ({ production, map }) => judge(production, map),
};

export const stagingSeats: Check = {
  name: "staging-seats",
  system: ofStaging,
  // The map's people are those of production; a test workspace needs somebody who can act.
  run: async ({ staging }) => staging && judge(staging, undefined),
};
