// Waits for Ctrl+C or the system's request to end, then stops in order; a second request ends at once.

export type Stop = () => Promise<void>;

/** How long work under way may take to end when the program is asked to, in milliseconds. */
const GRACE_MS = 25_000;

export async function waitForShutdown(stop: Stop): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  const late = setTimeout(() => process.exit(1), GRACE_MS);
  late.unref();
  await stop();
}
