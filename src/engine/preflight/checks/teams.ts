// Whether the teams that boards become exist: no program can create them.
import { missingTeams } from "../../converge/index.ts";
import { type Check, ofIntercom } from "../check.ts";

export const teams: Check = {
  name: "teams",
  system: ofIntercom,
  async run({ production, map }) {
    if (!map) return undefined;
    const there = await production.destination.fetchTeams();
    const absent = missingTeams(map, there);
    // The bot leads through their making, and a run refuses without them.
    return absent.length === 0
      ? { result: "passed", code: "teams_there", args: { teams: there.length } }
      : { result: "warning", code: "teams_absent", args: { teams: absent } };
  },
};
