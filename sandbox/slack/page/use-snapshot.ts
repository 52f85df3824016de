// What one person sees, kept fresh by server-sent events.
import { useEffect, useState } from "react";
import type { Snapshot } from "../snapshot.ts";

export function useSnapshot(me: string): Snapshot | undefined {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  useEffect(() => {
    let isCurrent = true;
    let isFetching = false;
    let isStale = false;
    const refresh = async () => {
      if (isFetching) {
        isStale = true;
        return;
      }
      isFetching = true;
      const answer = await fetch(`/page/state?user=${encodeURIComponent(me)}`).catch(() => undefined);
      if (answer?.ok && isCurrent) setSnapshot((await answer.json()) as Snapshot);
      isFetching = false;
      if (isStale && isCurrent) {
        isStale = false;
        void refresh();
      }
    };
    const events = new EventSource("/page/events");
    events.addEventListener("change", () => void refresh());
    return () => {
      isCurrent = false;
      events.close();
    };
  }, [me]);
  return snapshot?.me === me ? snapshot : undefined;
}
