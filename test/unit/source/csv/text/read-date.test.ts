// Dates as exports print them: the order of day and month is told, and local times have a zone.
import { describe, expect, it } from "vitest";
import { type DateOrder, readDate } from "../../../../../src/engine/source/csv/text/read-date.ts";
import { makeZone } from "../../../../../src/engine/source/csv/text/time-zone.ts";
import { makeZoneNames } from "../../../../../src/engine/source/csv/text/zone-names.ts";

const utc = makeZone("UTC");
const read = (text: string, order?: DateOrder, zone = utc, names = makeZoneNames({}, "UTC")) => {
  const found = readDate(text, order, { local: zone, names });
  return found.kind === "date" ? found.iso : found.kind;
};

describe("a date", () => {
  it.each([
    ["2025-03-04", undefined, "2025-03-04T00:00:00Z"],
    ["2025-03-04T05:06:07Z", undefined, "2025-03-04T05:06:07Z"],
    ["2025-03-04 05:06:07.123", undefined, "2025-03-04T05:06:07Z"],
    ["2025-03-04T05:06:07+02:00", undefined, "2025-03-04T03:06:07Z"],
    ["3/4/2025 5:06:07 PM", "mdy", "2025-03-04T17:06:07Z"],
    ["3/4/2025, 12:06 AM", "mdy", "2025-03-04T00:06:00Z"],
    ["04.03.2025 17:06 Uhr", "dmy", "2025-03-04T17:06:00Z"],
    ["4/3/25", "dmy", "2025-03-04T00:00:00Z"],
    ["25/03/04", "ymd", "2025-03-04T00:00:00Z"],
    ["Mar 4, 2025 5:06 pm", undefined, "2025-03-04T17:06:00Z"],
    ["4. März 2025", undefined, "2025-03-04T00:00:00Z"],
    ["04-Mar-2025", undefined, "2025-03-04T00:00:00Z"],
    ["25/03/2025", undefined, "2025-03-25T00:00:00Z"],
    ["5/5/2025", undefined, "2025-05-05T00:00:00Z"],
  ] as const)("reads %s (%s)", (text, order, iso) => {
    expect(read(text, order)).toBe(iso);
  });

  it.each(["3/4/2025", "03.04.2025 10:00", "3/4/25", "25/03/04"])(
    "is ambiguous without an order: %s",
    (text) => {
      expect(read(text)).toBe("ambiguous");
    },
  );

  it.each([
    ["30.02.2025", "dmy"],
    ["25/03/2025", "mdy"],
    ["13:00", undefined],
    ["yesterday", undefined],
    ["2025-03-04T25:00:00Z", undefined],
    ["3/4/2025 13:00 PM", "mdy"],
    ["", "dmy"],
  ] as const)("is none: “%s” (%s)", (text, order) => {
    expect(read(text, order)).toBe("none");
  });
});

describe("a local time", () => {
  const newYork = makeZone("America/New_York");

  it("is summer or winter time by its day", () => {
    expect(read("2025-07-01 10:00", undefined, newYork)).toBe("2025-07-01T14:00:00Z");
    expect(read("2025-01-01 10:00", undefined, newYork)).toBe("2025-01-01T15:00:00Z");
  });

  it("that occurs twice is the first of the two; one that doesn't exist moves on", () => {
    expect(read("2024-11-03 01:30", undefined, newYork)).toBe("2024-11-03T05:30:00Z");
    expect(read("2024-03-10 02:30", undefined, newYork)).toBe("2024-03-10T07:30:00Z");
  });

  it("with a zone of its own doesn't take the folder's", () => {
    expect(read("2025-07-01T10:00:00Z", undefined, newYork)).toBe("2025-07-01T10:00:00Z");
  });

  it("of a zone that isn't one is refused", () => {
    expect(() => makeZone("Mars/Olympus")).toThrowError(
      expect.objectContaining({ code: "unknown_time_zone" }),
    );
  });
});
