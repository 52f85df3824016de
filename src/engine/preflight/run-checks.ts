// Asks every check, a few at once; one that can't be asked says so, and stops none of the others.
import PQueue from "p-queue";
import { AbortError, CutoverError } from "../errors.ts";
import type { CheckReport } from "../model/preflight.ts";
import { CATALOGUE } from "./catalogue.ts";
import type { Check, Finding, PreflightContext } from "./check.ts";

const AT_ONCE = 4;
const PATIENCE_MS = 30_000;

/** In the catalogue's order. Throws the signal's reason alone. */
export async function runChecks(
  context: PreflightContext,
  onFault: (name: string, error: unknown) => void,
): Promise<readonly CheckReport[]> {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const found = await queue.addAll(
    CATALOGUE.map((check) => async (): Promise<readonly CheckReport[]> => {
      const finding = await ask(check, context, onFault);
      if (finding === undefined) return [];
      const { result, ...saying } = finding;
      return [{ name: check.name, system: check.system(context), result, finding: saying }];
    }),
  );
  context.signal?.throwIfAborted();
  return found.flat();
}

async function ask(
  check: Check,
  context: PreflightContext,
  onFault: (name: string, error: unknown) => void,
): Promise<Finding | undefined> {
  try {
    return await within(check.run(context));
  } catch (error) {
    if (!(error instanceof CutoverError)) onFault(check.name, error);
    const told = error instanceof CutoverError ? error : new AbortError({ code: "check_broke" });
    return { result: "warning", code: "could_not_ask", args: { error: told.saying } };
  }
}

/** A system that answers nothing must not hold up what the others say. */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AbortError({ code: "check_slow" })), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
