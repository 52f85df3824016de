// What is due by the clock: delta windows after a full run, and the end of customer data; time is a parameter.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run, RunKind } from "../../../../src/engine/model/run.ts";
import { nextWindow } from "../../../../src/engine/use-cases/delta/delta-schedule.ts";
import {
  DEFAULT_HOUSEKEEPING,
  dueWindow,
  isDataDue,
} from "../../../../src/engine/use-cases/delta/scheduled-work.ts";

const END = Date.parse("2026-03-02T10:00:00Z");
const HOUR = 3_600_000;
const at = (hours: number) => new Date(END + hours * HOUR);

const aRun = (kind: RunKind, hours: number, more: Partial<Run> = {}): Run => ({
  ...{
    id: `${kind}-${hours}`,
    number: Math.ceil(hours) + 1,
    migrationId: "m1",
    kind,
    environment: "production",
    scope: { kind: "all" },
  },
  progress: { phases: {}, writes: 0, exceptions: 0, rate: 0 },
  startedAt: at(hours - 1).toISOString(),
  endedAt: at(hours).toISOString(),
  state: "done",
  ...more,
});
const full = aRun("full", 0);
const windows = [24, 48];

describe("the next window", () => {
  const hour = 3_600_000;
  const next = (delta: Run | undefined, now: number, hours = windows) => {
    const found = nextWindow({ full, delta, rollback: undefined }, hours, at(now));
    return found === undefined ? undefined : (found - END) / hour;
  };

  it("is the first that is to come, then the one that is due, then none", () => {
    expect(next(undefined, 1)).toBe(24);
    expect(next(undefined, 25)).toBe(24);
    expect(next(undefined, 70)).toBe(48);
    const first = aRun("delta", 25.2, { startedAt: at(24.1).toISOString() });
    expect(next(first, 26)).toBe(48);
    const second = aRun("delta", 49.5, { startedAt: at(48.3).toISOString() });
    expect(next(second, 50)).toBeUndefined();
    expect(next(undefined, 1, [])).toBeUndefined();
  });

  it("is due exactly when a delta would begin, whatever the hours and whenever one was begun", () => {
    const hours = fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 5 });
    const moments = fc.double({ min: 0, max: 120, noNaN: true });
    fc.assert(
      fc.property(hours, moments, fc.option(moments), (some, now, begun) => {
        const delta =
          begun === null
            ? undefined
            : aRun("delta", begun, { startedAt: at(Math.min(begun, now)).toISOString() });
        const found = next(delta, now, some);
        const due = dueWindow(full, delta, undefined, some, at(now));
        expect(found !== undefined && found <= now).toBe(due !== undefined);
        if (due !== undefined) expect(found).toBe(due);
      }),
    );
  });
});

describe("a delta window", () => {
  it("is due at 24 and at 48 hours after the full run's end, once each", () => {
    expect(dueWindow(full, undefined, undefined, windows, at(23.9))).toBeUndefined();
    expect(dueWindow(full, undefined, undefined, windows, at(24))).toBe(24);
    const first = aRun("delta", 25.2, { startedAt: at(24.1).toISOString() });
    expect(dueWindow(full, first, undefined, windows, at(30))).toBeUndefined();
    expect(dueWindow(full, first, undefined, windows, at(48.2))).toBe(48);
    const second = aRun("delta", 49.5, { startedAt: at(48.3).toISOString() });
    expect(dueWindow(full, second, undefined, windows, at(500))).toBeUndefined();
  });

  it("is made up for once, however many were missed while nothing ran", () => {
    expect(dueWindow(full, undefined, undefined, windows, at(70))).toBe(48);
    const late = aRun("delta", 71, { startedAt: at(70.1).toISOString() });
    expect(dueWindow(full, late, undefined, windows, at(72))).toBeUndefined();
  });

  it("is none before a full run ended, after a rollback, when switched off, and while a delta waits for somebody", () => {
    expect(dueWindow(undefined, undefined, undefined, windows, at(99))).toBeUndefined();
    expect(dueWindow({ ...full, state: "paused" }, undefined, undefined, windows, at(99))).toBeUndefined();
    expect(dueWindow(full, undefined, aRun("rollback", 5), windows, at(99))).toBeUndefined();
    expect(dueWindow(full, undefined, undefined, [], at(99))).toBeUndefined();
    const paused = aRun("delta", 3, { state: "paused" });
    expect(dueWindow(full, paused, undefined, windows, at(99))).toBeUndefined();
  });

  it("never begins more deltas than there are windows, whenever somebody looks", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 }), (steps) => {
        let [hours, begun] = [0, 0];
        let delta: Run | undefined;
        for (const step of steps) {
          hours += step / 2;
          if (dueWindow(full, delta, undefined, windows, at(hours)) === undefined) continue;
          begun += 1;
          delta = aRun("delta", hours + 0.2, { startedAt: at(hours).toISOString() });
        }
        expect(begun).toBeLessThanOrEqual(windows.length);
        expect(begun > 0).toBe(hours >= 24);
      }),
    );
  });
});

describe("customer data", () => {
  const due = (runs: readonly Run[], days: number, verifiedAt?: string) =>
    isDataDue({ runs, ...(verifiedAt ? { verifiedAt } : {}) }, DEFAULT_HOUSEKEEPING, at(days * 24));

  it("goes thirty days after the last run or certificate", () => {
    expect(due([full], 29.9)).toBe(false);
    expect(due([full], 30)).toBe(true);
    expect(due([full, aRun("delta", 48)], 31)).toBe(false);
    expect(due([full], 31, at(24 * 10).toISOString())).toBe(false);
    expect(due([full], 40, at(24 * 10).toISOString())).toBe(true);
  });

  it("stays while there was no run into production, while work waits for somebody, and when it is switched off", () => {
    expect(due([], 400)).toBe(false);
    expect(due([full, aRun("delta", 48, { state: "paused" })], 400)).toBe(false);
    expect(isDataDue({ runs: [full] }, { deltaHours: [] }, at(24 * 400))).toBe(false);
  });

  it("stays until the last window has passed, however short the retention", () => {
    const short = { deltaHours: [24, 48], retentionDays: 1 };
    expect(isDataDue({ runs: [full] }, short, at(47))).toBe(false);
    expect(isDataDue({ runs: [full] }, short, at(48))).toBe(true);
  });
});
