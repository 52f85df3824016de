// Turns what a driver throws into one of our errors, without the query's parameters: they may be customer text.
import { DrizzleQueryError } from "drizzle-orm/errors";
import { AbortError, AskError, CutoverError, RetryError } from "../../errors.ts";

const LOST = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  // SQLSTATE: shutdown, crash, starting up, too many connections.
  ...["57P01", "57P02", "57P03", "53300"],
]);
const BUSY = new Set(["40001", "40P01", "55P03", "25P02"]);
const FULL = new Set(["53100", "53200", "54000", "ENOSPC"]);
const REFUSED = new Set(["28P01", "28000", "3D000", "42501"]);

/**
 * An error of a query as a CutoverError: RetryError when the database is away or busy (repositories and the
 * journal recognize repeats), AskError when a person must act, AbortError for a broken invariant. What no driver
 * threw comes back as it is.
 */
export function databaseError(thrown: unknown): unknown {
  if (thrown instanceof CutoverError) return thrown;
  const original = deepest(thrown);
  const code = codeOf(original);
  if (code === "" && !(thrown instanceof DrizzleQueryError) && !closed(original)) return thrown;
  const cause = withoutParameters(original, code);
  if (LOST.has(code) || code.startsWith("08") || closed(original)) {
    return new RetryError({ code: "database_away", args: code === "" ? {} : { detail: code }, cause });
  }
  if (BUSY.has(code)) {
    return new RetryError({ code: "database_busy", args: { detail: code }, cause });
  }
  if (FULL.has(code)) {
    return new AskError({ code: "database_full", args: { detail: code }, cause });
  }
  if (REFUSED.has(code)) {
    return new AskError({ code: "database_refused", args: { detail: code }, cause });
  }
  return new AbortError({ code: "database_error", args: code ? { detail: code } : {}, cause });
}

/** An object whose methods throw database errors of ours only. */
export function guardDatabase<T extends object>(target: T): T {
  return new Proxy(target, {
    get(object, property, receiver) {
      const member: unknown = Reflect.get(object, property, receiver);
      if (typeof member !== "function") return member;
      return (...parameters: unknown[]) => {
        const answer: unknown = Reflect.apply(member, object, parameters);
        if (!(answer instanceof Promise)) return answer;
        return answer.catch((error: unknown) => {
          throw databaseError(error);
        });
      };
    },
  });
}

/** Drizzle wraps the driver's error, and Node wraps the errors of several addresses. */
function deepest(thrown: unknown): unknown {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return deepest(thrown.errors[0]);
  if (thrown instanceof Error && thrown.cause !== undefined) return deepest(thrown.cause);
  return thrown;
}

function codeOf(thrown: unknown): string {
  const code = (thrown as { readonly code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : "";
}

function closed(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === "PGlite is closed";
}

/** The driver's errors carry query and parameters; its sentence may quote a value, so SQLSTATE 22 loses it too. */
function withoutParameters(thrown: unknown, code: string): Error {
  const sentence = thrown instanceof Error && !code.startsWith("22") ? thrown.message : "an invalid value";
  const cause = new Error(`${code ? `${code}: ` : ""}${sentence.split("\n")[0]?.slice(0, 300)}`);
  if (thrown instanceof Error && thrown.stack !== undefined) {
    cause.stack = `${cause.message}\n${thrown.stack
      .split("\n")
      .filter((line) => line.startsWith("    at "))
      .join("\n")}`;
  }
  return cause;
}
