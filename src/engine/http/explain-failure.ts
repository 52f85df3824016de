// Says by an error's class whether a request that failed on the wire may be repeated, and to people what to do.
import { AskError, CutoverError, RetryError, SettleError } from "../errors.ts";

export interface FailureContext {
  readonly vendor: string;
  readonly host: string;
  /** True when repeating the request changes nothing. */
  readonly read: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Codes of failures that happen before a byte of the request leaves. */
const NEVER_LEFT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_NODATA",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_CLOSED",
]);

const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$|HOSTNAME_MISMATCH$)/;

/** Codes that mean the name or address itself is wrong, so that the sentence can say so. */
const UNKNOWN_HOST = new Set(["ENOTFOUND", "EAI_NODATA"]);

/** Turns whatever undici threw into an error with a way of recovery; CutoverErrors pass through. */
export function explainFailure(error: unknown, context: FailureContext): unknown {
  if (error instanceof CutoverError) return error;
  const code = codeOf(error);
  const { vendor, host } = context;
  if (context.signal?.aborted && context.read) return context.signal.reason;
  if (TLS.test(code)) {
    return new AskError({ code: "tls_failed", args: { vendor, host, detail: code } });
  }
  if (NEVER_LEFT.has(code)) {
    const facts = { args: { vendor, host, detail: code }, cause: error };
    return UNKNOWN_HOST.has(code)
      ? new RetryError({ code: "host_unknown", ...facts })
      : new RetryError({ code: "unreachable", ...facts });
  }
  const known = { args: { vendor }, cause: error };
  const facts = isTimeout(code)
    ? ({ code: "answer_timeout", ...known } as const)
    : ({ code: "answer_lost", ...known } as const);
  return context.read ? new RetryError(facts) : new SettleError(facts);
}

function isTimeout(code: string): boolean {
  return code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT" || code === "ETIMEDOUT";
}

/** The first code in the chain of causes; several addresses tried come as an AggregateError. */
function codeOf(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const { code } = current as NodeJS.ErrnoException;
    if (typeof code === "string") return code;
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return "unknown";
}
