// Asks once and keeps the answer; a failure reaches whoever waits for it and is not kept.
export function rememberAnswer<T>(
  fetch: (signal?: AbortSignal) => Promise<T>,
): (signal?: AbortSignal) => Promise<T> {
  let kept: Promise<T> | undefined;
  return async (signal) => {
    const asked = kept ?? fetch(signal);
    kept = asked;
    try {
      return await asked;
    } catch (error) {
      if (kept === asked) kept = undefined;
      throw error;
    }
  };
}
