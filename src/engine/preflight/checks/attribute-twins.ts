// Two active attributes of one name: while they exist, Intercom refuses attributes on every conversation.
import { type Check, type ConnectedWorkspace, type Finding, ofIntercom, ofStaging } from "../check.ts";

async function judge({ destination }: ConnectedWorkspace): Promise<Finding> {
  const active = (await destination.fetchAttributes()).filter(({ archived }) => !archived);
  const byName = Map.groupBy(active, ({ model, name }) => `${model}: ${name}`);
  const names = [...byName].flatMap(([name, same]) => (same.length > 1 ? [name] : []));
  return names.length === 0
    ? { result: "passed", code: "attributes_unique" }
    : { result: "failed", code: "attributes_twice", args: { names: names.slice(0, 20) } };
}

export const attributeTwins: Check = {
  name: "attribute-twins",
  system: ofIntercom,
  run: ({ production }) => judge(production),
};

export const stagingTwins: Check = {
  name: "staging-attribute-twins",
  system: ofStaging,
  run: async ({ staging }) => staging && judge(staging),
};
