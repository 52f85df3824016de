// Deltas that begin by the clock: whether they do, when the next one is, and who switched them.
import type { Actor } from "../migration.ts";

export interface DeltaSchedule {
  readonly on: boolean;
  /** ISO-8601: of the next window, switched off or not. */
  readonly nextAt: string;
  /** Its time has come: it begins within minutes, where it is on. */
  readonly isDue: boolean;
  /** Absent before anybody switched it. */
  readonly by?: Actor;
}
