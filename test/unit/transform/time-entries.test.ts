// Who reads what of a time entry: its text where ConnectWise showed it, its hours and internal words never.
import { describe, expect, it } from "vitest";
import type { SourceTimeEntry } from "../../../src/engine/model/source/source.ts";
import { mapTimeEntry } from "../../../src/engine/source/connectwise/records/map-time-entry.ts";
import { timeEntryRow } from "../../../src/engine/source/connectwise/records/schema.ts";
import { transformConversation } from "../../../src/engine/transform/index.ts";
import { toPlainText } from "../../../src/engine/values/text.ts";
import { aContext, aTicket } from "../../support/builders.ts";

const entryOf = (row: object) =>
  mapTimeEntry(
    timeEntryRow.parse({ id: 1, chargeToId: 9, timeStart: "2022-09-08T13:00:00Z", notes: "Hi", ...row }),
  );

describe("a time entry of ConnectWise", () => {
  it.each([
    [{ addToDetailDescriptionFlag: true }, "discussion"],
    [{ addToDetailDescriptionFlag: true, emailContactFlag: true }, "discussion"],
    [{ addToResolutionFlag: true }, "resolution"],
    [{ addToDetailDescriptionFlag: true, addToResolutionFlag: true }, "resolution"],
    [{ addToInternalAnalysisFlag: true }, undefined],
    [{ addToDetailDescriptionFlag: true, addToInternalAnalysisFlag: true }, undefined],
    [{}, undefined],
    [
      { addToDetailDescriptionFlag: false, addToInternalAnalysisFlag: false, addToResolutionFlag: false },
      undefined,
    ],
  ])("posted into %o was shown to the customer as %s", (boxes, shownAs) => {
    expect(entryOf(boxes)?.shownAs).toBe(shownAs);
  });
});

const told = (entry: Partial<SourceTimeEntry>, notes = 1, overrides = {}) =>
  transformConversation(aTicket().withNotes(notes).withTime(entry).build(), aContext(overrides)).parts.map(
    ({ key, messageType, author, body, createdAt }) => ({
      key,
      messageType,
      author: author.kind === "admin" ? author.id : author.source.id,
      text: toPlainText(body),
      createdAt,
    }),
  );

const AT = Date.parse("2025-06-02T10:00:00Z") / 1000;

describe("a text of a time entry that the customer was shown", () => {
  const shown = { shownAs: "discussion", notes: "Hi Carla, I cleared the queue.", internalNotes: "Margin!" };

  it("is a public reply by the member at its time, with hours, rate and internal words in a note beside it", () => {
    expect(told(shown as Partial<SourceTimeEntry>)).toEqual([
      {
        key: "time:300:shown",
        messageType: "comment",
        author: "900",
        text: "Hi Carla, I cleared the queue.",
        createdAt: AT,
      },
      {
        key: "time:300",
        messageType: "note",
        author: "900",
        text: "Time entry: Priya Raman, 2025-06-02 10:00 UTC, 1.5 h, 1.25 h billed, rate 150.00, billable, Remote\n\nInternal: Margin!",
        createdAt: AT,
      },
    ]);
  });

  it("stands in the thread of a ticket that has no notes at all", () => {
    const { ticket } = aTicket().build();
    const bundle = aTicket({ ...ticket })
      .withTime(shown as Partial<SourceTimeEntry>)
      .build();
    const { body, parts } = transformConversation(bundle, aContext());
    expect(body).toBe(ticket.summary);
    expect(parts.map(({ key, messageType }) => [key, messageType])).toEqual([
      ["time:300:shown", "comment"],
      ["time:300", "note"],
    ]);
  });

  it("is marked where it was posted as the resolution", () => {
    const [reply] = told({ ...shown, shownAs: "resolution" } as Partial<SourceTimeEntry>);
    expect(reply).toMatchObject({
      messageType: "comment",
      text: "Resolution:\nHi Carla, I cleared the queue.",
    });
  });

  it("names a member without an admin", () => {
    const entry = { ...shown, member: { id: "151", name: "Tom Okafor" } } as Partial<SourceTimeEntry>;
    expect(told(entry)[0]).toMatchObject({
      author: "900",
      text: "[Tom Okafor] Hi Carla, I cleared the queue.",
    });
  });

  it("is nothing to show where nothing was written", () => {
    for (const notes of ["", "  \n "]) {
      expect(told({ shownAs: "discussion", notes }).map(({ key }) => key)).toEqual(["time:300"]);
    }
  });
});

it("leaves a text that only the MSP's people read in the internal note", () => {
  const parts = told({ notes: "Customer is difficult." });
  expect(parts.map(({ key, messageType }) => [key, messageType])).toEqual([["time:300", "note"]]);
  expect(parts[0]?.text).toContain("Customer is difficult.");
});
