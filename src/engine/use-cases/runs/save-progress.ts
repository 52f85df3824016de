// A run's progress, kept where any process can read it: at most once a second, and the last word in any case.
import type { Progress, Run } from "../../model/run.ts";
import type { Dependencies } from "../dependencies.ts";

const SAVE_PROGRESS_MS = 1000;

export function keepProgress(deps: Dependencies, run: Run, tell?: (progress: Progress) => void) {
  let saving: Promise<void> = Promise.resolve();
  let latest: Progress | undefined;
  let savedAt = 0;
  const save = () => {
    const progress = latest;
    latest = undefined;
    if (progress === undefined) return;
    saving = saving.then(() => deps.store.runs.saveProgress(run.id, progress));
    saving.catch((error) => deps.log.warn({ err: error, run: run.id }, "progress could not be saved"));
  };
  return {
    tell: (progress: Progress) => {
      tell?.(progress);
      latest = progress;
      const now = deps.clock().getTime();
      if (now - savedAt < SAVE_PROGRESS_MS) return;
      savedAt = now;
      save();
    },
    flush: async () => {
      save();
      await saving;
    },
  };
}
