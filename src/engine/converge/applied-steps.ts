// What the journal says of one step: written, or written with this very content.

import type { Applied, AppliedStep, Operation } from "../model/operation.ts";
import type { LeftOff } from "../model/reports/left-off.ts";

/** A step whose outcome is unknown: until it is settled, nothing more of the record can be written. */
export function isUnsettled(applied: Applied): boolean {
  return [...applied.values()].some((step) => step.state === "sent" || step.state === "unknown");
}

export function written(applied: Applied, step: string): AppliedStep | undefined {
  const known = applied.get(step);
  return known?.state === "done" ? known : undefined;
}

export const isWritten = (applied: Applied, operation: Operation): boolean =>
  written(applied, operation.step)?.contentHash === operation.contentHash;

/** The operation, unless it stands already. */
export const unless = (applied: Applied, operation: Operation): readonly Operation[] =>
  isWritten(applied, operation) ? [] : [operation];

/** What the record's last write left off: an update tries every field again. */
export const leftOffIn = (applied: Applied): readonly LeftOff[] =>
  (written(applied, "attributes") ?? written(applied, "create"))?.leftOff ?? [];
