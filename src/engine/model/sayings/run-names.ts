// What a run is and how it stands, by name: the run itself says more.

export type RunKind = "sample" | "full" | "delta" | "rollback";
export type RunState = "queued" | "running" | "paused" | "done" | "failed" | "cancelled";
