// Every kind of record is one object that knows all of it: a kind that is forgotten is refused by the compiler.
import { describe, expect, it } from "vitest";
import { compareObserved, diffDesired } from "../../../src/engine/converge/index.ts";
import { kindOf, type ObjectKinds } from "../../../src/engine/converge/kinds.ts";
import type { Kind } from "../../../src/engine/converge/object-kind.ts";
import type { Desired } from "../../../src/engine/model/desired.ts";
import type { SourceRef } from "../../../src/engine/model/source/source.ts";
import { transformCompany, transformContact, transformTicket } from "../../../src/engine/transform/index.ts";
import { aCompany, aContact, aContext, aTicket } from "../../support/builders.ts";
import { afterWriting } from "./apply-operations.ts";

const context = aContext();
const board: SourceRef = { type: "board", id: "1" };
const DESIRED: { readonly [K in Kind]: Extract<Desired, { readonly kind: K }> } = {
  company: transformCompany(aCompany(), context),
  contact: transformContact(aContact(), context),
  conversation: transformTicket(aTicket().withNotes(3).build(), context).conversation,
  collection: {
    ...{ kind: "collection", source: board, name: "Help Desk", description: "From a board" },
    ...{ attributes: {}, alterations: [] },
  },
  article: {
    ...{ kind: "article", source: { type: "article", id: "100" }, title: "VPN", collection: board },
    ...{ body: '<p>See <a href="cutover:ticket/1000">it</a></p>', authorId: "900" },
    links: [{ href: "cutover:ticket/1000", to: { type: "ticket", id: "1000" } }],
    ...{ attributes: {}, alterations: [] },
  },
};
const idOf = ({ type, id }: SourceRef) => `${type}-${id}`;

it("a kind that is missing does not compile", () => {
  const { company, contact, conversation, collection } = Object.fromEntries(
    Object.values(DESIRED).map(({ kind }) => [kind, kindOf(kind)]),
  ) as ObjectKinds;
  // @ts-expect-error articles are forgotten
  const lacking: ObjectKinds = { company, contact, conversation, collection };
  expect(lacking).toBeDefined();
});

describe.each(Object.values(DESIRED))("a $kind", (desired) => {
  it("has nothing due once all of its steps are written, and one step that makes it", () => {
    const steps = diffDesired(desired, new Map());
    expect(steps.filter(({ step }) => step === "create")).toHaveLength(1);
    expect(diffDesired(desired, afterWriting(new Map(), steps))).toEqual([]);
  });

  it("is as desired where everything arrived", () => {
    const verdicts = compareObserved(desired, kindOf(desired.kind).expect(desired, idOf), idOf);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ verdict }) => verdict !== "same" && verdict !== "altered")).toEqual([]);
  });

  it("names all that its writes refer to", () => {
    const references = kindOf(desired.kind).references(desired);
    const named = new Set([desired.source, ...references].map(idOf));
    const asked: string[] = [];
    for (const { build } of diffDesired(desired, new Map()))
      build((ref) => {
        asked.push(idOf(ref));
        return idOf(ref);
      });
    expect(asked.filter((id) => !named.has(id))).toEqual([]);
  });
});
