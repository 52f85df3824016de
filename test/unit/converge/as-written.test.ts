// A delta of a move that an older version made: what it wrote in another way is not told a second time.
import { describe, expect, it } from "vitest";
import { diffDesired } from "../../../src/engine/converge/index.ts";
import type { DesiredConversation, DesiredPart } from "../../../src/engine/model/desired.ts";
import type { SourceNote, SourceTimeEntry } from "../../../src/engine/model/source/source.ts";
import { transformConversation } from "../../../src/engine/transform/index.ts";
import { aContext, aTicket } from "../../support/builders.ts";
import { afterWriting } from "./apply-operations.ts";

const CLOSED = { status: { id: "103", name: "Closed" }, closed: true };
const withEntry = (entry: Partial<SourceTimeEntry>): DesiredConversation =>
  transformConversation(aTicket(CLOSED).withNotes(2).withTime(entry).build(), aContext());
const written = (desired: DesiredConversation) => afterWriting(new Map(), diffDesired(desired, new Map()));
const steps = (desired: DesiredConversation, applied: ReturnType<typeof written>) =>
  diffDesired(desired, applied).map(({ step }) => step);

/** An older version told every entry in one internal note, text included: as today an entry that nobody was shown. */
const asBefore = ({ shownAs: _audience, ...entry }: Partial<SourceTimeEntry>) => written(withEntry(entry));

describe("a time entry that an older version moved", () => {
  const shown: Partial<SourceTimeEntry> = { shownAs: "discussion", notes: "I cleared the queue." };

  it.each([
    shown,
    { ...shown, shownAs: "resolution" },
    { ...shown, internalNotes: "Margin!" },
  ] as Partial<SourceTimeEntry>[])("is not told again by a delta (%#)", (entry) => {
    expect(steps(withEntry(entry), asBefore(entry))).toEqual([]);
  });

  it("adds no message either where its text took several", () => {
    const entry = { ...shown, notes: "lorem ipsum ".repeat(6000) };
    // The further pieces of then are none of today's, so the conversation is closed once more.
    expect(steps(withEntry(entry), asBefore(entry))).toEqual(["state"]);
  });

  it("is told once where its text changed since", () => {
    const applied = asBefore(shown);
    const edited = withEntry({ ...shown, notes: "I cleared the queue and the cache." });
    const due = diffDesired(edited, applied);
    expect(due.map(({ step }) => step.replace(/:revision:.*/, ":revision"))).toEqual([
      "part:time:300:shown",
      "part:time:300:revision",
      "attributes",
      "state",
    ]);
    expect(steps(edited, afterWriting(applied, due))).toEqual([]);
  });

  it("writes nothing twice in a move of this version", () => {
    expect(steps(withEntry(shown), written(withEntry(shown)))).toEqual([]);
  });
});

it.each([
  ["internal", "discussion"],
  ["discussion", "internal"],
] as const)("a note that an older version moved as %s is no edit when it is %s", (before, now) => {
  const note = (kind: SourceNote["kind"]) =>
    transformConversation(
      aTicket(CLOSED)
        .withNotes(1)
        .withNote({ kind, internal: kind === "internal", text: "Please reboot." })
        .build(),
      aContext(),
    );
  const asWritten: readonly DesiredPart[] = note(before).parts;
  expect(asWritten[0]?.messageType).toBe(before === "internal" ? "note" : "comment");
  expect(steps(note(now), written(note(before)))).toEqual([]);
});
