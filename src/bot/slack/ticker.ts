// Does something again and again, a pause after each time, until it is stopped.
export interface Ticker {
  start(everyMs: number): void;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** `tick` must not throw. */
export function createTicker(tick: () => Promise<void>): Ticker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let current: Promise<void> = Promise.resolve();
  return {
    start(everyMs) {
      const again = (): void => {
        current = tick().then(() => {
          if (!stopped) timer = setTimeout(again, everyMs);
        });
      };
      timer = setTimeout(again, everyMs);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
