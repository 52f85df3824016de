// Collections of the Help Center: made below the one above them, renamed later.
import type { DesiredCollection } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import type { Operation } from "../model/operation.ts";
import { nameOf } from "./addresses.ts";
import { written } from "./applied-steps.ts";
import type { ObjectKind } from "./object-kind.ts";
import { sameText } from "./verdicts.ts";

export const collection: ObjectKind<"collection"> = {
  steps: (desired) => [createStep(desired)],
  diff(desired, applied) {
    const last = written(applied, "name") ?? written(applied, "create");
    return last?.contentHash === collectionHash(desired) ? [] : [renameStep(desired)];
  },
  compare({ name, description, parent }, observed, { link, verdicts }) {
    verdicts.check("name", name, observed.name, sameText);
    verdicts.check("description", description, observed.description, sameText);
    if (parent === undefined) verdicts.none("parent", observed.parentId);
    else verdicts.check("parent", link(parent) ?? nameOf(parent), observed.parentId);
  },
  references: ({ parent }) => (parent ? [parent] : []),
  fetchRecord: (reader, id) => reader.fetchCollection(id),
  expect: (desired, idOf) => ({
    ...desired,
    id: idOf(desired.source),
    ...(desired.parent === undefined ? {} : { parentId: idOf(desired.parent) }),
    updatedAt: 0,
  }),
};

const collectionHash = ({ name, description, parent }: DesiredCollection) =>
  contentHash({ name, description, parent });

function createStep(desired: DesiredCollection): Operation {
  const { source, name, description, parent } = desired;
  return {
    source,
    step: "create",
    contentHash: collectionHash(desired),
    build: (resolve) => ({
      kind: "create-collection",
      name,
      description,
      ...(parent === undefined ? {} : { parentId: resolve(parent) }),
    }),
  };
}

function renameStep(desired: DesiredCollection): Operation {
  const { source, name, description } = desired;
  return {
    source,
    step: "name",
    contentHash: collectionHash(desired),
    build: (resolve) => ({ kind: "update-collection", collectionId: resolve(source), name, description }),
  };
}
